import { z } from 'zod'
import type { Article, Revision } from '#common/domain/article'
import { type BlobHash, blobHash, type RevisionHash } from '#common/domain/ids'
import { type SealPayload, sealPayload, sealType } from '#common/domain/seal'
import { currentKey, unlockSigningKey } from '#main/accounts/signing-key'
import { sha256 } from '#main/articles/freeze'
import type { Core } from '#main/core/capability'
import type { StoredAccount } from '#main/core/collections'
import { BlobError } from '#main/store/blobs/blob-store'
import { keyNamedBy, signValue, verifiedValue } from './sign-text'

/** Which rule set an approval was given under: a second person, never an author (docs/workflow.md, W7). */
export const policy = 'four-eyes/1'

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
    | null
  readonly payload: SealPayload | null
  readonly kid: string | null
  readonly demo: boolean
}

/** Signs one exact revision; null when the passphrase does not open the reviewer's key. */
export async function makeSeal(
  core: Core,
  reviewer: StoredAccount,
  passphrase: string,
  article: Article,
  revision: Revision,
  previousPublished: RevisionHash | null,
): Promise<string | null> {
  const key = currentKey(reviewer)
  if (key === undefined) return null
  const privateKey = await unlockSigningKey(key, passphrase)
  if (privateKey === null) return null
  const payload: SealPayload = {
    v: 1,
    article: article.id,
    revision: revision.hash,
    html: revision.html,
    rendererVersion: revision.rendererVersion,
    previousPublished,
    authors: [...article.authors],
    reviewer: reviewer.id,
    decision: 'approve',
    policy,
    journal: core.store.head,
    iat: Math.floor(core.environment.now() / 1_000),
  }
  return signValue(payload, sealType, { kid: key.kid, privateKey })
}

/**
 * Checks a seal against the register of keys and against the stored bytes of revision and HTML, which are read and hashed
 * again: a byte changed anywhere voids it.
 */
export async function verifySeal(
  core: Core,
  sealed: {
    readonly article: string
    readonly revision: string
    readonly html: string
    readonly seal: string
  },
): Promise<SealVerdict> {
  const key = findKey(core, sealed.seal)
  if (key === 'unreadable' || key === 'unknown-key') return bad(key)
  const payload = await verifiedValue(sealed.seal, key.publicJwk, sealPayload)
  // A key speaks for its owner only: nobody signs as somebody else.
  if (payload === null || payload.reviewer !== key.owner) return bad('signature')
  // Whoever has a retired key cannot seal with it any more.
  if (key.retiredAt !== null && payload.iat * 1_000 > Date.parse(key.retiredAt)) return bad('unknown-key')
  const verdict = (reason: SealVerdict['reason']): SealVerdict => ({
    valid: reason === null,
    reason,
    payload,
    kid: key.kid,
    demo: key.demo,
  })
  if (payload.article !== sealed.article) return verdict('article')
  if (payload.authors.includes(payload.reviewer)) return verdict('author-approved')
  if (payload.revision !== sealed.revision || !(await bytesMatch(core, blobHash.parse(payload.revision))))
    return verdict('revision')
  if (payload.html !== sealed.html || !(await bytesMatch(core, payload.html))) return verdict('html')
  for (const hash of await blobsNamedBy(core, blobHash.parse(payload.revision)))
    if (!(await bytesMatch(core, hash))) return verdict('blob')
  return verdict(null)
}

type RegisteredKey = StoredAccount['keys'][number] & { readonly owner: StoredAccount['id'] }

function findKey(core: Core, seal: string): RegisteredKey | 'unreadable' | 'unknown-key' {
  const kid = keyNamedBy(seal, sealType)
  return kid === null ? 'unreadable' : (registeredKey(core, kid) ?? 'unknown-key')
}

/** A key of one of our own people, retired ones too: what they signed before stays signed. */
export function registeredKey(core: Core, kid: string): RegisteredKey | null {
  for (const account of core.store.all('accounts').values()) {
    const found = account.keys.find(key => key.kid === kid)
    if (found !== undefined) return { ...found, owner: account.id }
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

function bad(reason: SealVerdict['reason']): SealVerdict {
  return { valid: false, reason, payload: null, kid: null, demo: false }
}
