const offsetMs = 7 * 3_600_000

/** `2026-11-22T10:30` in Vietnam, as a `datetime-local` input wants it. */
export function inputOfInstant(instant: string): string {
  return new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 16)
}

/** The UTC instant of what somebody entered as Vietnam's time; null while it is incomplete. */
export function instantOfInput(value: string): string | null {
  const ms = Date.parse(`${value}:00.000+07:00`)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}
