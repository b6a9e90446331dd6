import './checkbox.css'
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

/** The browser's own box in our dress: a list shows a hundred of them at once. */
export function Checkbox({ checked, indeterminate = false, onChange, disabled, label, children }: Props) {
  const box = (
    <input
      type="checkbox"
      className="checkbox"
      checked={checked}
      disabled={disabled}
      aria-label={label}
      ref={input => {
        if (input !== null) input.indeterminate = indeterminate
      }}
      onChange={event => onChange(event.currentTarget.checked)}
    />
  )
  if (children === undefined) return box
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control this label wraps is `box`
    <label className="checkbox-row">
      {box}
      <span>{children}</span>
    </label>
  )
}
