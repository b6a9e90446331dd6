import { z } from 'zod'
import { instant, portalId } from './ids'

/**
 * `portal-api`: docs/portal-api.md; `wordpress`: its REST interface with an application password; `folder`: a folder that is
 * a web site, for portals that take files; `clipboard`: a site that takes articles only from a person at its own forms.
 */
export const portalKind = z.enum(['portal-api', 'wordpress', 'folder', 'clipboard'])
export type PortalKind = z.infer<typeof portalKind>

/** As many as a portal's record holds; what a site has beyond is left out. */
export const mostCategories = 200

export const portalLimits = z.object({
  blobBytes: z.int().positive(),
  articleBytes: z.int().positive(),
  /** Media types of the pictures and files it takes; absent: whatever a newsroom may send. */
  mediaTypes: z.array(z.string().max(120)).max(100).optional(),
})

/** What a portal's administrator should know when it is connected; the words stand in the catalogues under `portal.hint.*`. */
export const portalHints = ['application-passwords-off', 'plain-addresses'] as const
export type PortalHint = (typeof portalHints)[number]

/** A portal this newsroom publishes to. Its categories are its own; ours are mapped to them. */
export const portal = z.strictObject({
  id: portalId,
  name: z.string().trim().min(1).max(120),
  kind: portalKind,
  /** A folder's has the scheme `file:`. */
  url: z.url({ protocol: /^(https?|file)$/ }).max(500),
  /** Where the world reads what lies in a folder, without a slash at the end. */
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  demo: z.boolean(),
  categories: z
    .array(z.strictObject({ id: z.string().max(100), name: z.string().max(200) }))
    .max(mostCategories),
  /** The portal's category for one of ours that it does not have itself. */
  categoryMap: z.record(z.string().max(100), z.string().max(100)).optional(),
  /** Keys it was told, each with what it may sign: `kid approve,urgent`. Absent: told before this was noted. */
  keys: z.array(z.string().max(120)).max(2_000).optional(),
  /** The largest file and text it takes and, where it does not take everything, the sorts of files; as far as it says so. */
  limits: portalLimits.optional(),
  /** Whether it refuses to write over what somebody saved there meanwhile, as the connection test found. Absent: not tried. */
  conditionalWrites: z.boolean().optional(),
  addedAt: instant,
  checkedAt: instant.nullable(),
})
export type Portal = z.infer<typeof portal>

/** Where an article of our category goes on that portal; null when nobody said. */
export function categoryOn(
  portal: Pick<Portal, 'categories' | 'categoryMap'>,
  category: string | null,
): string | null {
  if (category === null) return null
  const id = portal.categoryMap?.[category] ?? category
  return portal.categories.some(known => known.id === id) ? id : null
}

/**
 * What is known about the way to the portals. `offline` is the switch somebody turned; `unreachable` is the portal
 * itself not answering. Neither costs a job a try.
 */
export const lineState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('online') }),
  z.strictObject({ kind: z.literal('offline'), waiting: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('unreachable'), waiting: z.int().nonnegative(), since: instant }),
  z.strictObject({ kind: z.literal('locked'), waiting: z.int().nonnegative() }),
  /** The portal refuses our token: the queue pauses until somebody enters a new one or presses “send again”. */
  z.strictObject({ kind: z.literal('unauthorised'), waiting: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('no-portal') }),
])
export type LineState = z.infer<typeof lineState>
