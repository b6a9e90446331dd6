import type { Job } from '#common/domain/job'

const firstMs = 1_000
const mostMs = 300_000

/** Full jitter: anything up to a ceiling that doubles with each try, so that many workstations do not knock together. */
export function fullJitterMs(attempt: number, random: number): number {
  return Math.round(random * Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 20)))
}

/**
 * Waits after failures that cost no try (nothing readable came back). Kept in memory: after a restart the first try is
 * free. Waits for what the portal answered are durable, in the job's `notBefore`.
 */
export class Setbacks {
  readonly #random: () => number
  readonly #jobs = new Map<Job['id'], { readonly count: number; readonly untilMs: number }>()

  constructor(random: () => number) {
    this.#random = random
  }

  /** A durable wait for a job the portal answered `attempts` times. */
  delayMs(attempts: number): number {
    return fullJitterMs(attempts, this.#random())
  }

  add(job: Job['id'], nowMs: number): void {
    const count = (this.#jobs.get(job)?.count ?? 0) + 1
    this.#jobs.set(job, { count, untilMs: nowMs + fullJitterMs(count, this.#random()) })
  }

  clear(job: Job['id']): void {
    this.#jobs.delete(job)
  }

  /** Milliseconds since the epoch before which the job rests; 0 when it need not. */
  untilMs(job: Job['id']): number {
    return this.#jobs.get(job)?.untilMs ?? 0
  }
}
