import './dialog.css'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { FormEvent, ReactNode } from 'react'
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
  readonly size?: 'small' | 'normal' | 'large'
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
        <Base.Popup className="dialog" data-size={size}>
          {onSubmit === undefined ? content : <form onSubmit={submitting(onSubmit)}>{content}</form>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

function submitting(onSubmit: () => void) {
  return (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    onSubmit()
  }
}
