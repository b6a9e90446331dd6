import type { StoreHealth } from './store'
import { StoreWriteError } from './store-write-error'

export type ReadOnly = Exclude<StoreHealth, { kind: 'writable' }>

/** One switch for the whole store: once a write failed, nothing more is written until the workspace is opened again. */
export interface Health {
  readonly current: StoreHealth
  /** Turns the store read-only; the first cause stays. Returns the error for whoever was waiting. */
  fail(cause: ReadOnly['cause'], error: unknown): StoreWriteError
  /** Throws StoreWriteError when nothing may be written. */
  assertWritable(): void
}

export function createHealth(): Health {
  let current: StoreHealth = { kind: 'writable' }
  return {
    get current() {
      return current
    },
    fail(cause, error) {
      const failed: ReadOnly =
        current.kind === 'read-only' ? current : { kind: 'read-only', cause, detail: describe(error) }
      current = failed
      return new StoreWriteError(failed, { cause: error })
    },
    assertWritable() {
      if (current.kind === 'read-only') throw new StoreWriteError(current)
    },
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
