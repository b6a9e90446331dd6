import './popup.css'
import './field.css'
import './select.css'
import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}

interface Props<Value extends string> {
  readonly value: Value | null
  readonly options: readonly SelectOption<Value>[]
  readonly onChange: (value: Value) => void
  /** Shown while nothing is chosen. */
  readonly placeholder?: string
  /** Needed where no Field gives it a name. */
  readonly label?: string
  readonly disabled?: boolean
  readonly size?: 'normal' | 'small'
}

/** Chooses one of a closed list. */
export function Select<Value extends string>(props: Props<Value>) {
  const { value, options, onChange, placeholder = '', label, disabled = false, size = 'normal' } = props
  const chosen = options.find(option => option.value === value)
  return (
    <Base.Root
      value={value}
      disabled={disabled}
      items={options}
      onValueChange={next => {
        if (next !== null) onChange(next)
      }}
    >
      <Base.Trigger className="input select" aria-label={label} data-size={size}>
        <Base.Value className="select-value" data-empty={chosen === undefined || undefined}>
          {chosen?.label ?? placeholder}
        </Base.Value>
        <Base.Icon className="select-icon">
          <ChevronsUpDown size={15} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="popup-positioner" alignItemWithTrigger={false} sideOffset={4}>
          <Base.Popup className="popup select-popup">
            <Base.List>
              {options.map(option => (
                <Base.Item key={option.value} value={option.value} className="select-item">
                  <Base.ItemText className="select-text">
                    {option.label}
                    {option.hint !== undefined && <span className="select-hint">{option.hint}</span>}
                  </Base.ItemText>
                  <Base.ItemIndicator>
                    <Check size={16} />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
