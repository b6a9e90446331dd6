import './popup.css'
import './menu.css'
import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { ShortcutKeys } from './ShortcutKeys.tsx'

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<Record<string, unknown>>
  readonly children: ReactNode
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  readonly open?: boolean
  readonly defaultOpen?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** Takes the keyboard back itself, where the button that opened it should not have it. */
  readonly onClosed?: () => void
}

export function Menu({ trigger, children, align = 'start', side = 'bottom', onClosed, ...state }: MenuProps) {
  return (
    <Base.Root {...state}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} className="popup-positioner">
          <Base.Popup
            className="popup menu"
            {...(onClosed === undefined ? {} : { finalFocus: takeBack(onClosed) })}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function takeBack(onClosed: () => void): () => false {
  return () => {
    onClosed()
    return false
  }
}

interface MenuItemProps {
  readonly children: ReactNode
  readonly icon?: ReactNode
  /** A second, quieter line. */
  readonly hint?: ReactNode
  readonly shortcut?: string | undefined
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly onSelect: () => void
}

export function MenuItem({
  children,
  icon,
  hint,
  shortcut,
  danger = false,
  disabled,
  onSelect,
}: MenuItemProps) {
  return (
    <Base.Item
      className="menu-item"
      data-danger={danger || undefined}
      disabled={disabled ?? false}
      onClick={onSelect}
    >
      {icon !== undefined && <span className="menu-icon">{icon}</span>}
      <span className="menu-text">
        {children}
        {hint !== undefined && <span className="menu-hint">{hint}</span>}
      </span>
      {shortcut !== undefined && <ShortcutKeys keys={shortcut} />}
    </Base.Item>
  )
}

export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="menu-label">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}

export function MenuSeparator() {
  return <Base.Separator className="menu-separator" />
}
