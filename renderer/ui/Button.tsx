import './button.css'
import type { ComponentProps, ReactNode } from 'react'
import { ShortcutKeys } from './ShortcutKeys.tsx'
import { Spinner } from './Spinner.tsx'

export interface ButtonProps extends ComponentProps<'button'> {
  /** One `primary` a screen; `danger` only for what takes something away. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'normal' | 'small'
  readonly icon?: ReactNode
  /** Shown beside the label, as in `Mod+Enter`. */
  readonly shortcut?: string | undefined
  /** Keeps its width, shows a spinner and takes no clicks. */
  readonly busy?: boolean
}

export function Button({
  look = 'plain',
  size = 'normal',
  icon,
  shortcut,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={['button', className].filter(Boolean).join(' ')}
      data-look={look}
      data-size={size}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <Spinner size={16} /> : icon}
      {children !== undefined && <span className="button-label">{children}</span>}
      {shortcut !== undefined && <ShortcutKeys keys={shortcut} />}
    </button>
  )
}
