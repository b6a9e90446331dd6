import { z } from 'zod'
import { accountId, articleId, blobHash, instant, revisionHash } from './ids'
import { past } from './import'
import { reviewRoute } from './review-policy'

export const stages = ['draft', 'submitted', 'in-review', 'returned', 'approved', 'spiked'] as const
export const stage = z.enum(stages)
export type Stage = z.infer<typeof stage>

/** Why a reviewer sends an article back; the words stand in the catalogues. */
export const returnReasons = [
  'facts',
  'wording',
  'personal-data',
  'picture',
  'attachment',
  'form',
  'other',
] as const
export const returnReason = z.enum(returnReasons)

const byAt = { by: accountId, at: instant }

/** The decision that freezes one exact revision; `seal` is a compact JWS over it. */
export const approval = z.strictObject({
  ...byAt,
  revision: revisionHash,
  html: blobHash,
  seal: z.string().max(8_000),
})
export type Approval = z.infer<typeof approval>

/** A text put before readers at once, to be approved afterwards until `until`; `seal` is a compact JWS over the decision. */
export const urgentDecision = approval.extend({ reason: z.string().max(2_000), until: instant })
export type UrgentDecision = z.infer<typeof urgentDecision>

/**
 * The card of an article: everything lists and decisions need. The text itself is in the draft log, frozen texts are
 * revisions. `changed` is the journal sequence of the newest change and orders lists; instants only display.
 */
export const article = z.strictObject({
  id: articleId,
  kind: z.string().max(40),
  headline: z.string().max(500),
  lead: z.string().max(2_000),
  category: z.string().max(200).nullable(),
  words: z.int().nonnegative(),
  pictures: z.int().nonnegative(),
  attachments: z.int().nonnegative(),
  /** Of a kind of which there is one each period: the first day (`YYYY-MM-DD`) of this one's. */
  period: z.string().max(10).nullable().optional(),
  stage,
  createdBy: accountId,
  createdAt: instant,
  changedBy: accountId,
  changedAt: instant,
  changed: z.int().nonnegative(),
  /** Everybody who ever changed the text; none of them may approve it. */
  authors: z.array(accountId),
  /** Version of the draft (count of steps) the newest revision was frozen from. */
  frozenVersion: z.int().nonnegative().nullable(),
  revision: revisionHash.nullable(),
  revisionNumber: z.int().nonnegative(),
  claim: z.strictObject(byAt).nullable(),
  returned: z.strictObject({ ...byAt, reason: returnReason, note: z.string().max(2_000) }).nullable(),
  approval: approval.nullable(),
  /** Levels the newest revision goes through, fixed when it was submitted; absent: one reviewer. */
  route: reviewRoute.optional(),
  /** Levels that have signed the newest revision, but for the last one: that is the approval. */
  signed: z.array(approval).max(8).optional(),
  /** The newest urgent decision; it stays on record when it was settled. */
  urgent: urgentDecision.nullable().optional(),
  spiked: z.strictObject({ ...byAt, reason: z.string().max(2_000), from: stage }).nullable(),
  /** Made by the program of what somebody typed when the text of this article was frozen already. */
  rescuedFrom: articleId.optional(),
  /** Set for an article that was imported from the portal it already stands on. */
  past: past.optional(),
})
export type Article = z.infer<typeof article>

/** A frozen text of an article; its body is the blob of the same hash. Numbered 1…n within the article. */
export const revision = z.strictObject({
  id: z.string(),
  article: articleId,
  number: z.int().positive(),
  hash: revisionHash,
  html: blobHash,
  rendererVersion: z.int().positive(),
  authors: z.array(accountId).min(1),
  ...byAt,
  /** Given by a person: "Bản gửi Phó Chủ tịch"; absent when nobody named it. */
  name: z.string().max(120).optional(),
  /** Absent: frozen by a submission. `kept` by hand, `automatic` before another version took its place. */
  origin: z.enum(['kept', 'automatic']).optional(),
})
export type Revision = z.infer<typeof revision>
