import type { Connector } from '#main/connectors/connector'
import type { ConnectorFor } from '#main/publishing/publishing-parts'
import type { ManualClock } from '#tests/support/manual-clock'
import { quickConnectors } from '#tests/support/publishing-desk'

export const connectorCalls = ['hasBlob', 'putBlob', 'put', 'reader', 'state'] as const

/** The process dies in the n-th call of this name, before its request leaves or after the portal answered. */
export interface Death {
  readonly call: (typeof connectorCalls)[number]
  readonly nth: number
  readonly when: 'before' | 'after'
}

/** A dead process never goes on: the promise of the call it died in stays open. */
export function dyingConnectors(clock: ManualClock, death: Death, died: () => void): ConnectorFor {
  let seen = 0
  const never = new Promise<never>(() => {})
  return (portal, token) => {
    const connector = quickConnectors(clock)(portal, token)
    const dies = (call: Death['call']) => {
      if (call !== death.call) return false
      seen += 1
      return seen === death.nth
    }
    const wrap =
      <A extends unknown[], R>(call: Death['call'], ask: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        if (!dies(call)) return ask(...args)
        if (death.when === 'after') await ask(...args)
        died()
        return never
      }
    const wrapped: Connector = {
      ...connector,
      hasBlob: wrap('hasBlob', connector.hasBlob),
      putBlob: wrap('putBlob', connector.putBlob),
      put: wrap('put', connector.put),
      state: wrap('state', connector.state),
      reader: () => {
        const reader = connector.reader()
        return { ...reader, page: wrap('reader', reader.page) }
      },
    }
    return wrapped
  }
}
