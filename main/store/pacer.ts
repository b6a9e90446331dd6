import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'

/** Long work on the main thread rests when a slice of this is used up; what comes between two looks takes far less. */
const sliceMs = 6

/** `if (pacer.isDue()) await pacer.rest()` between small pieces of work keeps windows and timers answering. */
export interface Pacer {
  isDue(): boolean
  /** Resolves when everything else that was waiting had its turn. */
  rest(): Promise<void>
}

export function createPacer(): Pacer {
  let since = performance.now()
  return {
    isDue: () => performance.now() - since >= sliceMs,
    async rest() {
      await setImmediate()
      since = performance.now()
    },
  }
}
