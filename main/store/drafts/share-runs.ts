/**
 * Makes one run serve all who ask: a call while a run is under way waits for the next one, which begins after it, so
 * that every call is followed by a whole run.
 */
export function shareRuns(run: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | null = null
  let next: Promise<void> | null = null
  function start(): Promise<void> {
    next = null
    current = run().finally(() => {
      current = null
    })
    return current
  }
  return () => {
    if (current === null) return start()
    next ??= current.then(start, start)
    return next
  }
}
