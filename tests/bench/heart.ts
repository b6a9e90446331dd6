import { performance } from 'node:perf_hooks'

export interface LongestGap {
  /** By the clock: what a person at this machine would have waited, other programs included. */
  readonly ms: number
  /** Processor time that the process used in that very gap: where it is little, other programs had the processor. */
  readonly ownMs: number
  /** Processor time that the process used in its busiest turn, so that a busy machine does not count. */
  readonly cpuMs: number
}

/** Looks at the clock at every turn of the event loop until asked for the longest gap. */
export function watchHeart(): { readonly longestGap: () => Promise<LongestGap> } {
  let last = performance.now()
  let lastCpu = process.cpuUsage()
  let ms = 0
  let ownMs = 0
  let cpuMs = 0
  let beating = true
  const beat = (): void => {
    const now = performance.now()
    const { user, system } = process.cpuUsage(lastCpu)
    const usedMs = (user + system) / 1_000
    if (now - last > ms) {
      ms = now - last
      ownMs = usedMs
    }
    last = now
    cpuMs = Math.max(cpuMs, usedMs)
    lastCpu = process.cpuUsage()
    if (beating) setImmediate(beat)
  }
  setImmediate(beat)
  return {
    longestGap: () =>
      new Promise(resolve => {
        beating = false
        setImmediate(() => resolve({ ms, ownMs, cpuMs }))
      }),
  }
}
