import { z } from 'zod'
import { signingKey } from './account'
import { returnReason } from './article'
import { accountId, articleId, blobHash, instant, revisionHash, workspaceId } from './ids'
import { sealChain } from './seal'

/** `typ` of the compact JWS (EdDSA) each kind of file carries. */
export const requestType = 'toa-soan-approval-request+jws'
export const answerType = 'toa-soan-approval-answer+jws'
export const keyCardType = 'toa-soan-key-card+jws'

const name = z.string().max(120)
const kid = signingKey.shape.kid
const publicJwk = signingKey.shape.publicJwk
/** X25519 public key, base64url: what a file is encrypted for. */
const agreementX = z.string().regex(/^[\w-]{43}$/)

/** Somebody's public keys, signed by the very key it shows: proof that they hold it. */
export const keyCard = z.strictObject({
  format: z.literal('toa-soan/key-card'),
  v: z.literal(1),
  name,
  organisation: name,
  kid,
  publicJwk,
  agreementX: agreementX.nullable(),
  demo: z.boolean(),
  createdAt: instant,
})
export type KeyCard = z.infer<typeof keyCard>

const signer = z.strictObject({ account: accountId, name, kid, publicJwk, demo: z.boolean() })

const requestItem = z.strictObject({
  article: articleId,
  number: z.int().positive(),
  headline: z.string().max(500),
  revision: revisionHash,
  html: blobHash,
  rendererVersion: z.int().positive(),
  previousPublished: revisionHash.nullable(),
  /** Where the reviewer's seal stands among several levels. */
  chain: sealChain.optional(),
  authors: z.array(z.strictObject({ account: accountId, name })).min(1),
  submittedAt: instant,
  /** Text of the revision, of the page readers get, and of the version to compare with; hashes above are over them. */
  body: z.string().max(8_000_000),
  page: z.string().max(8_000_000),
  base: z.strictObject({ revision: revisionHash, body: z.string().max(8_000_000) }).nullable(),
  /** What changed since `base`, as HTML of this program's own writer, for browsers. */
  changes: z.string().max(8_000_000),
})
export type RequestItem = z.infer<typeof requestItem>

const carriedBlob = z.strictObject({
  hash: blobHash,
  mediaType: z.string().max(120),
  fileName: z.string().max(255),
})

/** What a newsroom asks one reviewer to decide, with everything needed for it. */
export const approvalRequest = z.strictObject({
  format: z.literal('toa-soan/approval-request'),
  v: z.literal(1),
  id: z.string().min(8).max(40),
  workspace: workspaceId,
  organisation: name,
  createdAt: instant,
  sender: signer.extend({ agreementX: agreementX.nullable() }),
  /** The reviewer by the newsroom's own account, and the keys it knows as theirs. */
  recipient: z.strictObject({ account: accountId, name, kids: z.array(kid).min(1) }),
  /** Head of the newsroom's journal; the seals name it. */
  journal: z.strictObject({ sequence: z.int().nonnegative(), hash: z.string().max(64) }),
  items: z.array(requestItem).min(1).max(200),
  blobs: z.array(carriedBlob).max(5_000),
})
export type ApprovalRequest = z.infer<typeof approvalRequest>

const remark = z.strictObject({ quote: z.string().max(2_000), text: z.string().trim().min(1).max(2_000) })

const onItem = {
  article: articleId,
  headline: z.string().max(500),
  revision: revisionHash,
  remarks: z.array(remark).max(200),
}

export const answerItem = z.discriminatedUnion('decision', [
  z.strictObject({ ...onItem, decision: z.literal('approve'), seal: z.string().max(8_000) }),
  z.strictObject({
    ...onItem,
    decision: z.literal('return'),
    reason: returnReason,
    note: z.string().max(2_000),
  }),
  z.strictObject({ ...onItem, decision: z.literal('comment') }),
])
export type AnswerItem = z.infer<typeof answerItem>

/** What the reviewer decided, bound to the bytes of the request. */
export const approvalAnswer = z.strictObject({
  format: z.literal('toa-soan/approval-answer'),
  v: z.literal(1),
  id: z.string().min(8).max(40),
  request: z.string().min(8).max(40),
  /** SHA-256 of the request's JWS. */
  requestDigest: blobHash,
  workspace: workspaceId,
  createdAt: instant,
  reviewer: signer,
  items: z.array(answerItem).min(1).max(200),
})
export type ApprovalAnswer = z.infer<typeof approvalAnswer>

/**
 * What stands in the file's data script: a signed payload with the pictures and files it names (base64, by SHA-256), or
 * the same encrypted for one person (compact JWE, ECDH-ES on X25519, A256GCM).
 */
export const envelope = z.union([
  z.strictObject({ jws: z.string(), blobs: z.record(blobHash, z.base64()) }),
  z.strictObject({ jwe: z.string(), for: name }),
])
export type Envelope = z.infer<typeof envelope>
export type OpenEnvelope = Extract<Envelope, { readonly jws: string }>
