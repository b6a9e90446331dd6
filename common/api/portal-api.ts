import { z } from 'zod'
import { signingKey } from '../domain/account'
import { accountId, articleId, blobHash, instant, revisionHash } from '../domain/ids'
import { journalCheckpoint } from '../domain/journal-checkpoint'
import { portalLimits } from '../domain/portal'
import { goneNotice } from '../domain/publication'

/**
 * The publishing API between a newsroom and a portal (docs/portal-api.md). The natural key of a write is
 * (article, publication sequence): a portal applies each once and never a lower sequence after a higher one.
 */
export const portalApiVersion = 1

export const portalDescription = z.object({
  kind: z.literal('toa-soan-portal'),
  version: z.literal(portalApiVersion),
  name: z.string().max(200),
  acceptsDemoKeys: z.boolean(),
  categories: z.array(z.object({ id: z.string().max(100), name: z.string().max(200) })).max(200),
  limits: portalLimits,
})
export type PortalDescription = z.infer<typeof portalDescription>

const publishing = {
  /** RFC 8785 text of the revision body; its SHA-256 is the revision the seal names. */
  revision: z.string().max(16_000_000),
  /** The exact HTML the seal names. */
  html: z.string().max(16_000_000),
  /**
   * Compact JWS over SealPayload: the approval, of the last level where there are several. Or, only with `publish`, one
   * over UrgentPayload: the decision to show the text ahead of its approval.
   */
  seal: z.string().max(8_000),
  /** Seals of the levels before, first to last; absent where there is one level. */
  earlier: z.array(z.string().max(8_000)).max(8).optional(),
  /** Last part of the public address; what readers see of category, headline and dates comes from the sealed document. */
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(120),
  publishedAt: instant,
}

export const publishRequest = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('publish'), ...publishing }),
  z.strictObject({
    decision: z.literal('correct'),
    ...publishing,
    notice: z.strictObject({ number: z.int().positive(), text: z.string().max(2_000), at: instant }),
  }),
  /** The approval of the text the portal shows on an urgent decision; nothing readers see changes. */
  z.strictObject({
    decision: z.literal('confirm'),
    seal: publishing.seal,
    earlier: publishing.earlier,
  }),
  z.strictObject({
    decision: z.literal('take-down'),
    reason: z.string().max(2_000),
    at: instant,
    /** What readers are told in the article's place; absent: only that it is gone. */
    notice: goneNotice.optional(),
  }),
  z.strictObject({ decision: z.literal('expire'), at: instant }),
])
export type PublishRequest = z.infer<typeof publishRequest>

/** What the portal holds of an article now; the ETag is `"<sequence>"`. */
export const remoteArticle = z.object({
  article: articleId,
  sequence: z.int().positive(),
  state: z.enum(['live', 'corrected', 'taken-down', 'expired']),
  revision: revisionHash.nullable(),
  html: blobHash.nullable(),
  /** Path of the public page, from the portal's root; null when readers cannot see it. */
  path: z.string().max(500).nullable(),
  /** Shown on an urgent decision, until when its approval is due; absent otherwise. */
  urgentUntil: instant.optional(),
  acceptedAt: instant,
})
export type RemoteArticle = z.infer<typeof remoteArticle>

/** One page of everything the portal holds, by article id; `next` goes into `?after=` and is null at the end. */
export const remoteArticleList = z.object({
  articles: z.array(remoteArticle).max(1_000),
  next: articleId.nullable(),
})
export type RemoteArticleList = z.infer<typeof remoteArticleList>

/** The votes on an article's poll so far, in the order of its choices. */
export const pollResult = z.object({
  question: z.string().max(1_000),
  state: z.enum(['not-yet', 'open', 'closed']),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  choices: z
    .array(
      z.object({ choice: z.string().max(20), text: z.string().max(10_000), votes: z.int().nonnegative() }),
    )
    .max(100),
})
export type PollResult = z.infer<typeof pollResult>

export const storedBlob = z.object({ hash: blobHash, size: z.int().nonnegative() })

export const portalErrorCodes = [
  'unauthorised',
  'malformed',
  'document-invalid',
  'blob-missing',
  'blob-mismatch',
  'blob-in-use',
  'upload-offset',
  'too-large',
  'unknown-category',
  'seal-invalid',
  'seal-key-unknown',
  'demo-key-refused',
  'sequence-behind',
  'sequence-taken',
  'slug-taken',
  'key-taken',
  'precondition-failed',
  'checkpoint-invalid',
  'checkpoint-behind',
  'not-found',
  'unavailable',
] as const
export type PortalErrorCode = (typeof portalErrorCodes)[number]

export const portalError = z.object({
  code: z.enum(portalErrorCodes),
  message: z.string().max(1_000),
  /** With `blob-missing`: exactly these have to be sent. */
  missing: z.array(blobHash).max(500).optional(),
  /** With `sequence-behind` and `precondition-failed`: what the portal holds. */
  current: remoteArticle.optional(),
})
export type PortalError = z.infer<typeof portalError>

/** Binds a key to the reviewer who alone may sign with it: a seal by another account id is refused. */
export const registerKeyRequest = z.strictObject({
  reviewer: accountId,
  name: z.string().trim().min(1).max(80),
  demo: z.boolean(),
  publicJwk: signingKey.shape.publicJwk,
  /** What seals by this key count for; absent: approvals only. */
  uses: z.array(z.enum(['approve', 'urgent'])).optional(),
})
export type RegisterKeyRequest = z.infer<typeof registerKeyRequest>

export const registeredKey = registerKeyRequest.extend({
  kid: signingKey.shape.kid,
  registeredAt: instant,
  retiredAt: instant.nullable(),
})
export type RegisteredKey = z.infer<typeof registeredKey>

/** Where a newsroom's journal stood: a compact JWS over JournalCheckpoint by the newsroom's workstation. */
export const keepCheckpointRequest = z.strictObject({ checkpoint: z.string().max(4_000) })
export const heldCheckpoint = z.object({
  checkpoint: keepCheckpointRequest.shape.checkpoint,
  sequence: journalCheckpoint.shape.sequence,
  hash: journalCheckpoint.shape.hash,
  at: instant,
  receivedAt: instant,
})
export type HeldCheckpoint = z.infer<typeof heldCheckpoint>
/** Newest first. */
export const heldCheckpointList = z.object({ checkpoints: z.array(heldCheckpoint).max(100) })
export type HeldCheckpointList = z.infer<typeof heldCheckpointList>

export const batchRequest = z.strictObject({
  items: z
    .array(
      z.strictObject({
        article: articleId,
        sequence: z.int().positive(),
        ifMatch: z.int().positive().nullable(),
        request: publishRequest,
      }),
    )
    .min(1)
    .max(50),
})
export const batchAnswer = z.object({
  items: z.array(
    z.object({ status: z.int(), article: remoteArticle.optional(), error: portalError.optional() }),
  ),
})
export type BatchRequest = z.infer<typeof batchRequest>
export type BatchAnswer = z.infer<typeof batchAnswer>

/** Stand right before and right after the approved HTML in a public page, which lies between them byte for byte. */
export const articleMarkers = { start: '<!--toa-soan:article-->', end: '<!--/toa-soan:article-->' } as const
