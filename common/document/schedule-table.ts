import type { Node } from 'prosemirror-model'
import { weekdayName } from '../domain/day'
import { inOrder, isScheduleRows, type ScheduleRow } from '../domain/schedule'
import { formatDate } from '../domain/vietnam-time'
import { element, escapeHtml, type Html, join, nothing } from './html'

/** Rows of a schedule node in the order readers get them; empty for a node that holds none. */
export function rowsOf(node: Node): readonly ScheduleRow[] {
  const { rows } = node.attrs
  return isScheduleRows(rows) ? inOrder(rows) : []
}

/** `Thứ Hai, 23/11/2026`. */
export function dayText(day: string): string {
  return day === '' ? '' : `${weekdayName(day)}, ${formatDate(day)}`
}

/** Columns with their heads in Vietnamese; one that no row fills is left out. */
function columnsOf(rows: readonly ScheduleRow[]) {
  const all = [
    ['time', 'Thời gian'],
    ['work', 'Nội dung công việc'],
    ['place', 'Địa điểm'],
    ['people', 'Chủ trì, thành phần'],
    ['preparation', 'Chuẩn bị'],
  ] as const
  return all.filter(([key]) => key !== 'preparation' || rows.some(row => row.preparation.trim() !== ''))
}

/** The schedule as cells of text, heads first; for search, comparison and plain text. */
export function scheduleCells(node: Node): readonly (readonly string[])[] {
  const rows = rowsOf(node)
  const columns = columnsOf(rows)
  return [
    ['Ngày', ...columns.map(([, head]) => head)],
    ...rows.map(row => [
      dayText(row.day),
      ...columns.map(([key]) => (key === 'work' && row.amended ? `${row.work} (điều chỉnh)` : row[key])),
    ]),
  ]
}

/** One table with a head for each column and one for each day, which spans the day's rows. */
export function scheduleTable(node: Node): Html {
  const rows = rowsOf(node)
  const columns = columnsOf(rows)
  const head = element(
    'tr',
    {},
    ...['Ngày', ...columns.map(([, text]) => text)].map(text =>
      element('th', { scope: 'col' }, escapeHtml(text)),
    ),
  )
  const days = [...new Set(rows.map(row => row.day))]
  const groups = days.map(day => {
    const ofDay = rows.filter(row => row.day === day)
    const label = element(
      'th',
      { scope: 'rowgroup', rowspan: ofDay.length },
      day === '' ? nothing : join([weekdayName(day), formatDate(day)].map(escapeHtml), '<br>'),
    )
    return element(
      'tbody',
      {},
      ...ofDay.map((row, index) =>
        element(
          'tr',
          { class: row.amended ? 'amended' : null },
          index === 0 ? label : nothing,
          ...columns.map(([key]) => cell(row, key)),
        ),
      ),
    )
  })
  return element(
    'div',
    { class: 'table schedule', tabindex: 0, role: 'region', 'aria-label': 'Lịch làm việc' },
    element('table', {}, element('thead', {}, head), ...groups),
  )
}

function cell(row: ScheduleRow, key: 'time' | 'work' | 'place' | 'people' | 'preparation'): Html {
  const text = escapeHtml(row[key])
  if (key !== 'work' || !row.amended) return element('td', {}, text)
  return element('td', {}, text, escapeHtml(' '), element('em', {}, escapeHtml('(điều chỉnh)')))
}
