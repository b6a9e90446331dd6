import { performance } from 'node:perf_hooks'

/** Looks at the clock at every turn of the event loop until asked for the longest gap. */
export function watchHeart(): { readonly longestGapMs: () => Promise<number> } {
  let last = performance.now()
  let longest = 0
  let beating = true
  const beat = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (beating) setImmediate(beat)
  }
  setImmediate(beat)
  return {
    longestGapMs: () =>
      new Promise(resolve => {
        beating = false
        setImmediate(() => resolve(longest))
      }),
  }
}
