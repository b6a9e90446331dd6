import type { z } from 'zod'
import { type PortalError, portalError } from '#common/api/portal-api'
import { problem } from '#common/api/problems/problem'
import { unreachable } from '#common/domain/unreachable'
import type { Outcome, Setback } from '../connector'
import { type Exchange, parseJson, retryAfterMs } from '../http/client'

/** Reads an exchange as what it means to the queue (docs/publishing.md, P8): first the transport, then the portal's words. */
export function outcomeOf<T>(exchange: Exchange, schema: z.ZodType<T>, nowMs: number): Outcome<T> {
  if (exchange.kind === 'no-connection') return { kind: 'unreachable' }
  if (exchange.kind === 'lost') return { kind: 'unknown', status: null }
  const { status } = exchange
  if (status === 429 || status === 503) {
    return { kind: 'busy', retryAfterMs: retryAfterMs(exchange.retryAfter, nowMs) }
  }
  const json = parseJson(exchange)
  if (status >= 200 && status < 300) {
    const value = schema.safeParse(json)
    // A 200 that is no answer of a portal: a network's sign-in page, or half a body.
    return value.success ? { kind: 'done', value: value.data } : { kind: 'unknown', status: null }
  }
  const error = portalError.safeParse(json)
  return error.success ? setbackOf(status, error.data) : withoutWords(status)
}

/** A refusal in the portal's own words. */
export function setbackOf(status: number, error: PortalError): Setback {
  switch (error.code) {
    case 'unauthorised':
      return { kind: 'unauthorised' }
    case 'blob-missing':
      return { kind: 'missing-blobs', hashes: error.missing ?? [] }
    case 'sequence-behind':
    case 'sequence-taken':
    case 'precondition-failed':
      return { kind: 'conflict' }
    case 'demo-key-refused':
      return { kind: 'refused', problem: problem('portal-refuses-demo-keys') }
    case 'seal-invalid':
    case 'seal-key-unknown':
      return { kind: 'refused', problem: problem('seal-invalid', { reason: error.message }) }
    case 'blob-mismatch':
      // Bytes were damaged on the way: the same ones may pass next time.
      return { kind: 'unknown', status }
    case 'malformed':
    case 'document-invalid':
    case 'too-large':
    case 'unknown-category':
    case 'slug-taken':
    case 'key-taken':
    case 'not-found':
    case 'unavailable':
      return status >= 500
        ? { kind: 'unknown', status }
        : { kind: 'refused', problem: problem('portal-refused', { status, message: error.message }) }
    default:
      return unreachable(error.code)
  }
}

/** An error without the portal's JSON is somebody else's: a proxy, a network's gate, a broken server. */
function withoutWords(status: number): Setback {
  if (status === 413) {
    return { kind: 'refused', problem: problem('portal-refused', { status, message: 'Payload Too Large' }) }
  }
  return { kind: 'unknown', status: status >= 500 && status !== 511 ? status : null }
}
