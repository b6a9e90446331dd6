import { randomBytes } from 'node:crypto'
import type { Environment } from '#common/domain/environment'
import type { Timer } from '#main/publishing/publishing-parts'

/** Time that stands still until a test moves it; timers fire when it passes them. */
export interface ManualClock {
  readonly environment: Environment
  readonly timer: Timer
  readonly nowMs: number
  /** Moves time and fires what fell due, in order. */
  advance(ms: number): void
  /** Somebody sets the clock on the wall, forward or back; no time passes, so timers stay as they are. */
  jump(ms: number): void
  /** Milliseconds until the nearest timer, or null when none is set. */
  untilNext(): number | null
}

export function manualClock(startMs = Date.UTC(2026, 10, 20, 3, 0)): ManualClock {
  let nowMs = startMs
  let jumpedMs = 0
  const pending = new Set<{ readonly atMs: number; readonly fire: () => void }>()
  const nearest = () => [...pending].sort((a, b) => a.atMs - b.atMs)[0]
  return {
    environment: { now: () => nowMs + jumpedMs, randomBytes: length => randomBytes(length) },
    timer: (delayMs, fire) => {
      const entry = { atMs: nowMs + delayMs, fire }
      pending.add(entry)
      return () => pending.delete(entry)
    },
    get nowMs() {
      return nowMs
    },
    advance(ms) {
      nowMs += ms
      for (let next = nearest(); next !== undefined && next.atMs <= nowMs; next = nearest()) {
        pending.delete(next)
        next.fire()
      }
    },
    jump(ms) {
      jumpedMs += ms
    },
    untilNext() {
      const next = nearest()
      return next === undefined ? null : Math.max(0, next.atMs - nowMs)
    },
  }
}
