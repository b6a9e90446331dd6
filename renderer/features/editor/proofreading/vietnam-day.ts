const offsetMs = 7 * 3_600_000

/** Today in Vietnam, `YYYY-MM-DD`. */
export function vietnamDay(now = Date.now()): string {
  return new Date(now + offsetMs).toISOString().slice(0, 10)
}
