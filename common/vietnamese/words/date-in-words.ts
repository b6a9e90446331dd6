import { numberInWords, type SpokenRegion } from './number-in-words'

export interface CalendarDate {
  readonly day: number
  /** 1–12. */
  readonly month: number
  readonly year?: number | undefined
}

/** `{ day: 4, month: 4, year: 2026 }` → `mùng bốn tháng tư năm hai nghìn không trăm hai mươi sáu`. */
export function dateInWords({ day, month, year }: CalendarDate, region: SpokenRegion = 'north'): string {
  const days = `${day <= 10 ? 'mùng ' : ''}${numberInWords(day, region)}`
  const read = `${days} ${monthInWords(month, region)}`
  return year === undefined ? read : `${read} năm ${numberInWords(year, region)}`
}

export function monthInWords(month: number, region: SpokenRegion = 'north'): string {
  return `tháng ${month === 4 ? 'tư' : numberInWords(month, region)}`
}

/** 24-hour clock: 14, 5 → `mười bốn giờ năm phút`. */
export function timeInWords(hours: number, minutes: number, region: SpokenRegion = 'north'): string {
  const read = `${numberInWords(hours, region)} giờ`
  return minutes === 0 ? read : `${read} ${numberInWords(minutes, region)} phút`
}

/** Whether a day exists: 31/4 and 29/2/2025 do not. */
export function isCalendarDate({ day, month, year = 2000 }: CalendarDate): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
