import './popup.css'
import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { ShortcutKeys } from './ShortcutKeys.tsx'

interface Props {
  readonly label: string
  readonly shortcut?: string | undefined
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  /** The element it explains; gets the listeners and must take a ref. */
  readonly children: ReactElement<Record<string, unknown>>
}

export function Tooltip({ label, shortcut, side = 'bottom', children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="popup-positioner">
          <Base.Popup className="tooltip">
            {label}
            {shortcut !== undefined && <ShortcutKeys keys={shortcut} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export const TooltipProvider = Base.Provider
