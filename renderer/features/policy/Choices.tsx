import { Checkbox } from '#renderer/ui/Checkbox.tsx'

interface Props {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly disabled: boolean
  readonly onChange: (chosen: string[]) => void
}

/** Any number of a closed list, in the order of that list. */
export function Choices({ label, options, chosen, disabled, onChange }: Props) {
  const set = (value: string, on: boolean) =>
    onChange(
      options.map(option => option.value).filter(known => (known === value ? on : chosen.includes(known))),
    )
  return (
    <fieldset className="policy-choices" disabled={disabled}>
      <legend>{label}</legend>
      {options.map(option => (
        <Checkbox
          key={option.value}
          checked={chosen.includes(option.value)}
          disabled={disabled}
          onChange={on => set(option.value, on)}
        >
          {option.label}
        </Checkbox>
      ))}
    </fieldset>
  )
}
