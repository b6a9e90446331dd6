import { addDays, isDay } from './day'

/** One piece of work in a leadership schedule. `day` is `YYYY-MM-DD` or empty while it is being filled in. */
export interface ScheduleRow {
  readonly day: string
  /** `07:30`, `07:30–09:00`, or a session: `Sáng`, `Chiều`, `Tối`, `Cả ngày`. */
  readonly time: string
  readonly work: string
  readonly place: string
  /** Chair first, then who attends, parted by `;` or `,`. */
  readonly people: string
  readonly preparation: string
  /** Changed by the amendment this schedule is; readers see it marked. */
  readonly amended: boolean
}

export const emptyRow: ScheduleRow = {
  day: '',
  time: '',
  work: '',
  place: '',
  people: '',
  preparation: '',
  amended: false,
}

export const scheduleTexts = ['time', 'work', 'place', 'people', 'preparation'] as const
export type ScheduleText = (typeof scheduleTexts)[number]
export const scheduleRowsAtMost = 200
const textAtMost = 1_000

/** True for a list of rows as the document may hold it; used as the `validate` of the node's attribute. */
export function isScheduleRows(value: unknown): value is readonly ScheduleRow[] {
  return Array.isArray(value) && value.length <= scheduleRowsAtMost && value.every(isRow)
}

function isRow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const row: Readonly<Record<string, unknown>> = { ...value }
  return (
    Object.keys(row).length === Object.keys(emptyRow).length &&
    typeof row.amended === 'boolean' &&
    (row.day === '' || (typeof row.day === 'string' && isDay(row.day))) &&
    scheduleTexts.every(key => typeof row[key] === 'string' && String(row[key]).length <= textAtMost)
  )
}

/** By day, then by the beginning of the time; rows without a day come last, in their order. */
export function inOrder(rows: readonly ScheduleRow[]): readonly ScheduleRow[] {
  const key = (row: ScheduleRow) =>
    `${row.day || '9999'} ${String(startMinute(row.time) ?? 9_999).padStart(4, '0')}`
  return rows.toSorted((a, b) => key(a).localeCompare(key(b), 'en'))
}

/** Last week's rows for a week that begins so many days later; marks of an amendment stay behind. */
export function shiftRows(rows: readonly ScheduleRow[], days: number): readonly ScheduleRow[] {
  return rows.map(row => ({ ...row, amended: false, day: row.day === '' ? '' : addDays(row.day, days) }))
}

const sessions: Readonly<Record<string, readonly [number, number]>> = {
  sáng: [7 * 60, 11 * 60 + 30],
  chiều: [13 * 60, 17 * 60],
  tối: [18 * 60, 22 * 60],
  'cả ngày': [7 * 60, 17 * 60],
}

/** `7h30`, `7g30`, `7:30-9:00` as `07:30`, `07:30–09:00`; what is no time stays as it was typed. */
export function tidyTime(text: string): string {
  const span = timesIn(text)
  if (span === null) return text.trim()
  return span.map(clock).join('–')
}

/** Minutes of the day at which it begins; null for what is no time. */
export function startMinute(time: string): number | null {
  return sessions[time.trim().toLowerCase()]?.[0] ?? timesIn(time)?.[0] ?? null
}

/** Whether two pieces of work are at once. One without an end lasts until the next begins, so only equal starts meet. */
export function meets(a: string, b: string): boolean {
  const [one, two] = [spanOf(a), spanOf(b)]
  return one !== null && two !== null && one[0] < two[1] && two[0] < one[1]
}

function spanOf(time: string): readonly [number, number] | null {
  const session = sessions[time.trim().toLowerCase()]
  if (session !== undefined) return session
  const times = timesIn(time)
  if (times === null) return null
  const [start = 0, end = start + 1] = times
  return [start, Math.max(end, start + 1)]
}

function timesIn(text: string): readonly number[] | null {
  const part = String.raw`(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{2})?`
  const match = new RegExp(String.raw`^\s*${part}(?:\s*(?:[-–—]|đến)\s*${part})?\s*$`, 'iu').exec(text)
  if (match === null) return null
  const [, hour, minute, endHour, endMinute] = match
  const times = [[hour, minute], ...(endHour === undefined ? [] : [[endHour, endMinute]])].map(
    ([h, m]) => Number(h) * 60 + Number(m ?? 0),
  )
  return times.every(time => time < 24 * 60) && times.length > 0 ? times : null
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
