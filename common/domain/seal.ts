import { z } from 'zod'
import { accountId, articleId, blobHash, revisionHash } from './ids'

export const sealType = 'toa-soan-seal+jws'

/** Strict: a header that brings its own key (jwk, jku, x5u) or asks for extensions (crit) is no header of ours. */
export const sealHeader = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.literal(sealType),
  kid: z.string().min(8).max(64),
})

/**
 * What a reviewer signs, as the payload of a compact JWS (EdDSA, Ed25519; header `typ` = sealType, `kid` = reviewer's key).
 * It names the exact text (revision), the exact HTML readers get, and the place in the journal it follows.
 */
export const sealPayload = z.strictObject({
  v: z.literal(1),
  article: articleId,
  revision: revisionHash,
  html: blobHash,
  rendererVersion: z.int().positive(),
  /** Revision readers saw when this was decided; null before the first publication. */
  previousPublished: revisionHash.nullable(),
  authors: z.array(accountId).min(1),
  reviewer: accountId,
  decision: z.literal('approve'),
  /** Which rule set allowed it: "four-eyes/1". */
  policy: z.string().max(60),
  journal: z.strictObject({ sequence: z.int().nonnegative(), hash: z.string().max(64) }),
  /** Seconds since the epoch, RFC 7519. */
  iat: z.int(),
})
export type SealPayload = z.infer<typeof sealPayload>
