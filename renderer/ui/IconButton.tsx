import type { ReactElement } from 'react'
import { Button, type ButtonProps } from './Button.tsx'
import { Tooltip } from './Tooltip.tsx'

interface Props extends Omit<ButtonProps, 'children' | 'look' | 'icon'> {
  /** Its name for everybody: tooltip and screen reader. */
  readonly label: string
  readonly icon: ReactElement
  readonly pressed?: boolean | undefined
}

/** A button with a picture only; the label is always there as tooltip and accessible name. */
export function IconButton({ label, icon, pressed, shortcut, className, ...rest }: Props) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <Button
        {...rest}
        look="quiet"
        icon={icon}
        aria-label={label}
        aria-pressed={pressed}
        className={['icon-button', className].filter(Boolean).join(' ')}
      />
    </Tooltip>
  )
}
