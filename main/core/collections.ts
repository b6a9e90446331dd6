import { z } from 'zod'
import { account, signingKey } from '#common/domain/account'
import { keyCard } from '#common/domain/approval-file'
import { approval, article, revision } from '#common/domain/article'
import { commentReading, commentThread } from '#common/domain/comment'
import { focusPoint } from '#common/domain/focus-point'
import { accountId, articleId, blobHash, instant, revisionHash, workspaceId } from '#common/domain/ids'
import { importRecord } from '#common/domain/import'
import { isUnfinished, job, jobStates } from '#common/domain/job'
import { portal } from '#common/domain/portal'
import { publication } from '#common/domain/publication'
import { reviewPolicy } from '#common/domain/review-policy'

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
    signingKey.extend({
      openPrivate: z.string().nullable(),
      wrappedPrivate: wrappedKeySchema.nullable(),
      /** X25519 public key, for files encrypted to this person. */
      agreementX: z.string().optional(),
      /** Made with the account, and not yet confirmed by a second person: it signs nothing (docs/workflow.md, W16). */
      unconfirmed: z.literal(true).optional(),
    }),
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
  /** What was last said of it in an article. */
  alt: z.string().max(1_000).optional(),
  credit: z.string().max(1_000).optional(),
  focus: focusPoint.optional(),
  /** Articles whose draft shows it. */
  drafts: z.array(articleId).optional(),
  /** Articles whose draft showed it and was frozen so: readers may see it there. */
  frozen: z.array(articleId).optional(),
  /** A PDF's text as a blob; null when it has none (a scan). Absent: nobody has looked. */
  text: z.strictObject({ hash: blobHash, pages: z.int(), personalData: z.int() }).nullable().optional(),
})
export type MediaRecord = z.infer<typeof mediaRecord>

/** Every approval ever given, also those that no longer hold; the article's card has the one that does. */
export const approvalRecord = approval.extend({
  id: z.string(),
  article: articleId,
  number: z.int().positive(),
  /** The approval file it came with; null when it was given at this workstation. */
  exchange: z.string().nullable(),
})
export type ApprovalRecord = z.infer<typeof approvalRecord>

/** An approval file that left or came, and what became of it. */
export const exchange = z.strictObject({
  id: z.string(),
  direction: z.enum(['sent', 'received']),
  /** Of the newsroom that asks. */
  workspace: workspaceId,
  organisation: z.string(),
  /** To whom it went, or who sent it. */
  person: z.string(),
  /** The reviewer by the asking newsroom's account. */
  reviewer: accountId,
  encrypted: z.boolean(),
  fileName: z.string(),
  /** The JWS of the request. */
  request: blobHash,
  /** The file as it was handed out; null for one that came. */
  file: blobHash.nullable(),
  items: z.array(z.strictObject({ article: articleId, headline: z.string(), revision: revisionHash })),
  by: accountId,
  at: instant,
  answer: z
    .strictObject({
      /** The JWS of the answer. */
      jws: blobHash,
      /** The file as it was handed out; null for one that came. */
      file: blobHash.nullable(),
      fileName: z.string(),
      by: accountId,
      at: instant,
      items: z.array(
        z.strictObject({
          article: articleId,
          headline: z.string(),
          decision: z.enum(['approve', 'return', 'comment']),
          remarks: z.array(z.strictObject({ quote: z.string(), text: z.string() })),
          /** The problem it was refused with here; null when it was carried out. */
          refused: z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) }).nullable(),
        }),
      ),
    })
    .nullable(),
})
export type Exchange = z.infer<typeof exchange>

/** A change of the register of keys: proposed by one, in force when a second person confirmed it. */
export const keyChange = z.strictObject({
  id: z.string(),
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('register'), account: accountId.nullable(), card: keyCard }),
    z.strictObject({ kind: z.literal('retire'), kid: z.string() }),
    /** The key a new account was made with. */
    z.strictObject({ kind: z.literal('confirm'), account: accountId, kid: z.string() }),
  ]),
  by: accountId,
  at: instant,
  settled: z
    .strictObject({
      outcome: z.enum(['confirmed', 'withdrawn']),
      by: accountId,
      at: instant,
      /** A second person, or the printed recovery code of a single administrator. */
      means: z.enum(['second-person', 'recovery-code', 'withdrawn']),
    })
    .nullable(),
})
export type KeyChange = z.infer<typeof keyChange>

/** The key of somebody in another newsroom whose approval files are taken here. */
export const correspondent = z.strictObject({
  /** The key's kid. */
  id: z.string(),
  card: keyCard,
  registeredAt: instant,
  retiredAt: instant.nullable(),
})
export type Correspondent = z.infer<typeof correspondent>

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
  threads: commentThread,
  readings: commentReading,
  approvals: approvalRecord,
  exchanges: exchange,
  keyChanges: keyChange,
  correspondents: correspondent,
  reviewPolicies: reviewPolicy,
  imports: importRecord,
} as const

/** The desk's first list needs the newest cards and what decides their chips; the rest is read behind it. */
export const firstScreen = {
  newest: 'articles',
  belonging: {
    publications: { by: 'article' },
    jobs: { by: 'article', only: { property: 'state', values: jobStates.filter(isUnfinished) } },
  },
} as const

/** Collections that grow with the years: read after opening, in the background. */
export const growing = [
  'articles',
  'publications',
  'jobs',
  'revisions',
  'approvals',
  'media',
  'threads',
  'readings',
  'imports',
] as const

export type NewsroomCollections = {
  readonly [K in keyof typeof collections]: z.infer<(typeof collections)[K]>
}
