import { z } from 'zod'

/** 26 characters of base32 (130 bits): random, so two workstations never hand out the same one. */
const randomId = z.string().regex(/^[a-z2-7]{26}$/)

/** SHA-256 in lower-case hexadecimal. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const articleId = randomId.brand<'ArticleId'>()
export const accountId = randomId.brand<'AccountId'>()
export const portalId = randomId.brand<'PortalId'>()
export const jobId = randomId.brand<'JobId'>()
export const threadId = randomId.brand<'ThreadId'>()
export const commentId = randomId.brand<'CommentId'>()
export const workspaceId = randomId.brand<'WorkspaceId'>()
/** Hash of a revision's canonical bytes. */
export const revisionHash = sha256.brand<'RevisionHash'>()
/** Hash of a stored blob's bytes: pictures, attachments, revision bodies, published HTML. */
export const blobHash = sha256.brand<'BlobHash'>()
/** UTC, ISO 8601 with milliseconds, as `Date.prototype.toISOString` writes it. Display only, never order. */
export const instant = z.iso.datetime({ precision: 3 })

export type ArticleId = z.infer<typeof articleId>
export type AccountId = z.infer<typeof accountId>
export type PortalId = z.infer<typeof portalId>
export type JobId = z.infer<typeof jobId>
export type WorkspaceId = z.infer<typeof workspaceId>
export type RevisionHash = z.infer<typeof revisionHash>
export type BlobHash = z.infer<typeof blobHash>
export type Instant = z.infer<typeof instant>
