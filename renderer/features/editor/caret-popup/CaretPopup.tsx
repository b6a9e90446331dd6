import './caret-popup.css'
import type { Editor } from '@tiptap/react'
import type { ReactNode } from 'react'

interface Props {
  readonly editor: Editor
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** As high as a list may become, in pixels; style sheet and placing agree on it. */
const mostHeight = 330
const gap = 6

/** A list below the caret's line, above it where there is no room; the caret keeps the keyboard. */
export function CaretPopup({ editor, label, className = '', children }: Props) {
  const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.from)
  const fits = bottom + gap + mostHeight <= window.innerHeight
  const place = fits ? { top: bottom + gap } : { bottom: window.innerHeight - top + gap }
  return (
    <div
      className={`popup menu caret-popup ${className}`}
      role="listbox"
      aria-label={label}
      style={{ left: Math.min(left, window.innerWidth - 400), ...place }}
    >
      {children}
    </div>
  )
}
