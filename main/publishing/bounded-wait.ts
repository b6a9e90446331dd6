/** Nothing here waits longer for a second try: a portal's Retry-After is cut to an hour too. */
const longestWaitMs = 3_600_000

/**
 * When a wait ends that was to end at `untilMs`. One that lies further ahead than any wait does shows that the clock was
 * set back since; it ends now, or it would last for years.
 */
export function boundedWait(untilMs: number, nowMs: number): number {
  return untilMs - nowMs > longestWaitMs ? nowMs : untilMs
}
