/** Something that is done once nothing has happened for a while. */
export interface AtRest {
  /** Something happened: begins the rest anew. */
  readonly touch: () => void
  readonly stop: () => void
}

/**
 * Runs `run` once `restMs` have passed since the last touch. A touch only looks at the clock: a timer set and cleared for
 * every key by everything that waits for a pause would cost more than the key.
 */
export function atRest(restMs: number, run: () => void): AtRest {
  let timer: ReturnType<typeof setTimeout> | undefined
  let touchedMs = 0
  const look = () => {
    const leftMs = touchedMs + restMs - performance.now()
    timer = leftMs > 0 ? setTimeout(look, leftMs) : undefined
    if (timer === undefined) run()
  }
  return {
    touch: () => {
      touchedMs = performance.now()
      timer ??= setTimeout(look, restMs)
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
