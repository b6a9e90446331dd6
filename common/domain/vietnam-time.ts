import { addDays } from './day'

/** Vietnam keeps UTC+7 all year (no daylight saving since 1975, Quyết định 134/2002/QĐ-TTg). */
const offsetMs = 7 * 3_600_000

/** `22/11/2026 10:32`, the one date format of portal and workstation. */
export function formatInstant(instant: string): string {
  const [date, time] = local(instant)
  return `${formatDate(date)} ${time.slice(0, 5)}`
}

/** `22/11/2026` from `2026-11-22` or from an instant. */
export function formatDate(date: string): string {
  const day = date.length > 10 ? local(date)[0] : date
  return day.split('-').reverse().join('/')
}

/** The day it is in Vietnam, as `YYYY-MM-DD`. */
export function dayInVietnam(ms: number): string {
  return new Date(ms + offsetMs).toISOString().slice(0, 10)
}

/** The instant at which a day (`YYYY-MM-DD`) begins in Vietnam, or one so many days later. */
export function startOfDay(day: string, daysLater = 0): string {
  return new Date(Date.parse(addDays(day, daysLater)) - offsetMs).toISOString()
}

/** The UTC instant of a day (`YYYY-MM-DD`) and a time of day (`07:30`, `07:30:15`) in Vietnam; null where there is none. */
export function instantOf(day: string, time: string): string | null {
  const ms = Date.parse(`${day}T${time}Z`)
  return Number.isNaN(ms) ? null : new Date(ms - offsetMs).toISOString()
}

/** `10:32` in Vietnam. */
export function formatTime(instant: string): string {
  return local(instant)[1].slice(0, 5)
}

/** `2026-11-22-1032` in Vietnam: sorts, and may stand in a file's name. */
export function fileStamp(nowMs: number): string {
  const [date, time] = local(new Date(nowMs).toISOString())
  return `${date}-${time.slice(0, 5).replace(':', '')}`
}

function local(instant: string): readonly [string, string] {
  const shifted = new Date(Date.parse(instant) + offsetMs).toISOString()
  return [shifted.slice(0, 10), shifted.slice(11, 19)]
}
