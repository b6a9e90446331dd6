import { z } from 'zod'
import { accountId, articleId, blobHash, instant, jobId, portalId, revisionHash } from './ids'

export const jobStates = [
  'waiting',
  'sending',
  'unknown',
  'done',
  'refused',
  'superseded',
  'cancelled',
] as const
export const jobState = z.enum(jobStates)
export type JobState = z.infer<typeof jobState>

/** Legal moves of a message to a portal (docs/publishing.md, P2). `unknown` leaves only through a read-back. */
export const jobMoves = {
  waiting: ['sending', 'superseded', 'cancelled'],
  sending: ['waiting', 'unknown', 'done', 'refused'],
  unknown: ['waiting', 'done', 'refused', 'superseded'],
  refused: ['waiting', 'superseded', 'cancelled'],
  done: [],
  superseded: [],
  cancelled: [],
} as const satisfies Record<JobState, readonly JobState[]>

export function mayMove(from: JobState, to: JobState): boolean {
  const moves: readonly JobState[] = jobMoves[from]
  return moves.includes(to)
}

/** A job that still has something to do or to find out. */
export function isUnfinished(state: JobState): boolean {
  return jobMoves[state].length > 0
}

/** A decision about an article on a portal: what the message asks for. */
export const decisions = ['publish', 'correct', 'confirm', 'take-down', 'expire'] as const
export const publicationDecision = z.enum(decisions)
export type PublicationDecision = z.infer<typeof publicationDecision>

/** Verdict of a read-back: what an anonymous reader gets compared with what was approved. */
export const partVerdict = z.enum(['right', 'different', 'missing'])
export const readBackPart = z.strictObject({
  part: z.enum(['text', 'picture', 'file', 'category', 'date', 'absence', 'notice']),
  label: z.string().max(300),
  verdict: partVerdict,
})
export const readBack = z.strictObject({
  at: instant,
  url: z.string().max(2_000),
  parts: z.array(readBackPart).max(500),
})
export type ReadBack = z.infer<typeof readBack>

/**
 * One message to one portal. `sequence` is the publication sequence of (portal, article); with both ids it makes the
 * idempotency key. `payload` names the exact bytes, stored before the first of them leaves.
 */
export const job = z.strictObject({
  id: jobId,
  portal: portalId,
  article: articleId,
  sequence: z.int().positive(),
  key: z.string().max(100),
  decision: publicationDecision,
  revision: revisionHash.nullable(),
  payload: blobHash,
  blobs: z.array(blobHash).max(500),
  totalBytes: z.int().nonnegative(),
  state: jobState,
  sentBlobs: z.int().nonnegative(),
  attempts: z.int().nonnegative(),
  /** When bytes last began to leave; until the portal's settle time is over, its not having it proves nothing (P3). */
  sentAt: instant.nullable().optional(),
  /** Somebody saw what was changed on the portal and wants ours there all the same. */
  overwrite: z.literal(true).optional(),
  /** A person says that it was put there by hand, and where readers find it (docs/publishing.md, P13). */
  handed: z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(500), at: instant }).optional(),
  /** With `overwrite`: only while the portal shows exactly what they saw. */
  seen: blobHash.optional(),
  /** Kept back by a person until released; the queue passes it by. */
  held: z.literal(true).optional(),
  /** Before everything that is not. */
  first: z.literal(true).optional(),
  /** Earliest moment of the next try: a schedule, an embargo or a back-off. */
  notBefore: instant.nullable(),
  scheduledFor: instant.nullable(),
  problem: z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) }).nullable(),
  readBack: readBack.nullable(),
  /** Null: the program itself, for an expiry that fell due. */
  queuedBy: accountId.nullable(),
  queuedAt: instant,
  finishedAt: instant.nullable(),
  /** Order in the queue: the journal sequence of the decision. */
  queued: z.int().nonnegative(),
})
export type Job = z.infer<typeof job>
