import { useSession } from '#renderer/api/session.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { PassphraseInput } from '#renderer/ui/PassphraseInput.tsx'

interface Props {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Asks for the passphrase that opens the caller's key; sample accounts have none. */
export function Passphrase({ value, onChange }: Props) {
  const { t } = useText()
  const { account } = useSession()
  if (account.demo) return null
  return (
    <Field label={t('review.passphrase')} required>
      <PassphraseInput value={value} onChange={onChange} autoComplete="off" />
    </Field>
  )
}
