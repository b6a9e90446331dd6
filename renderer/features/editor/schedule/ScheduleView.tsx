import './schedule.css'
import { closeHistory } from '@tiptap/pm/history'
import { type NodeViewProps, NodeViewWrapper, useEditorState } from '@tiptap/react'
import { CopyPlus, FilePenLine, Plus } from 'lucide-react'
import { useRef } from 'react'
import { setFieldIn } from '#common/document/follow-fields'
import { addDays, daysBetween } from '#common/domain/day'
import {
  emptyRow,
  isScheduleRows,
  type ScheduleRow,
  scheduleRowsAtMost,
  scheduleTexts,
  shiftRows,
} from '#common/domain/schedule'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { complain } from '#renderer/ui/toasts.ts'
import { readInput } from '../read-input.ts'
import { ScheduleRowView } from './ScheduleRowView.tsx'
import { type Column, cellsOf, columns, withPasted } from './schedule-table.ts'
import { useLastSchedule } from './use-last-schedule.ts'

/** The rows of a leadership schedule as a grid: Enter goes down, Ctrl+Enter adds a row, a table from Excel is laid over it. */
export function ScheduleView({ editor, node, getPos }: NodeViewProps) {
  const { t } = useText()
  const grid = useRef<HTMLTableElement>(null)
  const lastSchedule = useLastSchedule()
  const isEditable = useEditorState({ editor, selector: state => state.editor.isEditable })
  const rows = isScheduleRows(node.attrs.rows) ? node.attrs.rows : []
  const { periodFrom, periodTo, amendment } = editor.state.doc.attrs
  const from = typeof periodFrom === 'string' ? periodFrom : null
  const year = (from ?? new Date().toISOString()).slice(0, 4)
  const amends = Number(amendment ?? 0) > 0

  const put = (next: readonly ScheduleRow[], amendedTo?: string) => {
    readInput(editor.view)
    const position = getPos()
    if (position === undefined || !editor.isEditable) return
    const { tr } = editor.state
    tr.setNodeAttribute(position, 'rows', next.slice(0, scheduleRowsAtMost))
    if (amendedTo !== undefined) setFieldIn(tr, 'amendment', amendedTo)
    editor.view.dispatch(closeHistory(tr))
  }
  const change = (index: number, row: ScheduleRow) =>
    put(rows.with(index, { ...row, amended: amends || row.amended }))
  const focusCell = (row: number, column: Column) =>
    requestAnimationFrame(() =>
      grid.current
        ?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"] :is(textarea, input, button)`)
        ?.focus(),
    )
  const add = (index: number) => {
    const day = rows[index - 1]?.day ?? from ?? ''
    put(rows.toSpliced(index, 0, { ...emptyRow, day, amended: amends }))
    focusCell(index, 'time')
  }
  const remove = (index: number) => {
    put(rows.toSpliced(index, 1))
    if (rows.length > 1) focusCell(Math.max(0, index - 1), 'work')
  }
  const paste = (row: number, column: Column, text: string): boolean => {
    const cells = cellsOf(text)
    if (cells === null) return false
    const next = withPasted(rows, { row, column }, cells, year)
    put(next.map((one, index) => (one === rows[index] ? one : { ...one, amended: amends || one.amended })))
    return true
  }
  const copyLast = async () => {
    const found = await lastSchedule(from)
    if (found === null) return complain(t('editor.schedule.noLast'))
    // What was typed meanwhile counts, too.
    const present: unknown = editor.state.doc.nodeAt(getPos() ?? 0)?.attrs.rows
    const written = isScheduleRows(present) ? present.filter(isWritten) : []
    put([...written, ...shiftRows(found.rows, from === null ? 7 : daysBetween(found.from, from))])
  }
  const amend = () =>
    put(
      rows.map(row => ({ ...row, amended: false })),
      String(Number(amendment ?? 0) + 1),
    )
  const days = from === null ? [] : daysOfWeek(from, typeof periodTo === 'string' ? periodTo : from)
  return (
    <NodeViewWrapper className="schedule-view" contentEditable={false}>
      <table ref={grid} aria-label={t('editor.schedule.title')}>
        <thead>
          <tr>
            <th scope="col">{t('editor.schedule.number')}</th>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`editor.schedule.${column}`)}
              </th>
            ))}
            <th scope="col" aria-label={t('editor.schedule.actions')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <ScheduleRowView
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own; a cell shows what its place holds
              key={index}
              {...{ row, index, days, year }}
              editable={isEditable}
              onChange={next => change(index, next)}
              onPaste={(column, text) => paste(index, column, text)}
              onMove={(step, column) => {
                if (index + step >= rows.length) add(rows.length)
                else if (index + step >= 0) focusCell(index + step, column)
              }}
              onAdd={() => add(index + 1)}
              onRemove={() => remove(index)}
            />
          ))}
        </tbody>
      </table>
      {isEditable && (
        <div className="schedule-actions">
          <Button size="small" icon={<Plus size={15} />} onClick={() => add(rows.length)}>
            {t('editor.schedule.add')}
          </Button>
          <Button size="small" icon={<CopyPlus size={15} />} onClick={() => void copyLast()}>
            {t('editor.schedule.copyLast')}
          </Button>
          <Button size="small" icon={<FilePenLine size={15} />} disabled={rows.length === 0} onClick={amend}>
            {t('editor.schedule.amend', { number: Number(amendment ?? 0) + 1 })}
          </Button>
          <small>{t('editor.schedule.hint')}</small>
        </div>
      )}
    </NodeViewWrapper>
  )
}

/** What somebody typed stays, whatever is copied beside it. */
function isWritten(row: ScheduleRow): boolean {
  return scheduleTexts.some(text => row[text].trim() !== '')
}

/** At most seven: a longer period is a fault that the checks tell. */
function daysOfWeek(from: string, to: string): readonly string[] {
  const count = Math.min(6, Math.max(0, daysBetween(from, to)))
  return Array.from({ length: count + 1 }, (_, index) => addDays(from, index))
}
