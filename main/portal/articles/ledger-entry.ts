import { z } from 'zod'
import { articleId, blobHash, instant, revisionHash } from '#common/domain/ids'
import { publicationDecision } from '#common/domain/job'
import { goneNotice } from '#common/domain/publication'
import { card } from './card'

/** One accepted decision. The ledger of these is the portal's whole state; nothing in it is ever changed. */
export const ledgerEntry = z.strictObject({
  v: z.literal(1),
  article: articleId,
  sequence: z.int().positive(),
  decision: publicationDecision,
  /** What readers see afterwards; null when they see nothing. */
  revision: revisionHash.nullable(),
  html: blobHash.nullable(),
  /** SHA-256 of the request's RFC 8785 text, which lies in requests.log at `stored`. */
  request: blobHash,
  stored: z.strictObject({ offset: z.int().nonnegative(), length: z.int().positive() }),
  /** Where the text readers see came in, when it did not come with this request. */
  text: z.strictObject({ offset: z.int().nonnegative(), length: z.int().positive() }).optional(),
  /** Shown on an urgent decision, until when its approval is due. */
  urgentUntil: instant.optional(),
  /** What readers are told in its place. */
  gone: goneNotice.optional(),
  at: instant,
  card: card.nullable(),
})
export type LedgerEntry = z.infer<typeof ledgerEntry>
