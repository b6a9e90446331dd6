import type { PublicAnswer } from '../connector'
import { createHttpClient, type HttpLimits } from './client'

/** Longer pages are not read. */
export const pageBytes = 24_000_000

/** Gets pages and files of one origin without token or cookie, over connections that no credentials ever used. */
export interface AnonymousReader {
  /** `unreadable` when the address leads away from the portal, or no whole answer of at most `maxBytes` came. */
  readonly get: (url: string, maxBytes: number) => Promise<PublicAnswer>
  readonly close: () => Promise<void>
}

export function createAnonymousReader(base: URL, limits: HttpLimits): AnonymousReader {
  const client = createHttpClient(new URL('/', base), limits)
  return {
    get: async (address, maxBytes) => {
      const url = new URL(address, base)
      if (url.origin !== base.origin) return { kind: 'unreadable' }
      const exchange = await client.exchange({ method: 'GET', path: url.pathname + url.search, maxBytes })
      return exchange.kind === 'answered'
        ? { kind: 'answered', status: exchange.status, body: exchange.body }
        : { kind: 'unreadable' }
    },
    close: client.close,
  }
}
