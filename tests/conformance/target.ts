/** How requests leave: over the network, or into a portal in the same process. */
export type Send = (request: Request) => Promise<Response>

/** The portal that is tried, as its owner gave it. */
export interface TargetOptions {
  /** Where readers open it, without a path: `https://cong.example`. */
  readonly url: string
  readonly publishToken: string
  readonly adminToken: string
  readonly send: Send
}

export interface CallOptions {
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
  /** Null: without any. The publish token where nothing is said. */
  readonly token?: string | null
}

/** Calls of the API and looks of an anonymous reader. Redirects are not followed: the suite judges them. */
export interface Target {
  readonly adminToken: string
  call(method: string, path: string, options?: CallOptions): Promise<Response>
  /** What a reader without any cookie gets. */
  read(path: string): Promise<Response>
}

const deadlineMs = 30_000

export function createTarget({ url, publishToken, adminToken, send }: TargetOptions): Target {
  const origin = new URL(url).origin
  const ask = (address: string, init: RequestInit): Promise<Response> =>
    send(new Request(address, { ...init, redirect: 'manual', signal: AbortSignal.timeout(deadlineMs) }))
  return {
    adminToken,
    call(method, path, { body, headers = {}, token = publishToken } = {}) {
      const authorization = token === null ? {} : { authorization: `Bearer ${token}` }
      const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
      return ask(`${origin}/api/v1${path}`, {
        method,
        headers: { ...authorization, ...type, ...headers },
        ...(body === undefined ? {} : { body }),
      })
    },
    read: path => ask(new URL(path, origin).href, { method: 'GET' }),
  }
}
