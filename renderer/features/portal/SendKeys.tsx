import { useState } from 'react'
import type { PortalView } from '#common/api/views'
import { useCommand } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { PassphraseInput } from '#renderer/ui/PassphraseInput.tsx'
import { say } from '#renderer/ui/toasts.ts'

/** Says which portal lacks keys of our signers, and sends them with the portal's admin token. */
export function SendKeys({ portal }: { readonly portal: PortalView }) {
  const { t } = useText()
  const send = useCommand('portals.sendKeys', { report: false })
  const [asking, setAsking] = useState(false)
  const [adminToken, setAdminToken] = useState('')
  const [error, setError] = useState<string | null>(null)
  if (portal.keysToSend === 0) return null
  const submit = async () => {
    const answer = await send.run({ portal: portal.id, adminToken })
    if (!answer.ok) return setError(problemText(t, answer.problem))
    setAsking(false)
    setAdminToken('')
    return say(t('portal.keysSent'))
  }
  return (
    <>
      <Band
        tone="amber"
        title={t('portal.keysMissing', { count: portal.keysToSend })}
        actions={<Button onClick={() => setAsking(true)}>{t('portal.sendKeys')}</Button>}
      >
        {t('portal.keysMissingText')}
      </Band>
      {asking && (
        <Dialog
          open
          size="small"
          title={t('portal.sendKeys')}
          description={t('portal.sendKeysText', { name: portal.name })}
          onOpenChange={setAsking}
          onSubmit={() => void submit()}
          footer={
            <Button type="submit" look="primary" busy={send.busy} disabled={adminToken === ''}>
              {t('portal.sendKeys')}
            </Button>
          }
        >
          <Field
            label={t('portal.adminTokenAsked')}
            hint={portal.demo ? t('portal.adminTokenEmbedded') : undefined}
            error={error}
            required
          >
            <PassphraseInput value={adminToken} onChange={setAdminToken} autoComplete="off" />
          </Field>
        </Dialog>
      )}
    </>
  )
}
