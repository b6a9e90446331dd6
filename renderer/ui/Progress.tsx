import './progress.css'
import { Progress as Base } from '@base-ui/react/progress'

interface Props {
  readonly value: number
  readonly max: number
  /** What the bar says in words, as "ảnh 5/8". */
  readonly label: string
}

/** How far something has come, with its words beside it. */
export function Progress({ value, max, label }: Props) {
  return (
    <Base.Root className="progress" value={value} max={max} aria-valuetext={label} aria-label={label}>
      <Base.Track className="progress-track">
        <Base.Indicator className="progress-indicator" />
      </Base.Track>
      <span className="numbers">{label}</span>
    </Base.Root>
  )
}
