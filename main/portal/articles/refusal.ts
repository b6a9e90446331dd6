import type { PortalError, PortalErrorCode } from '#common/api/portal-api'

/** HTTP status of each refusal (docs/portal-api.md). */
export const statusOf = {
  unauthorised: 401,
  malformed: 400,
  'document-invalid': 422,
  'blob-missing': 409,
  'blob-mismatch': 422,
  'blob-in-use': 409,
  'upload-offset': 409,
  'too-large': 413,
  'unknown-category': 422,
  'seal-invalid': 422,
  'seal-key-unknown': 422,
  'demo-key-refused': 403,
  'sequence-behind': 409,
  'sequence-taken': 422,
  'slug-taken': 422,
  'key-taken': 409,
  'precondition-failed': 412,
  'checkpoint-invalid': 422,
  'checkpoint-behind': 409,
  'not-found': 404,
  unavailable: 503,
} as const satisfies Record<PortalErrorCode, number>

/** A refused request as a value. */
export interface Refused {
  readonly ok: false
  readonly problem: PortalError
}

export function refused(code: PortalErrorCode, message: string, more: Partial<PortalError> = {}): Refused {
  return { ok: false, problem: { code, message, ...more } }
}
