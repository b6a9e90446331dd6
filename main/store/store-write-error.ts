import type { StoreHealth } from './store'

/** The disk refused, or the store is read-only: nothing was acknowledged, and `health` says what to tell the person. */
export class StoreWriteError extends Error {
  override readonly name = 'StoreWriteError'
  constructor(
    readonly health: Exclude<StoreHealth, { kind: 'writable' }>,
    options?: ErrorOptions,
  ) {
    super(`store is read-only (${health.cause}): ${health.detail}`, options)
  }
}
