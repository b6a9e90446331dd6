import { setTimeout } from 'node:timers/promises'
import type { Pace } from '#main/connectors/http/client'

const windowMs = 60_000

/** What the line really carried in the last minute: the only honest ground for a time left. */
export class Throughput {
  readonly #now: () => number
  #samples: { readonly atMs: number; readonly bytes: number }[] = []

  constructor(now: () => number) {
    this.#now = now
  }

  add(bytes: number): void {
    this.#samples.push({ atMs: this.#now(), bytes })
  }

  /** Null while too little has been carried to say. */
  bytesPerSecond(): number | null {
    const nowMs = this.#now()
    this.#samples = this.#samples.filter(({ atMs }) => atMs <= nowMs && nowMs - atMs <= windowMs)
    const [first] = this.#samples
    if (first === undefined || nowMs - first.atMs < 2_000) return null
    const bytes = this.#samples.reduce((sum, sample) => sum + sample.bytes, 0)
    return (bytes * 1_000) / (nowMs - first.atMs)
  }
}

/** Lets bytes leave no faster than the cap, which may change at any time; null is no cap. */
export function createPace(capBytesPerSecond: () => number | null, now: () => number): Pace {
  let freeAtMs = 0
  return async bytes => {
    const cap = capBytesPerSecond()
    if (cap === null) return
    const nowMs = now()
    const startMs = Math.max(freeAtMs, nowMs)
    freeAtMs = startMs + (bytes * 1_000) / cap
    // A clock that jumped must not hold the line for longer than these bytes are worth.
    const waitMs = Math.min(startMs - nowMs, (bytes * 1_000) / cap)
    if (waitMs > 0) await setTimeout(waitMs)
  }
}
