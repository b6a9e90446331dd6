import type { IncomingMessage } from 'node:http'

/** Why a request is turned away at the door; `null` lets it in. */
export type GateRefusal = 'host' | 'origin' | 'site'

/** As Node gives them undivided: a header sent twice has two entries. */
type Headers = IncomingMessage['headersDistinct']

export interface Gate {
  /** Host, then Origin, then Sec-Fetch-Site; tokens are asked for afterwards. */
  check(method: string, headers: Headers, isUpgrade: boolean): GateRefusal | null
}

/**
 * Any web page can reach 127.0.0.1, so every request is judged before anything reads it: exactly one Host of ours (DNS
 * rebinding), an Origin of ours on everything that changes something or opens the wire (cross-site WebSockets; no
 * exception for clients that send none), and no request that another site's page started.
 */
export function createGate(port: number): Gate {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  return {
    check(method, headers, isUpgrade) {
      const [host, ...otherHosts] = headers.host ?? []
      if (host === undefined || otherHosts.length > 0 || !hosts.includes(host)) return 'host'
      const origin = headers.origin?.join()
      const needsOrigin = isUpgrade || (method !== 'GET' && method !== 'HEAD')
      if (origin === undefined ? needsOrigin : origin !== `http://${host}`) return 'origin'
      const site = headers['sec-fetch-site']?.join()
      if (site !== undefined && site !== 'same-origin' && !(site === 'none' && !needsOrigin)) return 'site'
      return null
    },
  }
}
