import './spinner.css'
import { LoaderCircle } from 'lucide-react'

interface Props {
  readonly size?: number
  /** Read out and shown beside the circle; without it the spinner is decoration. */
  readonly label?: string
}

export function Spinner({ size = 18, label }: Props) {
  return (
    <span className="spinner" role={label === undefined ? undefined : 'status'}>
      <LoaderCircle size={size} aria-hidden="true" />
      {label}
    </span>
  )
}

/** Fills the place of a screen that is on its way. */
export function ScreenSpinner({ label }: { readonly label: string }) {
  return (
    <div className="screen-spinner">
      <Spinner label={label} />
    </div>
  )
}
