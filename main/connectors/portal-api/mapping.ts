import type { z } from 'zod'
import { type PortalError, portalError } from '#common/api/portal-api'
import { problem } from '#common/api/problems/problem'
import { unreachable } from '#common/domain/unreachable'
import type { Outcome, Setback } from '../connector'
import type { Exchange } from '../http/client'
import { readOutcome } from '../http/outcome'

/** An answer in the words of docs/portal-api.md. */
export function outcomeOf<T>(exchange: Exchange, schema: z.ZodType<T>, nowMs: number): Outcome<T> {
  return readOutcome(exchange, schema, nowMs, (status, json): Outcome<never> | null => {
    const error = portalError.safeParse(json)
    return error.success ? setbackOf(status, error.data) : null
  })
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
    case 'upload-offset':
      // What it holds of the file changes while it is asked: it shall be asked again.
      return { kind: 'unknown', status }
    case 'blob-in-use':
    case 'malformed':
    case 'document-invalid':
    case 'too-large':
    case 'unknown-category':
    case 'slug-taken':
    case 'key-taken':
    case 'checkpoint-invalid':
    case 'checkpoint-behind':
    case 'not-found':
    case 'unavailable':
      return status >= 500
        ? { kind: 'unknown', status }
        : { kind: 'refused', problem: problem('portal-refused', { status, message: error.message }) }
    default:
      return unreachable(error.code)
  }
}
