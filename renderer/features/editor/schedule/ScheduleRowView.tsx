import { Trash2 } from 'lucide-react'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { weekdayName } from '#common/domain/day'
import type { ScheduleRow } from '#common/domain/schedule'
import { formatDate } from '#common/domain/vietnam-time'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { CommittedText } from '../fields/CommittedText.tsx'
import { type Column, columns, withCell } from './schedule-table.ts'

interface Props {
  readonly row: ScheduleRow
  readonly index: number
  /** Of the schedule's week. */
  readonly days: readonly string[]
  readonly year: string
  readonly editable: boolean
  readonly onChange: (row: ScheduleRow) => void
  /** True when the text was a table and has been laid over the rows. */
  readonly onPaste: (column: Column, text: string) => boolean
  /** To the row below (1) or above (-1), in the same column. */
  readonly onMove: (step: 1 | -1, column: Column) => void
  readonly onAdd: () => void
  readonly onRemove: () => void
}

/** One row: the day is chosen from the week, the rest is typed. */
export function ScheduleRowView(props: Props) {
  const { t } = useText()
  const { row, index, days, year, editable, onChange } = props
  const known = row.day === '' || days.includes(row.day) ? days : [row.day, ...days]
  const name = (column: Column) =>
    t('editor.schedule.cell', { column: t(`editor.schedule.${column}`), row: index + 1 })
  return (
    <tr data-amended={row.amended || undefined}>
      <td className="schedule-number">
        {index + 1}
        {row.amended && <span title={t('editor.schedule.amended')}>*</span>}
      </td>
      {columns.map(column => (
        <td
          key={column}
          data-cell={`${index} ${column}`}
          data-column={column}
          data-label={t(`editor.schedule.${column}`)}
          onKeyDown={event => onKeyDown(event, column)}
          onPaste={event => onPaste(event, column)}
        >
          {column === 'day' ? (
            <Select
              size="small"
              label={name(column)}
              disabled={!editable}
              value={row.day}
              placeholder={t('editor.schedule.chooseDay')}
              options={known.map(day => ({
                value: day,
                label: `${weekdayName(day)} ${formatDate(day).slice(0, 5)}`,
              }))}
              onChange={day => onChange({ ...row, day })}
            />
          ) : (
            <CommittedText
              multiline={column !== 'time'}
              rows={1}
              label={name(column)}
              disabled={!editable}
              maxLength={1_000}
              value={row[column]}
              onCommit={text => {
                onChange(withCell(row, column, text.trim(), year))
                return true
              }}
            />
          )}
        </td>
      ))}
      <td>
        {editable && (
          <Button
            look="quiet"
            size="small"
            className="icon-button"
            icon={<Trash2 size={15} />}
            aria-label={t('editor.schedule.remove', { row: index + 1 })}
            onClick={props.onRemove}
          />
        )}
      </td>
    </tr>
  )

  function onKeyDown(event: KeyboardEvent, column: Column): void {
    const { key, ctrlKey, metaKey, shiftKey, nativeEvent } = event
    if (nativeEvent.isComposing || !editable) return
    const inText = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement
    if (key === 'Enter' && (ctrlKey || metaKey)) act(event, props.onAdd)
    else if (key === 'Enter' && inText && !shiftKey) act(event, () => props.onMove(1, column))
    else if (key === 'Delete' && (ctrlKey || metaKey)) act(event, props.onRemove)
    else if (key === 'ArrowDown' && ctrlKey) act(event, () => props.onMove(1, column))
    else if (key === 'ArrowUp' && ctrlKey) act(event, () => props.onMove(-1, column))
  }

  function onPaste(event: ClipboardEvent, column: Column): void {
    if (!editable || !props.onPaste(column, event.clipboardData.getData('text/plain'))) return
    event.preventDefault()
    event.stopPropagation()
    if (event.target instanceof HTMLElement) event.target.blur()
  }
}

/** The key is this grid's and nobody else's; what was typed goes into the row first. */
function act(event: KeyboardEvent, run: () => void): void {
  event.preventDefault()
  event.stopPropagation()
  if (event.target instanceof HTMLElement) event.target.blur()
  run()
}
