import type { z } from 'zod'
import { problem } from '#common/api/problems/problem'
import type { Outcome, Setback } from '../connector'
import { type Exchange, parseJson, retryAfterMs } from './client'

/**
 * Reads an exchange as what it means to the queue (docs/publishing.md, P8): first the transport, then the portal's words.
 * `refusal` reads an error in those words; null for one that is not the portal's.
 */
export function readOutcome<T, R>(
  exchange: Exchange,
  schema: z.ZodType<T>,
  nowMs: number,
  refusal: (status: number, json: unknown) => Outcome<R> | null,
): Outcome<T | R> {
  if (exchange.kind === 'no-connection') return { kind: 'unreachable' }
  if (exchange.kind === 'lost') return { kind: 'unknown', status: null, sign: 'broken-off' }
  const { status } = exchange
  if (status === 429 || status === 503) {
    return { kind: 'busy', retryAfterMs: retryAfterMs(exchange.retryAfter, nowMs) }
  }
  const json = parseJson(exchange)
  if (status >= 200 && status < 300) {
    const value = schema.safeParse(json)
    return value.success ? { kind: 'done', value: value.data } : unreadable(exchange, json)
  }
  return refusal(status, json) ?? withoutWords(exchange)
}

type Answered = Extract<Exchange, { kind: 'answered' }>

/** A 200 that is no answer of a portal: a network's sign-in page, half a body, or something else altogether. */
function unreadable({ mediaType }: Answered, json: unknown): Setback {
  if (mediaType !== 'application/json') return { kind: 'unknown', status: null, sign: 'foreign-page' }
  return { kind: 'unknown', status: null, ...(json === undefined && { sign: 'half-answer' }) }
}

/** An error without the portal's JSON is somebody else's: a proxy, a network's gate, a broken server. */
function withoutWords({ status }: Answered): Setback {
  if (status === 413) return { kind: 'refused', problem: problem('portal-takes-less') }
  if (status >= 500 && status !== 511) return { kind: 'unknown', status }
  return { kind: 'unknown', status: null, sign: 'foreign-page' }
}
