/** Days as `YYYY-MM-DD`, reckoned without a time zone: a day in Vietnam is a day. */
const dayMs = 86_400_000

/** True for a day that exists: 31 February does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10)
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay() || 7
}

const weekdays = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const

export function weekdayName(day: string): string {
  return weekdays[weekdayOf(day) - 1] ?? ''
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day))
}

/** ISO 8601 number of the week: week 1 has the year's first Thursday. */
export function weekNumber(day: string): number {
  const thursday = addDays(mondayOf(day), 3)
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
}

/** `23/11/2026`, `23.11.2026`, `23-11-26`, `23112026` as a day; null for what is none. */
export function dayFromText(text: string): string | null {
  const match = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})\s*$|^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(
    text,
  )
  if (match === null) return null
  const [date, month, year] = match[1] === undefined ? match.slice(4, 7) : match.slice(1, 4)
  const fullYear = year?.length === 2 ? `20${year}` : year
  const day = `${fullYear}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  return isDay(day) ? day : null
}
