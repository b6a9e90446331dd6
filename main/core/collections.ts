import { z } from 'zod'
import { account, signingKey } from '#common/domain/account'
import { article, revision } from '#common/domain/article'
import { blobHash, instant } from '#common/domain/ids'
import { job } from '#common/domain/job'
import { portal } from '#common/domain/portal'
import { publication } from '#common/domain/publication'

/** AES-256-GCM, base64url: nonce, ciphertext with tag. */
const sealedText = z.strictObject({ nonce: z.string(), ciphertext: z.string() })
export type SealedText = z.infer<typeof sealedText>

/** A key wrapped by a passphrase: scrypt parameters, salt, and the wrapped bytes. */
export const wrappedKeySchema = z.strictObject({
  n: z.int(),
  r: z.int(),
  p: z.int(),
  salt: z.string(),
  sealed: sealedText,
})
export type WrappedKey = z.infer<typeof wrappedKeySchema>

/** An account with what only main may see. Sample accounts have no passphrase: their keys lie open and are marked demo. */
export const storedAccount = account.extend({
  /** The workspace key, wrapped by this person's passphrase: who can unwrap it knows the passphrase. */
  workspaceKey: wrappedKeySchema.nullable(),
  /** Register of this person's keys with history, newest last; only the newest unretired one signs. */
  keys: z.array(
    signingKey.extend({ openPrivate: z.string().nullable(), wrappedPrivate: wrappedKeySchema.nullable() }),
  ),
  failures: z.strictObject({ count: z.int(), lockedUntil: instant.nullable() }),
})
export type StoredAccount = z.infer<typeof storedAccount>

/** A secret of the workspace: sealed by the workspace key, or open in a sample workspace. */
export const secret = z.strictObject({
  id: z.string(),
  open: z.string().nullable(),
  sealed: sealedText.nullable(),
})

export const mediaRecord = z.strictObject({
  /** Its blob's hash. */
  id: blobHash,
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  addedAt: instant,
})
export type MediaRecord = z.infer<typeof mediaRecord>

export const setting = z.strictObject({ id: z.string(), value: z.unknown() })

/** Every collection of the newsroom with its record's schema; what is read from disk is validated with these. */
export const collections = {
  articles: article,
  revisions: revision,
  publications: publication,
  jobs: job,
  portals: portal,
  accounts: storedAccount,
  secrets: secret,
  media: mediaRecord,
  settings: setting,
} as const

export type NewsroomCollections = {
  readonly [K in keyof typeof collections]: z.infer<(typeof collections)[K]>
}
