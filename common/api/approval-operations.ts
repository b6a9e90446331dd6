import { z } from 'zod'
import { returnReason } from '../domain/article'
import { accountId, articleId, blobHash, instant, revisionHash } from '../domain/ids'
import { comparison } from './comparison'
import { nothing, operation } from './operation'
import { check, problemNote, proofreadPassage } from './views'

const passphrase = z.string().max(200)
const writtenFile = z.strictObject({ file: blobHash, fileName: z.string() })
const remarks = z.array(
  z.strictObject({ quote: z.string().max(2_000), text: z.string().trim().min(1).max(2_000) }),
)

export const registeredKeyView = z.strictObject({
  kid: z.string(),
  holder: z.string(),
  account: accountId.nullable(),
  organisation: z.string().nullable(),
  /** Its private half is on this machine. */
  here: z.boolean(),
  demo: z.boolean(),
  fingerprint: z.string(),
  mayReceive: z.boolean(),
  createdAt: instant,
  retiredAt: instant.nullable(),
  /** Waits for a second person; nothing it signs counts. */
  unconfirmed: z.boolean(),
})
export type RegisteredKeyView = z.infer<typeof registeredKeyView>

export const keyChangeView = z.strictObject({
  id: z.string(),
  kind: z.enum(['register', 'retire', 'confirm']),
  holder: z.string(),
  fingerprint: z.string(),
  byName: z.string(),
  at: instant,
  /** Only an administrator there is, and so the printed recovery code confirms. */
  needsCode: z.boolean(),
  settled: z
    .strictObject({ outcome: z.string(), means: z.string(), byName: z.string(), at: instant })
    .nullable(),
})
export type KeyChangeView = z.infer<typeof keyChangeView>

const keysView = z.strictObject({ keys: z.array(registeredKeyView), changes: z.array(keyChangeView) })

export const exchangeView = z.strictObject({
  id: z.string(),
  direction: z.enum(['sent', 'received']),
  organisation: z.string(),
  person: z.string(),
  encrypted: z.boolean(),
  fileName: z.string(),
  file: blobHash.nullable(),
  items: z.array(z.strictObject({ article: articleId, headline: z.string(), revision: revisionHash })),
  byName: z.string(),
  at: instant,
  answer: z
    .strictObject({
      fileName: z.string(),
      file: blobHash.nullable(),
      byName: z.string(),
      at: instant,
      items: z.array(
        z.strictObject({
          article: articleId,
          headline: z.string(),
          decision: z.enum(['approve', 'return', 'comment']),
          remarks: z.array(z.strictObject({ quote: z.string(), text: z.string() })),
          refused: problemNote.nullable(),
        }),
      ),
    })
    .nullable(),
})
export type ExchangeView = z.infer<typeof exchangeView>

/** Approval without a line: the register of keys, and files that go to a reviewer and come back. */
export const approvalOperations = {
  'keys.list': operation('signed-in', nothing, keysView),
  /** The caller's own public key, as a file for another newsroom. */
  'keys.card': operation(
    'signed-in',
    z.strictObject({ passphrase: passphrase.optional() }),
    z.strictObject({ fileName: z.string(), text: z.string() }),
  ),
  /** `account` null: the key of somebody in another newsroom, whose files are taken here. */
  'keys.propose': operation(
    'account.manage',
    z.strictObject({
      change: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('register'),
          account: accountId.nullable(),
          card: z.string().max(20_000),
        }),
        z.strictObject({ kind: z.literal('retire'), kid: z.string().max(64) }),
      ]),
    }),
    keysView,
  ),
  'keys.confirm': operation(
    'signed-in',
    z.strictObject({
      change: z.string().max(40),
      passphrase: passphrase.optional(),
      recoveryCode: z.string().max(80).optional(),
    }),
    keysView,
  ),
  'keys.withdraw': operation('account.manage', z.strictObject({ change: z.string().max(40) }), keysView),

  'approvalFiles.list': operation(
    'article.read',
    nothing,
    z.strictObject({ exchanges: z.array(exchangeView) }),
  ),
  'approvalFiles.export': operation(
    'article.read',
    z.strictObject({
      articles: z.array(articleId).min(1).max(200),
      reviewer: accountId,
      encrypted: z.boolean(),
      passphrase: passphrase.optional(),
    }),
    writtenFile.extend({ exchange: exchangeView }),
  ),
  /** A request to decide about, or the answer to one of ours; each is taken once. `file`: where the wire put it (`receiveApprovalFile`). */
  'approvalFiles.import': operation(
    'article.read',
    z.strictObject({ file: blobHash, fileName: z.string().max(255), passphrase: passphrase.optional() }),
    z.strictObject({ exchange: exchangeView }),
  ),
  'approvalFiles.read': operation(
    'article.read',
    z.strictObject({ exchange: z.string().max(40) }),
    z.strictObject({
      exchange: exchangeView,
      /** The caller holds a key the asking newsroom knows as the reviewer's. */
      mayDecide: z.boolean(),
      items: z.array(
        z.strictObject({
          article: articleId,
          number: z.int(),
          headline: z.string(),
          authors: z.array(z.string()),
          revision: revisionHash,
          pagePath: z.string(),
          comparison,
          isNew: z.boolean(),
          checks: z.array(check),
          passages: z.array(proofreadPassage),
        }),
      ),
    }),
  ),
  'approvalFiles.answer': operation(
    'article.read',
    z.strictObject({
      exchange: z.string().max(40),
      passphrase: passphrase.optional(),
      items: z
        .array(
          z.discriminatedUnion('decision', [
            z.strictObject({ article: articleId, decision: z.literal('approve'), remarks }),
            z.strictObject({
              article: articleId,
              decision: z.literal('return'),
              remarks,
              reason: returnReason,
              note: z.string().trim().max(2_000),
            }),
            z.strictObject({ article: articleId, decision: z.literal('comment'), remarks }),
          ]),
        )
        .min(1)
        .max(200),
    }),
    writtenFile.extend({ exchange: exchangeView }),
  ),
} as const
