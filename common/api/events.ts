import { z } from 'zod'
import { accountId, articleId, instant } from '../domain/ids'

/** Where one window of somebody stands in a draft. */
export const draftPresence = z.strictObject({
  client: z.string().min(1).max(40),
  account: accountId,
  name: z.string(),
  version: z.int().nonnegative(),
  caret: z.strictObject({ anchor: z.int().nonnegative(), head: z.int().nonnegative() }).nullable(),
})
export type DraftPresence = z.infer<typeof draftPresence>

/** Events say what changed; the listener asks again. No payload to merge, no second truth in the renderer. */
export const event = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('articles-changed'), articles: z.array(articleId) }),
  z.strictObject({ kind: z.literal('draft-changed'), article: articleId, version: z.int() }),
  /** Everything up to `version` is on the disk, synced. */
  z.strictObject({ kind: z.literal('draft-saved'), article: articleId, version: z.int(), at: instant }),
  z.strictObject({ kind: z.literal('comments-changed'), article: articleId }),
  /** Somebody's caret in a draft moved, or (null) they left; never stored. Positions are of `version`. */
  z.strictObject({ kind: z.literal('draft-presence'), article: articleId, presence: draftPresence }),
  z.strictObject({ kind: z.literal('publishing-changed') }),
  z.strictObject({ kind: z.literal('line-changed') }),
  z.strictObject({ kind: z.literal('portals-changed') }),
  z.strictObject({ kind: z.literal('accounts-changed') }),
  z.strictObject({ kind: z.literal('session-changed') }),
  z.strictObject({ kind: z.literal('names-changed') }),
  z.strictObject({ kind: z.literal('templates-changed') }),
  /** The library of pictures and files. */
  z.strictObject({ kind: z.literal('media-changed') }),
  z.strictObject({ kind: z.literal('store-changed') }),
  /** The search index got further, or knows everything now. */
  z.strictObject({ kind: z.literal('search-changed') }),
  /** A backup, export or verification began, moved on or ended. */
  z.strictObject({ kind: z.literal('safekeeping-changed') }),
])
export type Event = z.infer<typeof event>
