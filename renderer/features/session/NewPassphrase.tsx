import { useState } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { PassphraseInput } from '#renderer/ui/PassphraseInput.tsx'

interface Props {
  /** The passphrase once it was entered twice alike; null until then. */
  readonly onChange: (passphrase: string | null) => void
}

/** A new passphrase, entered twice because typing tools change letters unseen. */
export function NewPassphrase({ onChange }: Props) {
  const { t } = useText()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const change = (nextFirst: string, nextSecond: string) => {
    setFirst(nextFirst)
    setSecond(nextSecond)
    onChange(nextFirst !== '' && nextFirst === nextSecond ? nextFirst : null)
  }
  const differs = second !== '' && second !== first
  return (
    <>
      <Field label={t('session.passphrase')} hint={t('session.passphraseHint')} required>
        <PassphraseInput
          value={first}
          onChange={value => change(value, second)}
          autoComplete="new-password"
        />
      </Field>
      <Field
        label={t('session.passphraseAgain')}
        error={differs ? t('session.passphraseDiffers') : null}
        required
      >
        <PassphraseInput
          value={second}
          onChange={value => change(first, value)}
          autoComplete="new-password"
        />
      </Field>
    </>
  )
}
