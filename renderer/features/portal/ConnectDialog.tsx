import { useState } from 'react'
import type { Output } from '#common/api/contract'
import type { PortalView } from '#common/api/views'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { AddressStep } from './AddressStep.tsx'
import { TestSteps } from './TestSteps.tsx'
import { TokenStep } from './TokenStep.tsx'
import { usePortalTest } from './use-portal-test.ts'

interface Props {
  /** Given when new credentials are entered for a portal that is connected. */
  readonly url?: string
  readonly onClose: () => void
}

type Step =
  | { readonly kind: 'address' }
  | { readonly kind: 'token'; readonly found: Output<'portals.detect'> }
  | { readonly kind: 'test'; readonly portal: PortalView }

/** Address → what answers there → token → test: a portal connected in three short steps. */
export function ConnectDialog({ url = '', onClose }: Props) {
  const [step, setStep] = useState<Step>({ kind: 'address' })
  switch (step.kind) {
    case 'address':
      return <AddressStep url={url} onClose={onClose} onFound={found => setStep({ kind: 'token', found })} />
    case 'token':
      return (
        <TokenStep
          found={step.found}
          onBack={() => setStep({ kind: 'address' })}
          onClose={onClose}
          onConnected={portal => setStep({ kind: 'test', portal })}
        />
      )
    case 'test':
      return <TestDialog portal={step.portal} onClose={onClose} />
  }
}

function TestDialog({ portal, onClose }: { readonly portal: PortalView; readonly onClose: () => void }) {
  const { t } = useText()
  const test = usePortalTest(portal.id)
  const passed = test.found?.steps.every(step => step.ok) ?? false
  return (
    <Dialog
      open
      onOpenChange={open => {
        if (!open) onClose()
      }}
      title={t('portal.connected', { name: portal.name })}
      description={passed ? t('portal.testPassed') : t('portal.testText')}
      footer={
        <>
          <Button look={passed ? 'primary' : 'plain'} onClick={onClose}>
            {t('portal.finish')}
          </Button>
          {!passed && (
            <Button look="primary" autoFocus busy={test.busy} onClick={() => void test.run()}>
              {t('portal.test')}
            </Button>
          )}
        </>
      }
    >
      {test.found !== null && <TestSteps found={test.found} />}
    </Dialog>
  )
}
