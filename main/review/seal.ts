import { z } from 'zod'
import { type BlobHash, blobHash } from '#common/domain/ids'
import {
  type SealPayload,
  sealPayload,
  sealType,
  type UrgentPayload,
  urgentPayload,
  urgentType,
} from '#common/domain/seal'
import { routeOf } from '#common/domain/workflow'
import { sha256 } from '#main/articles/freeze'
import type { Core } from '#main/core/capability'
import type { StoredAccount } from '#main/core/collections'
import { BlobError } from '#main/store/blobs/blob-store'
import { isUrgentSeal, keyNamedBy, verifiedValue } from './sign-text'

export interface SealVerdict {
  readonly valid: boolean
  /** What does not match, for the screen and for `seal-invalid`; null when valid. */
  readonly reason:
    | 'unreadable'
    | 'unknown-key'
    | 'signature'
    | 'article'
    | 'revision'
    | 'html'
    | 'blob'
    | 'author-approved'
    | 'level'
    | null
  /** Who signed; null while that is not sure. */
  readonly signer: StoredAccount['id'] | null
  readonly kid: string | null
  readonly demo: boolean
}

interface Sealed {
  readonly article: string
  readonly revision: string
  readonly html: string
  readonly seal: string
}

/**
 * Checks a seal, or an urgent decision, against the register of keys and against the stored bytes of revision and HTML,
 * which are read and hashed again: a byte changed anywhere voids it. `one-level`: only this signature, which need not be
 * the last one; otherwise every level has to be there.
 */
export async function verifySeal(
  core: Core,
  sealed: Sealed,
  scope: 'whole' | 'one-level' = 'whole',
): Promise<SealVerdict> {
  const signed = await readSigned(core, sealed.seal)
  if (typeof signed === 'string')
    return { valid: false, reason: signed, signer: null, kid: null, demo: false }
  const { payload, key, signer } = signed
  const reason =
    (await contentFault(core, payload, sealed)) ??
    (payload.decision === 'approve' && scope === 'whole' ? await levelFault(core, payload, sealed) : null)
  return { valid: reason === null, reason, signer, kid: key.kid, demo: key.demo }
}

type Payload = SealPayload | UrgentPayload

interface Signed {
  readonly payload: Payload
  readonly key: RegisteredKey
  readonly signer: StoredAccount['id']
}

async function readSigned(core: Core, seal: string): Promise<Signed | NonNullable<SealVerdict['reason']>> {
  const kid = keyNamedBy(seal, sealType) ?? keyNamedBy(seal, urgentType)
  if (kid === null) return 'unreadable'
  const key = registeredKey(core, kid)
  if (key === null) return 'unknown-key'
  const payload: Payload | null = isUrgentSeal(seal)
    ? await verifiedValue(seal, key.publicJwk, urgentPayload)
    : await verifiedValue(seal, key.publicJwk, sealPayload)
  if (payload === null) return 'signature'
  const signer = payload.decision === 'approve' ? payload.reviewer : payload.decidedBy
  // A key speaks for its owner only: nobody signs as somebody else.
  if (signer !== key.owner) return 'signature'
  // Whoever has a retired key cannot seal with it any more.
  if (key.retiredAt !== null && payload.iat * 1_000 > Date.parse(key.retiredAt)) return 'unknown-key'
  return { payload, key, signer }
}

async function contentFault(core: Core, payload: Payload, sealed: Sealed): Promise<SealVerdict['reason']> {
  if (payload.article !== sealed.article) return 'article'
  if (payload.decision === 'approve' && payload.authors.includes(payload.reviewer)) return 'author-approved'
  if (payload.revision !== sealed.revision || !(await bytesMatch(core, blobHash.parse(payload.revision))))
    return 'revision'
  if (payload.html !== sealed.html || !(await bytesMatch(core, payload.html))) return 'html'
  for (const hash of await blobsNamedBy(core, blobHash.parse(payload.revision)))
    if (!(await bytesMatch(core, hash))) return 'blob'
  return null
}

/**
 * Follows the seals of all levels back to the first (docs/workflow.md, W18 to W20): each names the one before by its hash,
 * the same text, its own place, and a signer who wrote nothing of it and signed no other level.
 */
async function levelFault(core: Core, last: SealPayload, sealed: Sealed): Promise<SealVerdict['reason']> {
  const article = core.store.get('articles', last.article)
  const isAboutNow = article?.revision === last.revision && (article.approval ?? sealed).seal === sealed.seal
  const wanted = isAboutNow && article !== undefined ? routeOf(article).levels.length : (last.chain?.of ?? 1)
  if ((last.chain?.of ?? 1) !== wanted || (last.chain?.level ?? 1) !== wanted) return 'level'
  const signers = new Set([last.reviewer])
  for (let seal = last; (seal.chain?.level ?? 1) > 1; ) {
    const before = await sealBefore(core, seal)
    const follows =
      before !== null &&
      before.chain?.level === (seal.chain?.level ?? 0) - 1 &&
      before.chain.of === wanted &&
      before.revision === last.revision &&
      before.html === last.html
    if (!follows) return 'level'
    if (last.authors.includes(before.reviewer)) return 'author-approved'
    if (signers.has(before.reviewer) && last.chain?.sameSigner !== true) return 'level'
    signers.add(before.reviewer)
    seal = before
  }
  return null
}

async function sealBefore(core: Core, { article, chain }: SealPayload): Promise<SealPayload | null> {
  for (const record of core.store.all('approvals').values()) {
    if (record.article !== article || sha256(record.seal) !== chain?.before) continue
    const signed = await readSigned(core, record.seal)
    return typeof signed !== 'string' && signed.payload.decision === 'approve' ? signed.payload : null
  }
  return null
}

type RegisteredKey = StoredAccount['keys'][number] & { readonly owner: StoredAccount['id'] }

/** A confirmed key of one of our own people, retired ones too: what they signed before stays signed. */
export function registeredKey(core: Core, kid: string): RegisteredKey | null {
  for (const account of core.store.all('accounts').values()) {
    const found = account.keys.find(key => key.kid === kid)
    if (found !== undefined) return found.unconfirmed === true ? null : { ...found, owner: account.id }
  }
  return null
}

async function bytesMatch(core: Core, hash: BlobHash): Promise<boolean> {
  try {
    return sha256(await core.store.blobs.read(hash)) === hash
  } catch (error) {
    if (error instanceof BlobError) return false
    throw error
  }
}

/** The pictures and files of a revision whose bytes were just found whole. */
async function blobsNamedBy(core: Core, revision: BlobHash): Promise<readonly BlobHash[]> {
  const body = JSON.parse(Buffer.from(await core.store.blobs.read(revision)).toString('utf8'))
  return z
    .object({ blobs: z.array(z.object({ hash: blobHash })) })
    .parse(body)
    .blobs.map(({ hash }) => hash)
}
