import { useId } from 'react'
import { DateField } from '#renderer/ui/DateField.tsx'

interface Props {
  readonly label: string
  /** `YYYY-MM-DD` or ''. */
  readonly value: string
  readonly onChange: (day: string) => void
}

/** One day, with its label in the same line. */
export function DayInput({ label, value, onChange }: Props) {
  const id = useId()
  return (
    <span className="records-day">
      <label htmlFor={id}>{label}</label>
      <DateField id={id} value={value} onChange={onChange} />
    </span>
  )
}
