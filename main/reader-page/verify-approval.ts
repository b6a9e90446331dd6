import type { PackApproval, PackArticle, PackFacts, PackUrgent } from '#common/domain/inspection-pack'
import { digest, verifyJws } from './verify-jws'

/** What a seal says, as far as a pack looks at it. */
export interface Sealed {
  readonly article: string
  readonly revision: string
  readonly html: string
  readonly authors: readonly string[]
  readonly reviewer: string
  readonly policy: string
  readonly chain?: {
    readonly level: number
    readonly of: number
    readonly name: string
    readonly before: string | null
    readonly sameSigner: boolean
  }
  readonly iat: number
}

/** The seal's payload, when its key is one of the register's, in force then, and it names exactly this revision. */
export function sealedBy(
  article: Pick<PackArticle, 'id' | 'revisions'>,
  { seal, revision, html }: PackApproval,
  facts: Pick<PackFacts, 'keys'>,
): { readonly payload: Sealed; readonly key: PackFacts['keys'][number] } | null {
  for (const key of facts.keys) {
    const payload = verifyJws(seal, 'toa-soan-seal+jws', () => key.publicJwk.x, key.kid) as Sealed | null
    if (payload === null) continue
    const holds =
      payload.article === article.id &&
      payload.revision === revision &&
      payload.html === html &&
      payload.reviewer === key.owner &&
      !payload.authors.includes(payload.reviewer) &&
      (key.retiredAt === null || payload.iat * 1_000 <= Date.parse(key.retiredAt)) &&
      article.revisions.some(known => known.hash === revision && known.html === html)
    return holds ? { payload, key } : null
  }
  return null
}

/** Signed by who is said to have approved, and no level before it is missing. */
export function isApprovalSound(article: PackArticle, approval: PackApproval, facts: PackFacts): boolean {
  const sealed = sealedBy(article, approval, facts)
  return (
    sealed !== null &&
    sealed.payload.reviewer === approval.by &&
    followsLevels(article, sealed.payload, facts)
  )
}

/** Every level before is there, signed over the same text, by somebody else unless the policy allows the same. */
function followsLevels(article: PackArticle, { chain, revision, html, reviewer }: Sealed, facts: PackFacts) {
  if (chain === undefined || (chain.level === 1 && chain.before === null)) return true
  const before = article.approvals.find(({ seal }) => digest(seal) === chain.before)
  const sealed = before === undefined ? null : sealedBy(article, before, facts)
  return (
    sealed !== null &&
    sealed.payload.chain?.level === chain.level - 1 &&
    sealed.payload.chain.of === chain.of &&
    sealed.payload.revision === revision &&
    sealed.payload.html === html &&
    (chain.sameSigner || sealed.payload.reviewer !== reviewer)
  )
}

interface SignedUrgent extends Omit<Sealed, 'reviewer' | 'policy' | 'chain'> {
  readonly decidedBy: string
  readonly reason: string
}

/** Who signed an urgent decision, when it names exactly this text, reason and person; null when it does not. */
export function urgentBy(
  article: Pick<PackArticle, 'id' | 'revisions'>,
  { seal, revision, html, by, reason }: PackUrgent,
  facts: Pick<PackFacts, 'keys'>,
): PackFacts['keys'][number] | null {
  for (const key of facts.keys) {
    const payload = verifyJws(
      seal,
      'toa-soan-urgent+jws',
      () => key.publicJwk.x,
      key.kid,
    ) as SignedUrgent | null
    if (payload === null) continue
    const holds =
      payload.article === article.id &&
      payload.revision === revision &&
      payload.html === html &&
      payload.decidedBy === key.owner &&
      payload.decidedBy === by &&
      payload.reason === reason &&
      (key.retiredAt === null || payload.iat * 1_000 <= Date.parse(key.retiredAt)) &&
      article.revisions.some(known => known.hash === revision && known.html === html)
    return holds ? key : null
  }
  return null
}
