import { useState } from 'react'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field, TextArea } from '#renderer/ui/Field.tsx'
import { PassphraseInput } from '#renderer/ui/PassphraseInput.tsx'
import { say } from '#renderer/ui/toasts.ts'
import type { ReviewTarget } from '../review-target.ts'

interface Props {
  readonly target: ReviewTarget
  readonly onClose: () => void
}

/** Why readers get the text before its approval; signed by who decides it. */
export function UrgentDialog({ target, onClose }: Props) {
  const { t } = useText()
  const { tell, session } = useCommandContext()
  const [reason, setReason] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const isMissing = reason.trim() === ''
  const publish = async () => {
    setTried(true)
    const { id, revision } = target.review.article.article
    if (busy || isMissing || revision === null) return
    setBusy(true)
    const secret = passphrase === '' ? {} : { passphrase }
    const done = await tell('review.publishUrgently', { article: id, revision, reason, ...secret })
    setBusy(false)
    if (done === null) return
    say(t('urgent.done'))
    onClose()
  }
  return (
    <Dialog
      open
      title={t('urgent.title')}
      description={t('urgent.text')}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      onSubmit={() => void publish()}
      footer={
        <>
          <Button onClick={onClose}>{t('review.cancel')}</Button>
          <Button type="submit" look="danger" busy={busy}>
            {t('urgent.action')}
          </Button>
        </>
      }
    >
      <Field
        label={t('urgent.reason')}
        hint={t('urgent.reasonHint')}
        error={tried && isMissing ? t('urgent.reasonMissing') : null}
        required
      >
        <TextArea
          autoFocus
          rows={3}
          value={reason}
          maxLength={2_000}
          onChange={event => setReason(event.currentTarget.value)}
        />
      </Field>
      {!session.account.demo && (
        <Field label={t('review.passphrase')} required>
          <PassphraseInput value={passphrase} onChange={setPassphrase} autoComplete="off" />
        </Field>
      )}
    </Dialog>
  )
}
