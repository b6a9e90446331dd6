import { diffArrays } from 'diff'
import { emptyRow, type ScheduleRow, scheduleTexts } from '#common/domain/schedule'

type Rows = readonly ScheduleRow[]

export interface MergedRows {
  readonly rows: Rows
  /** What they wrote into a cell that was written here too; ours stands. */
  readonly lost: readonly string[]
}

/**
 * Two people's rows made from the same ones: each row and cell that only one of them touched is as that person left it. A
 * row that one removed and the other changed stays.
 */
export function mergeRows(base: Rows, ours: Rows, theirs: Rows): MergedRows {
  const [mine, yours] = [changesTo(base, ours), changesTo(base, theirs)]
  const lost: string[] = []
  const rows = [...both(mine.before, yours.before)]
  for (const [index, row] of base.entries()) {
    const [one, other] = [mine.rows[index] ?? null, yours.rows[index] ?? null]
    if (one !== null && other !== null) rows.push(mergeRow(row, one, other, lost))
    else if (one !== null && !same(one, row)) rows.push(one)
    else if (other !== null && !same(other, row)) rows.push(other)
    rows.push(...both(mine.behind[index] ?? [], yours.behind[index] ?? []))
  }
  return { rows, lost }
}

function mergeRow(base: ScheduleRow, ours: ScheduleRow, theirs: ScheduleRow, lost: string[]): ScheduleRow {
  let merged: ScheduleRow = { ...ours, amended: ours.amended || theirs.amended }
  for (const cell of ['day', ...scheduleTexts] as const) {
    if (theirs[cell] === base[cell] || theirs[cell] === ours[cell]) continue
    if (ours[cell] === base[cell]) merged = { ...merged, [cell]: theirs[cell] }
    else if (theirs[cell] !== '') lost.push(theirs[cell])
  }
  return merged
}

/** The same new row made by both is one. */
function both(ours: Rows, theirs: Rows): Rows {
  return [...theirs.filter(row => !ours.some(known => same(known, row))), ...ours]
}

/** What became of each row (null: removed), and which new ones stand before the first and behind each. */
function changesTo(base: Rows, next: Rows) {
  const rows: (ScheduleRow | null)[] = []
  const behind: ScheduleRow[][] = base.map(() => [])
  const before: ScheduleRow[] = []
  let open: ScheduleRow[] = []
  const putOpen = () => {
    ;(behind[rows.length - 1] ?? before).push(...open)
    open = []
  }
  for (const { added, removed, value } of diffArrays([...base], [...next], { comparator: same })) {
    if (removed) rows.push(...value.map(() => null))
    else if (added) open = pairUp(base, rows, value)
    else rows.push(...value)
    if (added) putOpen()
  }
  return { rows, behind, before }
}

/** New rows beside removed ones are those, changed, the likest with the likest; the rest is returned. */
function pairUp(base: Rows, rows: (ScheduleRow | null)[], added: Rows): ScheduleRow[] {
  let from = rows.length
  while (rows[from - 1] === null) from -= 1
  const left: ScheduleRow[] = []
  for (const row of added) {
    let best = -1
    for (let index = from; index < rows.length; index += 1)
      if (rows[index] === null && likeness(base[index], row) > likeness(base[best], row)) best = index
    if (best < 0 || left.length > 0) left.push(row)
    else {
      rows[best] = row
      from = best + 1
    }
  }
  return left
}

/** How many cells are the same; less than one for rows that have nothing in common. */
function likeness(a: ScheduleRow | undefined, b: ScheduleRow): number {
  if (a === undefined) return 0
  return (
    0.5 + (['day', ...scheduleTexts] as const).filter(cell => a[cell] === b[cell] && a[cell] !== '').length
  )
}

function same(a: ScheduleRow, b: ScheduleRow): boolean {
  return (Object.keys(emptyRow) as (keyof ScheduleRow)[]).every(key => a[key] === b[key])
}
