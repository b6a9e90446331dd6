import { useState } from 'react'
import type { Output } from '#common/api/contract'
import { useCommand } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { AddressInput, Field } from '#renderer/ui/Field.tsx'
import { completeAddress } from './complete-address.ts'

interface Props {
  readonly url: string
  readonly onClose: () => void
  readonly onFound: (found: Output<'portals.detect'>) => void
}

/** First step: the portal's address, pasted as it is; what answers there is asked for its name. */
export function AddressStep({ url, onClose, onFound }: Props) {
  const { t } = useText()
  const detect = useCommand('portals.detect', { report: false })
  const [address, setAddress] = useState(url)
  const [error, setError] = useState<string | null>(null)
  const [unknown, setUnknown] = useState(false)
  async function submit(byHand: boolean) {
    const complete = completeAddress(address)
    if (complete === null) {
      setError(t('portal.addressWrong'))
      return
    }
    const answer = await detect.run({ url: complete, ...(byHand && { byHand }) })
    if (answer.ok) onFound(answer.value)
    else {
      setUnknown(answer.problem.code === 'portal-not-recognised')
      setError(problemText(t, answer.problem))
    }
  }
  return (
    <Dialog
      open
      onOpenChange={open => {
        if (!open) onClose()
      }}
      title={t('portal.connect')}
      description={t('portal.connectText')}
      onSubmit={() => void submit(false)}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" busy={detect.busy}>
            {t('portal.detect')}
          </Button>
        </>
      }
    >
      <Field label={t('portal.address')} hint={t('portal.addressHint')} error={error} required>
        <AddressInput autoFocus value={address} onChange={event => setAddress(event.target.value)} />
      </Field>
      {unknown && (
        <Band tone="info" title={t('portal.noInterface')}>
          <p>{t('portal.noInterfaceText')}</p>
          <Button className="portal-by-hand" busy={detect.busy} onClick={() => void submit(true)}>
            {t('portal.byHand')}
          </Button>
        </Band>
      )}
    </Dialog>
  )
}
