import './dialog.css'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from './Button.tsx'

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons, the one that acts last. */
  readonly footer?: ReactNode
  readonly size?: 'small' | 'normal' | 'large' | 'wide'
  /** Makes the dialog a form, so that Enter acts. */
  readonly onSubmit?: () => void
}

/** A modal question or a short form; Escape and the cross leave it without doing anything. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = 'normal',
  onSubmit,
}: Props) {
  const { t } = useText()
  const popup = useRef<HTMLDivElement>(null)
  const content = (
    <>
      <header className="dialog-header">
        <Base.Title className="dialog-title">{title}</Base.Title>
        {/* Without a tooltip: it would open with the focus and take the first Escape. */}
        <Base.Close
          render={
            <Button
              look="quiet"
              size="small"
              className="icon-button"
              icon={<X size={18} />}
              aria-label={t('ui.close')}
            />
          }
        />
      </header>
      <div className="dialog-body">
        {description !== undefined && (
          <Base.Description className="dialog-description">{description}</Base.Description>
        )}
        {children}
      </div>
      {footer !== undefined && <footer className="dialog-footer">{footer}</footer>}
    </>
  )
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup
          ref={popup}
          className="dialog"
          data-size={size}
          initialFocus={() => firstControl(popup.current) ?? true}
        >
          {onSubmit === undefined ? content : <form onSubmit={submitting(onSubmit)}>{content}</form>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** Where the work of a dialog begins: its first field, else the button that acts; the cross comes last. */
function firstControl(popup: HTMLElement | null): HTMLElement | null {
  if (popup?.contains(document.activeElement) && document.activeElement instanceof HTMLElement)
    return document.activeElement
  const field = popup?.querySelector<HTMLElement>('.dialog-body :is(input, textarea, [role=combobox])')
  return field ?? popup?.querySelector<HTMLElement>('.dialog-footer .button:last-of-type') ?? null
}

function submitting(onSubmit: () => void) {
  return (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    onSubmit()
  }
}
