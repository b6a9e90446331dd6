/** Many tasks at once, or one by itself. */
export interface SharedLock {
  /** Runs beside others of its kind. */
  shared<T>(task: () => Promise<T>): Promise<T>
  /** Runs when nothing else is under way; whatever comes meanwhile waits. */
  alone<T>(task: () => Promise<T>): Promise<T>
}

export function createSharedLock(): SharedLock {
  const underWay = new Set<Promise<unknown>>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    async shared(task) {
      for (let seen: Promise<unknown> | null = null; seen !== last; ) {
        seen = last
        await seen
      }
      const running = task()
      underWay.add(running)
      return running.finally(() => underWay.delete(running))
    },
    alone(task) {
      const running = last.then(() => Promise.allSettled(underWay)).then(task)
      last = running.catch(() => {})
      return running
    },
  }
}
