import { z } from 'zod'
import { accountId, articleId, commentId, instant, threadId } from './ids'

/** What a thread is about, in the draft's positions at `version`. `node` is a picture, file, table cell or any block. */
export const commentAnchor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('range'), from: z.int().nonnegative(), to: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('node'), position: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('field'), field: z.string().min(1).max(60) }),
  z.strictObject({ kind: z.literal('article') }),
])
export type CommentAnchor = z.infer<typeof commentAnchor>

export const commentText = z.string().trim().min(1).max(4_000)
export const mentions = z.array(accountId).max(20)

export const comment = z.strictObject({
  id: commentId,
  by: accountId,
  at: instant,
  text: commentText,
  /** People named in it with @. */
  mentions,
})
export type Comment = z.infer<typeof comment>

/** Comments about one place, beside the document and no part of any hash; never deleted (docs/workflow.md, W14). */
export const commentThread = z.strictObject({
  id: threadId,
  article: articleId,
  anchor: commentAnchor,
  /** Version of the draft that the anchor's positions are of; where it is now follows from the steps since. */
  version: z.int().nonnegative(),
  /** What stood there when the thread began, shortened; kept when the place is gone. */
  quote: z.string().max(300),
  /** At least one, oldest first. */
  comments: z.array(comment).min(1),
  resolved: z.strictObject({ by: accountId, at: instant }).nullable(),
})
export type CommentThread = z.infer<typeof commentThread>

/** How many comments of each thread of one article one person has seen. */
export const commentReading = z.strictObject({
  /** `account.article`. */
  id: z.string(),
  account: accountId,
  article: articleId,
  seen: z.record(z.string(), z.int().nonnegative()),
})
export type CommentReading = z.infer<typeof commentReading>

export function readingId(account: string, article: string): string {
  return `${account}.${article}`
}

/** Whether an open thread names this person in a comment they have not seen. */
export function namesUnseen(
  { id, comments, resolved }: CommentThread,
  reading: CommentReading | undefined,
  account: z.infer<typeof accountId>,
): boolean {
  return (
    resolved === null &&
    comments
      .slice(reading?.seen[id] ?? 0)
      .some(({ by, mentions }) => by !== account && mentions.includes(account))
  )
}

/** Comments of other people that this person has not seen, those that name them too. */
export function unreadIn(
  thread: CommentThread,
  reading: CommentReading | undefined,
  account: string,
): number {
  return thread.comments.slice(reading?.seen[thread.id] ?? 0).filter(({ by }) => by !== account).length
}
