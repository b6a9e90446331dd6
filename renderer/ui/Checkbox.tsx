import './checkbox.css'
import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  readonly checked: boolean
  readonly indeterminate?: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  /** Read out where there are no visible words (rows of a table). */
  readonly label?: string
  readonly children?: ReactNode
}

export function Checkbox({ checked, indeterminate = false, onChange, disabled, label, children }: Props) {
  const box = (
    <Base.Root
      className="checkbox"
      checked={checked}
      indeterminate={indeterminate}
      onCheckedChange={onChange}
      disabled={disabled ?? false}
      aria-label={label}
    >
      <Base.Indicator className="checkbox-mark">
        {indeterminate ? <Minus size={13} strokeWidth={3} /> : <Check size={13} strokeWidth={3} />}
      </Base.Indicator>
    </Base.Root>
  )
  if (children === undefined) return box
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base.Root renders the control this label wraps
    <label className="checkbox-row">
      {box}
      <span>{children}</span>
    </label>
  )
}
