import { dayFromText } from './day'
import { formatDate, formatInstant, instantOf } from './vietnam-time'

/** Dates as Vietnamese people write them, whatever the language of the browser: `23/11/2026`, `23/11/2026 07:30`. */
export const typedDay = formatDate
export const typedInstant = formatInstant

/** A day with four figures for its year is complete while it is typed; a shorter one only when the person is done. */
export function isCompleteDay(text: string): boolean {
  return /\d{4}\s*$/.test(text) && dayFromText(text) !== null
}

/** The UTC instant of a day and time of day in Vietnam; null while it is incomplete or none. */
export function instantFromText(text: string): string | null {
  const match = /^\s*(\S+)\s+(\d{1,2})[:hg](\d{2})\s*$/.exec(text)
  const day = match === null ? null : dayFromText(match[1] ?? '')
  if (match === null || day === null || Number(match[2]) > 23) return null
  return instantOf(day, `${match[2]?.padStart(2, '0')}:${match[3]}`)
}
