import './switch.css'
import { Switch as Base } from '@base-ui/react/switch'
import type { ReactNode } from 'react'

interface Props {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly children: ReactNode
}

/** Something that is on or off at once, with its label. */
export function Switch({ checked, onChange, disabled = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base.Root renders the control this label wraps
    <label className="switch-row">
      <Base.Root className="switch" checked={checked} onCheckedChange={onChange} disabled={disabled}>
        <Base.Thumb className="switch-thumb" />
      </Base.Root>
      <span>{children}</span>
    </label>
  )
}
