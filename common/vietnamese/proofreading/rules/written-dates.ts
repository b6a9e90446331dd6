import { matches } from '../matches'

/** A date as it stands in a text; parts that are not written are null. */
export interface WrittenDate {
  readonly from: number
  readonly to: number
  readonly day: number
  readonly month: number
  readonly year: number | null
  /** "ngày 15/10", "15/10/2026", "ngày 15 tháng 10": surely a date. A bare 15/10 may be a fraction. */
  readonly certain: boolean
}

const patterns = [
  /(?<![\d/.,-])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g,
  /(?<![\d/.,-])(\d{1,2})-(\d{1,2})-(\d{4})(?![\d-])/g,
  /(?<![\d/.,-])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.])/g,
  /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:,?\s+năm\s+(\d{4}))?(?!\d)/giu,
  /(?<![\d/.,-])(\d{1,2})\/(\d{1,2})(?![\d/]|[.,]\d|\s?%)/g,
] as const

const beforeDate =
  /(?:ngày|sáng|chiều|tối|trưa|đêm|hôm|thứ\s+\p{L}+,?|thứ\s+\d,?|chủ nhật,?|từ|đến|hết|trước)\s*\(?\s*$/iu

/** Every date in the text, in order. */
export function writtenDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = []
  for (const [index, pattern] of patterns.entries()) {
    for (const match of matches(text, pattern)) {
      const [all, day = '', month = '', year] = match
      const from = match.index
      const to = from + all.length
      if (found.some(other => other.from < to && from < other.to)) continue
      const led = beforeDate.test(text.slice(Math.max(0, from - 24), from))
      // "30 tháng 4" without "ngày" may be a length of time: "30 tháng 4 ngày".
      if (index === 3 && !led && year === undefined) continue
      const certain = index !== 4 || led
      found.push({
        from,
        to,
        day: Number(day),
        month: Number(month),
        year: year === undefined ? null : Number(year),
        certain,
      })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** Year null: whether the day exists in any year. */
export function isRealDate(day: number, month: number, year: number | null): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate()
}

/** 0 is Sunday. */
export function weekdayOf(day: number, month: number, year: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}

/** Comparable number of a date with its year. */
export function ordinalOf(day: number, month: number, year: number): number {
  return (year * 100 + month) * 100 + day
}
