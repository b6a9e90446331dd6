import './calendar.css'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addDays, mondayOf, weekdayName } from '#common/domain/day'
import { formatDate } from '#common/domain/vietnam-time'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'

interface Props {
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  /** Today in Vietnam. */
  readonly today: string
  readonly onChoose: (day: string) => void
}

const daySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
}

/** One month, weeks from Monday. Arrows move by days and weeks, PageUp and PageDown by months, Enter chooses. */
export function Calendar({ value, today, onChoose }: Props) {
  const { t } = useText()
  const [current, setCurrent] = useState(value === '' ? today : value)
  const grid = useRef<HTMLTableElement>(null)
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>(`[data-day="${current}"]`)?.focus()
  }, [current])
  const month = current.slice(0, 7)
  const first = mondayOf(`${month}-01`)
  const weeks = [0, 1, 2, 3, 4, 5].map(week =>
    [0, 1, 2, 3, 4, 5, 6].map(day => addDays(first, week * 7 + day)),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const days = daySteps[event.key]
    const next =
      days !== undefined
        ? addDays(current, days)
        : event.key === 'PageUp' || event.key === 'PageDown'
          ? addMonths(current, event.key === 'PageUp' ? -1 : 1)
          : null
    if (next === null) return
    event.preventDefault()
    setCurrent(next)
  }
  return (
    <div className="calendar">
      <div className="calendar-head">
        <IconButton
          size="small"
          label={t('ui.date.previousMonth')}
          icon={<ChevronLeft size={16} />}
          onClick={() => setCurrent(addMonths(current, -1))}
        />
        <strong aria-live="polite">
          {t('ui.date.month', { month: Number(month.slice(5)), year: month.slice(0, 4) })}
        </strong>
        <IconButton
          size="small"
          label={t('ui.date.nextMonth')}
          icon={<ChevronRight size={16} />}
          onClick={() => setCurrent(addMonths(current, 1))}
        />
      </div>
      <table ref={grid} aria-label={t('ui.date.calendar')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day, index) => (
              <th key={day} scope="col" abbr={weekdayName(day)}>
                {index === 6 ? 'CN' : `T${index + 2}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr key={week[0]}>
              {week.map(day => (
                <td key={day}>
                  <button
                    type="button"
                    data-day={day}
                    data-outside={!day.startsWith(month) || undefined}
                    tabIndex={day === current ? 0 : -1}
                    aria-current={day === today ? 'date' : undefined}
                    aria-pressed={day === value}
                    aria-label={`${weekdayName(day)}, ${formatDate(day)}`}
                    onClick={() => onChoose(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" look="quiet" onClick={() => onChoose(today)}>
        {t('ui.date.today')}
      </Button>
    </div>
  )
}

/** The same date in another month, or that month's last day. */
function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10)
}
