import { readFileSync } from 'node:fs'

/**
 * Processor time of this thread's busiest turn of the event loop, until asked; other threads and other programs do not
 * count, and the system counts in steps of up to 4 ms. Where it does not tell a thread's time (only Linux does) it is the whole process's.
 */
export function watchTurns(): () => Promise<number> {
  let last = ownCpuMs()
  let busiestMs = 0
  let beating = true
  const beat = (): void => {
    const now = ownCpuMs()
    busiestMs = Math.max(busiestMs, now - last)
    last = now
    if (beating) setImmediate(beat)
  }
  setImmediate(beat)
  return () =>
    new Promise(resolve => {
      beating = false
      setImmediate(() => resolve(busiestMs))
    })
}

/** Processor time of this thread so far. A process's first thread has the number of the process. */
export function ownCpuMs(): number {
  if (process.platform === 'linux') {
    const nanoseconds = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]
    return Number(nanoseconds) / 1e6
  }
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
