import { dayFromText } from '#common/domain/day'
import {
  emptyRow,
  type ScheduleRow,
  type ScheduleText,
  scheduleRowsAtMost,
  tidyTime,
} from '#common/domain/schedule'

/** The columns of the grid, in the order in which offices keep them in Excel. */
export const columns = ['day', 'time', 'work', 'place', 'people', 'preparation'] as const
export type Column = (typeof columns)[number]

/** Cells of tab-separated text, as Excel and Word put tables on the clipboard; null for text that is no table. */
export function cellsOf(text: string): readonly (readonly string[])[] | null {
  if (!/[\t]|\n./.test(text.trim())) return null
  const rows: string[][] = [[]]
  // Excel quotes a cell that holds a line break, and doubles the quotes inside.
  for (const match of text
    .replace(/\r\n?/g, '\n')
    .trimEnd()
    .matchAll(/("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/g)) {
    const [whole, cell = '', end] = match
    if (whole === '' && match.index > 0) break
    const value = /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell
    rows.at(-1)?.push(value.replace(/\s+/g, ' ').trim())
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}

/** The rows with a pasted table laid over them, its first cell at this place; a row of heads is left out. */
export function withPasted(
  rows: readonly ScheduleRow[],
  at: { readonly row: number; readonly column: Column },
  cells: readonly (readonly string[])[],
  year: string,
): readonly ScheduleRow[] {
  const body = isHead(cells[0] ?? []) ? cells.slice(1) : cells
  const first = columns.indexOf(at.column)
  const next = [...rows]
  let day = rows[at.row - 1]?.day ?? ''
  for (const [offset, texts] of body.entries()) {
    const index = at.row + offset
    if (index >= scheduleRowsAtMost) break
    let row = next[index] ?? emptyRow
    for (const [shift, text] of texts.entries()) {
      const column = columns[first + shift]
      if (column !== undefined) row = withCell(row, column, text, year)
    }
    // Merged cells of a day come as empty ones below the first.
    if (row.day === '' && first === 0) row = { ...row, day }
    day = row.day
    next[index] = row
  }
  return next
}

/** One cell changed as somebody typed or pasted it. */
export function withCell(row: ScheduleRow, column: Column, text: string, year: string): ScheduleRow {
  if (column === 'day') return { ...row, day: dayIn(text, year) ?? row.day }
  return {
    ...row,
    [column satisfies ScheduleText]: (column === 'time' ? tidyTime(text) : text).slice(0, 1_000),
  }
}

/** `Thứ Hai, 23/11/2026`, `23/11` (with the schedule's year), `Thứ 2 (23.11.2026)`. */
function dayIn(text: string, year: string): string | null {
  const found = /(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?/.exec(text)
  return found === null ? null : dayFromText(`${found[1]}/${found[2]}/${found[3] ?? year}`)
}

function isHead(cells: readonly string[]): boolean {
  return /^(ngày|thứ,? ngày|thời gian|nội dung)/iu.test(cells[0] ?? '') && !/\d/.test(cells[0] ?? '')
}
