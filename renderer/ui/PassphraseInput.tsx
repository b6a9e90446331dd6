import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { TextInput } from './Field.tsx'
import { IconButton } from './IconButton.tsx'

interface Props {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password' | 'off'
  readonly required?: boolean
  readonly autoFocus?: boolean
}

/** A passphrase that can be looked at, because typing tools change letters unseen. */
export function PassphraseInput({
  value,
  onChange,
  autoComplete,
  required = true,
  autoFocus = false,
}: Props) {
  const { t } = useText()
  const [shown, setShown] = useState(false)
  return (
    <span className="passphrase">
      <TextInput
        type={shown ? 'text' : 'password'}
        required={required}
        autoFocus={autoFocus}
        autoComplete={autoComplete}
        spellCheck={false}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
      <IconButton
        label={t(shown ? 'ui.hidePassphrase' : 'ui.showPassphrase')}
        icon={shown ? <EyeOff size={17} /> : <Eye size={17} />}
        onClick={() => setShown(!shown)}
      />
    </span>
  )
}
