import { CalendarDays } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { dayFromText } from '#common/domain/day'
import { instantFromText, isCompleteDay, typedDay, typedInstant } from '#common/domain/typed-date'
import { dayInVietnam } from '#common/domain/vietnam-time'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from './Button.tsx'
import { Calendar } from './Calendar.tsx'
import { TextInput } from './Field.tsx'
import { Popover } from './Popover.tsx'

interface Props {
  /** `YYYY-MM-DD`, with `withTime` a UTC instant; empty for none. */
  readonly value: string
  /** Called with a whole date or with an empty text, never with half of one. */
  readonly onChange: (value: string) => void
  /** Whether what stands in the field, when it is left, is no date. */
  readonly onWrong?: (wrong: boolean) => void
  /** A time of day in Vietnam after the day. */
  readonly withTime?: boolean
  readonly id?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  /** Needed where no Field gives it a name. */
  readonly label?: string
}

/** A date in Vietnamese order (`23/11/2026`) whatever the browser's language, typed or chosen from a month. */
export function DateField({ value, onChange, onWrong, withTime = false, label, ...rest }: Props) {
  const { t } = useText()
  const shown = value === '' ? '' : withTime ? typedInstant(value) : typedDay(value)
  const [text, setText] = useState(shown)
  const [open, setOpen] = useState(false)
  const own = useRef(value)
  useEffect(() => {
    if (own.current === value) return
    own.current = value
    setText(shown)
  }, [value, shown])
  const tell = (next: string) => {
    own.current = next
    onWrong?.(false)
    if (next !== value) onChange(next)
  }
  const read = (typed: string) =>
    typed.trim() === '' ? '' : withTime ? instantFromText(typed) : dayFromText(typed)
  const leave = () => {
    const next = read(text)
    if (next === null) {
      onWrong?.(true)
      return
    }
    tell(next)
    setText(next === '' ? '' : withTime ? typedInstant(next) : typedDay(next))
  }
  const choose = (day: string) => {
    const time = /\d{1,2}[:hg]\d{2}\s*$/.exec(text)?.[0] ?? '08:00'
    const next = withTime ? instantFromText(`${typedDay(day)} ${time}`) : day
    setOpen(false)
    if (next === null) return
    tell(next)
    setText(withTime ? typedInstant(next) : typedDay(next))
  }
  const today = dayInVietnam(Date.now())
  return (
    <span className="date-field">
      <TextInput
        {...rest}
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        placeholder={t(withTime ? 'ui.date.instantForm' : 'ui.date.form')}
        maxLength={30}
        value={text}
        onChange={event => {
          const typed = event.currentTarget.value
          setText(typed)
          const next = read(typed)
          if (next !== null && (withTime || next === '' || isCompleteDay(typed))) tell(next)
        }}
        onBlur={leave}
        onKeyDown={event => {
          if (event.key === 'ArrowDown' && event.altKey) {
            event.preventDefault()
            setOpen(true)
          } else if (event.key === 'Enter') leave()
        }}
      />
      <Popover
        open={open}
        onOpenChange={setOpen}
        align="end"
        trigger={
          <Button
            look="quiet"
            size="small"
            className="icon-button"
            disabled={rest.disabled}
            aria-label={t('ui.date.choose')}
            icon={<CalendarDays size={16} />}
          />
        }
      >
        <Calendar value={dayOf(text)} today={today} onChoose={choose} />
      </Popover>
    </span>
  )
}

function dayOf(text: string): string {
  return dayFromText(text.trim().split(/\s/)[0] ?? '') ?? ''
}
