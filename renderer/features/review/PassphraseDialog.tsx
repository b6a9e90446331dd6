import { useState } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { PassphraseInput } from '#renderer/ui/PassphraseInput.tsx'

interface Props {
  readonly signInName: string
  readonly busy: boolean
  readonly onLeave: () => void
  readonly onEnter: (passphrase: string) => void
}

/** The step-up before a signature: the reviewer's key opens with the reviewer's own passphrase. */
export function PassphraseDialog({ signInName, busy, onLeave, onEnter }: Props) {
  const { t } = useText()
  const [passphrase, setPassphrase] = useState('')
  return (
    <Dialog
      open
      onOpenChange={open => {
        if (!open) onLeave()
      }}
      size="small"
      title={t('review.signTitle')}
      description={t('review.signText')}
      onSubmit={() => onEnter(passphrase)}
      footer={
        <>
          <Button onClick={onLeave}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('review.approve')}
          </Button>
        </>
      }
    >
      <input type="hidden" autoComplete="username" value={signInName} readOnly />
      <Field label={t('session.passphrase')} required>
        <PassphraseInput
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="current-password"
          autoFocus
        />
      </Field>
    </Dialog>
  )
}
