import type { Article, Revision } from '#common/domain/article'
import type { RevisionHash } from '#common/domain/ids'
import { type SealPayload, sealType, type UrgentPayload, urgentType } from '#common/domain/seal'
import { urgentHours } from '#common/domain/urgent'
import { currentKey, unlockSigningKey } from '#main/accounts/signing-key'
import type { Core } from '#main/core/capability'
import type { StoredAccount } from '#main/core/collections'
import { chainFor } from './levels'
import { signValue } from './sign-text'

interface Signer {
  readonly account: StoredAccount
  readonly passphrase: string
}

/** Signs one exact revision as the level whose turn it is; null when the passphrase does not open the signer's key. */
export async function makeSeal(
  core: Core,
  signer: Signer,
  article: Article,
  revision: Revision,
  previousPublished: RevisionHash | null,
): Promise<string | null> {
  const chain = chainFor(article)
  const payload: SealPayload = {
    ...contentOf(core, article, revision),
    previousPublished,
    reviewer: signer.account.id,
    decision: 'approve',
    policy: policyOf(chain),
    ...(chain !== undefined && { chain }),
    iat: Math.floor(core.environment.now() / 1_000),
  }
  return sign(signer, payload, sealType)
}

/** Signs the decision to show one exact revision ahead of its approval; null when the passphrase is wrong. */
export async function makeUrgentSeal(
  core: Core,
  signer: Signer,
  article: Article,
  revision: Revision,
  reason: string,
): Promise<string | null> {
  const iat = Math.floor(core.environment.now() / 1_000)
  const payload: UrgentPayload = {
    ...contentOf(core, article, revision),
    decidedBy: signer.account.id,
    decision: 'publish-urgently',
    reason,
    iat,
    exp: iat + urgentHours * 3_600,
  }
  return sign(signer, payload, urgentType)
}

/** Which rule set an approval was given under: a second person, never an author (W7), or several levels of them (W18). */
export function policyOf(chain: SealPayload['chain']): string {
  return chain === undefined ? 'four-eyes/1' : 'levels/1'
}

function contentOf(core: Core, article: Article, revision: Revision) {
  return {
    v: 1 as const,
    article: article.id,
    revision: revision.hash,
    html: revision.html,
    rendererVersion: revision.rendererVersion,
    authors: [...article.authors],
    journal: core.store.head,
  }
}

async function sign({ account, passphrase }: Signer, payload: unknown, type: string): Promise<string | null> {
  const key = currentKey(account)
  const privateKey = key === undefined ? null : await unlockSigningKey(key, passphrase)
  if (key === undefined || privateKey === null) return null
  return signValue(payload, type, { kid: key.kid, privateKey })
}
