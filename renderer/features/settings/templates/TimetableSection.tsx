import { Plus } from 'lucide-react'
import { addDays, weekdayName } from '#common/domain/day'
import { kinds } from '#common/domain/kinds/registry'
import type { TimetableEntry } from '#common/domain/template-book'
import { formatInstant } from '#common/domain/vietnam-time'
import { useSession } from '#renderer/api/session.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextInput } from '#renderer/ui/Field.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import type { SectionProps } from './section.ts'

/** A Monday, to name the days of a week by. */
const someMonday = '2026-11-23'
/** The kind whose articles begin with days of their own, as a weekly one does. */
const recurring = kinds.find(kind => kind.fieldsOn !== undefined)?.id ?? ''
const weekdays = [1, 2, 3, 4, 5, 6, 7].map(day => ({
  value: String(day),
  label: weekdayName(addDays(someMonday, day - 1)),
}))

/** Drafts that are made every week by themselves, also after a time without the program, each once. */
export function TimetableSection({ book, mayChange, onSave }: SectionProps) {
  const { t, name } = useText()
  const { account } = useSession()
  const templates = [
    ...book.templates.map(one => ({ value: one.id, label: one.name })),
    ...kinds.map(kind => ({ value: kind.id, label: t('templates.builtIn', { name: name(kind.label) }) })),
  ]
  const change = (entry: TimetableEntry, changes: Partial<TimetableEntry>) =>
    void onSave({
      ...book,
      timetable: book.timetable.map(one => (one === entry ? { ...one, ...changes } : one)),
    })
  const add = () => {
    if (account === null) return
    const entry: TimetableEntry = {
      ...{ id: crypto.randomUUID().slice(0, 36), template: recurring, weekday: 5, time: '14:00' },
      ...{ by: account.id, since: new Date().toISOString(), madeFor: null },
    }
    void onSave({ ...book, timetable: [...book.timetable, entry] })
  }
  return (
    <section>
      <h2>{t('templates.timetable')}</h2>
      <p>{t('templates.timetableAbout')}</p>
      {book.timetable.length > 0 && (
        <Table label={t('templates.timetable')}>
          <thead>
            <tr>
              <th>{t('templates.template')}</th>
              <th>{t('templates.weekday')}</th>
              <th>{t('templates.time')}</th>
              <th>{t('templates.madeFor')}</th>
              {mayChange && <th aria-label={t('names.edit')} />}
            </tr>
          </thead>
          <tbody>
            {book.timetable.map(entry => (
              <tr key={entry.id}>
                <td>
                  <Select
                    size="small"
                    label={t('templates.template')}
                    disabled={!mayChange}
                    value={entry.template}
                    options={templates}
                    onChange={template => change(entry, { template })}
                  />
                </td>
                <td>
                  <Select
                    size="small"
                    label={t('templates.weekday')}
                    disabled={!mayChange}
                    value={String(entry.weekday)}
                    options={weekdays}
                    onChange={weekday => change(entry, { weekday: Number(weekday) })}
                  />
                </td>
                <td>
                  <TextInput
                    key={entry.time}
                    aria-label={t('templates.time')}
                    disabled={!mayChange}
                    defaultValue={entry.time}
                    maxLength={5}
                    onBlur={event => {
                      const time = timeOf(event.target.value)
                      if (time !== null && time !== entry.time) change(entry, { time })
                      else event.target.value = entry.time
                    }}
                  />
                </td>
                <td>{entry.madeFor === null ? '–' : formatInstant(entry.madeFor)}</td>
                {mayChange && (
                  <td className="names-actions">
                    <Button
                      size="small"
                      look="quiet"
                      onClick={() =>
                        void onSave({ ...book, timetable: book.timetable.filter(one => one !== entry) })
                      }
                    >
                      {t('names.remove')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayChange && (
        <div>
          <Button icon={<Plus size={16} />} onClick={add}>
            {t('templates.addTime')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** `7h30`, `7:30` as `07:30`; null for what is no time. */
function timeOf(text: string): string | null {
  const match = /^\s*(\d{1,2})[:hg](\d{2})\s*$/.exec(text)
  const time = match === null ? '' : `${match[1]?.padStart(2, '0')}:${match[2]}`
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null
}
