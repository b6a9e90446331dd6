import { Readable } from 'node:stream'
import type { Agent } from 'undici'

/** `no-connection`: no byte left. `lost`: it broke off, took too long, or the answer passed its cap. */
export type Exchange =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly mediaType: string
      readonly retryAfter: string | null
      /** Bytes of an upload that the portal holds, where it says so. */
      readonly uploadOffset: number | null
      readonly body: Uint8Array
    }
  | { readonly kind: 'no-connection' }
  | { readonly kind: 'lost' }

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the base address, beginning with a slash. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** Told as the body leaves, in bytes since the last time. */
  readonly onSent?: ((bytes: number) => void) | undefined
  /** Cap of the answer's body. */
  readonly maxBytes: number
}

export interface HttpClient {
  exchange(request: HttpRequest): Promise<Exchange>
  close(): Promise<void>
}

/** Holds bytes back so that others on a weak line get their share; resolves when so many may leave. */
export type Pace = (bytes: number) => Promise<void>

/** For tests: the product uses the defaults. */
export interface HttpLimits {
  readonly connectTimeoutMs: number
  /** Whole exchange without counting the upload's own time. */
  readonly deadlineMs: number
  readonly pace?: Pace
}

export const defaultLimits: HttpLimits = { connectTimeoutMs: 10_000, deadlineMs: 60_000 }

/** A line slower than 64 kbit/s counts as broken. */
const leastBytesPerMs = 8

class ConnectFailure extends Error {
  override readonly name = 'ConnectFailure'
}

/** HTTP to one origin: redirects are not followed, every exchange ends by a deadline and within its cap. */
export function createHttpClient(base: URL, limits: HttpLimits): HttpClient {
  let opened: Promise<Agent> | null = null
  const closing = new AbortController()
  const root = base.pathname.replace(/\/$/, '')

  async function exchange(request: HttpRequest): Promise<Exchange> {
    opened ??= openAgent(limits)
    const agent = await opened
    const deadlineMs =
      limits.deadlineMs +
      ((request.body?.length ?? 0) / leastBytesPerMs) * (limits.pace === undefined ? 1 : 4)
    try {
      const answer = await agent.request({
        origin: base.origin,
        path: root + request.path,
        method: request.method,
        headers: {
          'accept-encoding': 'identity',
          ...(request.body === undefined ? {} : { 'content-length': String(request.body.length) }),
          ...request.headers,
        },
        body:
          request.body === undefined
            ? null
            : Readable.from(inPieces(request.body, request.onSent, limits.pace)),
        headersTimeout: deadlineMs,
        bodyTimeout: deadlineMs,
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(Math.ceil(deadlineMs))]),
      })
      return {
        kind: 'answered',
        status: answer.statusCode,
        mediaType: (one(answer.headers['content-type']) ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
        retryAfter: one(answer.headers['retry-after']),
        uploadOffset: byteCount(one(answer.headers['upload-offset'])),
        body: await readCapped(answer.body, request.maxBytes),
      }
    } catch (error) {
      return { kind: error instanceof ConnectFailure ? 'no-connection' : 'lost' }
    }
  }

  return {
    exchange,
    close: async () => {
      closing.abort()
      await (await opened)?.destroy()
    },
  }
}

/** Loaded with the first request: the library is a third of all that main would load before its window opens. */
async function openAgent(limits: HttpLimits): Promise<Agent> {
  const { Agent, buildConnector } = await import('undici')
  const connect = buildConnector({ timeout: limits.connectTimeoutMs })
  return new Agent({
    connections: 4,
    // Only here is it certain that nothing was sent.
    connect: (options, callback) =>
      connect(options, (error, socket) => {
        if (error === null) callback(null, socket)
        else callback(new ConnectFailure('no connection', { cause: error }), null)
      }),
  })
}

const pieceBytes = 16_384

async function* inPieces(
  body: Uint8Array,
  onSent: ((bytes: number) => void) | undefined,
  pace: Pace | undefined,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < body.length; from += pieceBytes) {
    const piece = body.subarray(from, from + pieceBytes)
    await pace?.(piece.length)
    yield piece
    onSent?.(piece.length)
  }
}

async function readCapped(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxBytes) throw new RangeError('answer too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function one(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? header : null
}

function byteCount(header: string | null): number | null {
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null
}

const leastWaitMs = 1_000
const mostWaitMs = 3_600_000
const usualWaitMs = 5_000

/** Undefined when the answer is not whole JSON, or does not call itself JSON. */
export function parseJson(exchange: Extract<Exchange, { kind: 'answered' }>): unknown {
  if (exchange.mediaType !== 'application/json') return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(exchange.body))
  } catch {
    return undefined
  }
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3), held between a second and an hour. */
export function retryAfterMs(value: string | null, nowMs: number): number {
  if (value === null) return usualWaitMs
  const wanted = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - nowMs
  if (!Number.isFinite(wanted)) return usualWaitMs
  return Math.min(mostWaitMs, Math.max(leastWaitMs, wanted))
}
