import './field.css'
import { Field as Base } from '@base-ui/react/field'
import type { ComponentProps, ReactNode } from 'react'

interface FieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What is wrong and what to do; also marks the control for screen readers. */
  readonly error?: string | null | undefined
  readonly required?: boolean
  readonly children: ReactNode
}

/** Label above, control, hint or error below; the control inside must be one of this file or a Select. */
export function Field({ label, hint, error, required = false, children }: FieldProps) {
  const wrong = error !== undefined && error !== null && error !== ''
  return (
    <Base.Root className="field" invalid={wrong}>
      <Base.Label className="field-label">
        {label}
        {required && (
          <span className="field-required" aria-hidden="true">
            *
          </span>
        )}
      </Base.Label>
      {children}
      {wrong ? (
        <Base.Error match className="field-error">
          {error}
        </Base.Error>
      ) : (
        hint !== undefined && <Base.Description className="field-hint">{hint}</Base.Description>
      )}
    </Base.Root>
  )
}

/** One line of text; its value is never rewritten while somebody types. */
export function TextInput(props: ComponentProps<'input'>) {
  return <Base.Control {...props} className={['input', props.className].filter(Boolean).join(' ')} />
}

/** For a web address, or a path of this machine: nothing in it is a word to correct or to begin with a capital. */
export function AddressInput(props: ComponentProps<'input'>) {
  return <TextInput {...props} inputMode="url" spellCheck={false} autoCapitalize="none" />
}

export function TextArea(props: ComponentProps<'textarea'>) {
  return (
    <Base.Control
      render={
        <textarea rows={3} {...props} className={['input', props.className].filter(Boolean).join(' ')} />
      }
    />
  )
}
