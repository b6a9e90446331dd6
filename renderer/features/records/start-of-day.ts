/** Midnight in Vietnam at the beginning of a day (`YYYY-MM-DD`), or of one some days later, as an instant. */
export function startOfDay(day: string, later = 0): string {
  return new Date(Date.parse(`${day}T00:00:00.000+07:00`) + later * 86_400_000).toISOString()
}
