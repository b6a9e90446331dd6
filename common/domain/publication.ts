import { z } from 'zod'
import { accountId, articleId, blobHash, instant, portalId, revisionHash } from './ids'
import { type PublicationDecision, readBack } from './job'
import { formatInstant } from './vietnam-time'

export const publicationStates = ['none', 'scheduled', 'live', 'corrected', 'taken-down', 'expired'] as const
export const publicationState = z.enum(publicationStates)
export type PublicationState = z.infer<typeof publicationState>

/**
 * Which decision is possible in which state, and what readers see once the portal confirmed it (docs/workflow.md, W10).
 * Publishing again after a takedown is a new decision, never an old one arriving late.
 */
export const publicationTable = {
  publish: {
    from: ['none', 'scheduled', 'live', 'corrected', 'taken-down', 'expired'],
    to: 'live',
    needsApproval: true,
  },
  correct: { from: ['live', 'corrected'], to: 'corrected', needsApproval: true },
  // W21: the approval of what was published urgently; readers see no difference.
  confirm: { from: ['live'], to: 'live', needsApproval: true },
  'take-down': {
    from: ['scheduled', 'live', 'corrected', 'expired'],
    to: 'taken-down',
    needsApproval: false,
  },
  expire: { from: ['live', 'corrected'], to: 'expired', needsApproval: false },
} as const satisfies Record<
  PublicationDecision,
  { from: readonly PublicationState[]; to: PublicationState; needsApproval: boolean }
>

export function mayDecide(decision: PublicationDecision, state: PublicationState): boolean {
  const from: readonly PublicationState[] = publicationTable[decision].from
  return from.includes(state)
}

/**
 * What readers are told where an article was: that it was taken down, or that the newsroom retracts it. `number` counts such
 * notices about the article on that portal.
 */
export const goneNotice = z.strictObject({
  kind: z.enum(['takedown', 'retraction']),
  number: z.int().positive(),
  text: z.string().min(1).max(2_000),
  at: instant,
})
export type GoneNotice = z.infer<typeof goneNotice>

/** Over such a notice, in the language of the portals. */
export const goneTitles: Readonly<Record<GoneNotice['kind'], string>> = {
  takedown: 'Bài viết đã được gỡ',
  retraction: 'Bài viết đã được rút',
}

/** Before the words of such a notice, and before those of a correction, wherever readers get them. */
export function goneHeading({ number, at }: Pick<GoneNotice, 'number' | 'at'>): string {
  return `Thông báo số ${number}, ${formatInstant(at)}`
}

export function correctionHeading({ number, at }: { readonly number: number; readonly at: string }): string {
  return `Đính chính lần ${number}, ${formatInstant(at)}`
}

/** One article on one portal: what readers there see. `sequence` counts accepted decisions and only grows. */
export const publication = z.strictObject({
  /** `${portal}.${article}` */
  id: z.string(),
  portal: portalId,
  article: articleId,
  state: publicationState,
  sequence: z.int().nonnegative(),
  /** Sequence the portal confirmed last; below `sequence` while a job is on its way. */
  confirmedSequence: z.int().nonnegative(),
  revision: revisionHash.nullable(),
  slug: z.string().max(200),
  url: z.string().max(2_000).nullable(),
  publishedAt: instant.nullable(),
  scheduledFor: instant.nullable(),
  /** When the live document says it ends; the program then queues `expire` by itself. */
  expiresAt: instant.nullable(),
  corrections: z.int().nonnegative(),
  readBack: readBack.nullable(),
  /** The last notice in an article's place; it stands there while the state is `taken-down` and `goneShown` is set. */
  gone: goneNotice.optional(),
  goneShown: z.literal(true).optional(),
  /** Readers have it on an urgent decision; the portal still waits for its approval. */
  urgent: z.literal(true).optional(),
  /**
   * Somebody edited on the portal, and a person answered it (docs/publishing.md, P14): took that text as a draft, or left
   * it. `seen` is the SHA-256 of exactly what they answered to.
   */
  theirs: z
    .strictObject({ seen: blobHash, way: z.enum(['taken', 'left']), at: instant, by: accountId })
    .optional(),
  /** The portal's category it was sent to. */
  category: z.string().max(100).optional(),
  /** Until when the portal shows it at the head of its lists, where only this program ends that. */
  hotUntil: instant.optional(),
  /** When readers' view is looked at again by itself (docs/publishing.md, P6); null or absent: not any more. */
  lookAt: instant.nullable().optional(),
})
export type Publication = z.infer<typeof publication>

/** Before anything of the article was decided for the portal. */
export function blankPublication(
  portal: Publication['portal'],
  article: Publication['article'],
  slug: string,
): Publication {
  return {
    id: publicationId(portal, article),
    portal,
    article,
    state: 'none',
    sequence: 0,
    confirmedSequence: 0,
    revision: null,
    slug,
    url: null,
    publishedAt: null,
    scheduledFor: null,
    expiresAt: null,
    corrections: 0,
    readBack: null,
  }
}

export function publicationId(portal: string, article: string): string {
  return `${portal}.${article}`
}
