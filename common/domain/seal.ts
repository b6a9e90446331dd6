import { z } from 'zod'
import { accountId, articleId, blobHash, revisionHash } from './ids'

export const sealType = 'toa-soan-seal+jws'

/** Strict: a header that brings its own key (jwk, jku, x5u) or asks for extensions (crit) is no header of ours. */
export const sealHeader = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.literal(sealType),
  kid: z.string().min(8).max(64),
})

/** Where a seal stands among those of several levels; a single level has none. */
export const sealChain = z.strictObject({
  /** 1 for the level that signs first. */
  level: z.int().positive(),
  of: z.int().min(2).max(8),
  name: z.string().max(80),
  /** SHA-256 of the seal of the level before; null for the first. */
  before: blobHash.nullable(),
  /** Number of the office's policy that asked for these levels. */
  policy: z.int().nonnegative(),
  /** That policy lets one person sign more than one level. */
  sameSigner: z.boolean(),
})
export type SealChain = z.infer<typeof sealChain>

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
  /** Which rule set allowed it: "four-eyes/1", or "levels/1" with a `chain`. */
  policy: z.string().max(60),
  chain: sealChain.optional(),
  journal: z.strictObject({ sequence: z.int().nonnegative(), hash: z.string().max(64) }),
  /** Seconds since the epoch, RFC 7519. */
  iat: z.int(),
})
export type SealPayload = z.infer<typeof sealPayload>

export const urgentType = 'toa-soan-urgent+jws'

export const urgentHeader = sealHeader.extend({ typ: z.literal(urgentType) })

/** What somebody signs who puts a text before readers ahead of its approval; never to be taken for an approval. */
export const urgentPayload = z.strictObject({
  v: z.literal(1),
  article: articleId,
  revision: revisionHash,
  html: blobHash,
  rendererVersion: z.int().positive(),
  authors: z.array(accountId).min(1),
  decidedBy: accountId,
  decision: z.literal('publish-urgently'),
  reason: z.string().min(1).max(2_000),
  journal: z.strictObject({ sequence: z.int().nonnegative(), hash: z.string().max(64) }),
  /** Seconds since the epoch, RFC 7519: decided, and to be approved until. */
  iat: z.int(),
  exp: z.int(),
})
export type UrgentPayload = z.infer<typeof urgentPayload>
