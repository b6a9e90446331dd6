import { formatDate, formatTime } from '#common/domain/vietnam-time'

/** `10:32` for a moment of the same day in Vietnam, else `21/11/2026`; `nowMs` is milliseconds since the epoch. */
export function formatRecent(instant: string, nowMs: number): string {
  const date = formatDate(instant)
  return date === formatDate(new Date(nowMs).toISOString()) ? formatTime(instant) : date
}
