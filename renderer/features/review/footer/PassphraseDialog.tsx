import { useState } from 'react'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { PassphraseInput } from '#renderer/ui/PassphraseInput.tsx'
import { approve } from '../review-commands.ts'
import type { ReviewTarget } from '../review-target.ts'

interface Props {
  readonly target: ReviewTarget
  readonly onClose: () => void
}

/** The reviewer signs with the passphrase that wraps the signing key. */
export function PassphraseDialog({ target, onClose }: Props) {
  const { t } = useText()
  const context = useCommandContext()
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const sign = async () => {
    if (busy || passphrase === '') return
    setBusy(true)
    if (await approve(context, target, passphrase)) onClose()
    else {
      setPassphrase('')
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      size="small"
      title={t('review.signTitle')}
      description={t('review.signText', { headline: target.review.article.article.headline })}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      onSubmit={() => void sign()}
      footer={
        <>
          <Button onClick={onClose}>{t('review.cancel')}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('review.approve')}
          </Button>
        </>
      }
    >
      <Field label={t('review.passphrase')} required>
        <PassphraseInput value={passphrase} onChange={setPassphrase} autoComplete="off" />
      </Field>
    </Dialog>
  )
}
