import type { PackApproval, PackArticle, PackFacts, PackUrgent } from '#common/domain/inspection-pack'
import { digest, verifyJws } from './verify-jws'

/** What every decision signs about the text it is about. */
interface SignedText {
  readonly article: string
  readonly revision: string
  readonly html: string
  readonly iat: number
}

/** What a seal says, as far as a pack looks at it. */
export interface Sealed extends SignedText {
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
}

interface SignedUrgent extends SignedText {
  readonly decidedBy: string
  readonly reason: string
}

type Key = PackFacts['keys'][number]
type Article = Pick<PackArticle, 'id' | 'revisions'>

/** The payload, when its key is one of the register's, in force then, it names exactly this revision, and `holds`. */
function signedBy<Payload extends SignedText>(
  article: Article,
  { seal, revision, html }: Pick<PackApproval, 'seal' | 'revision' | 'html'>,
  { keys }: Pick<PackFacts, 'keys'>,
  type: string,
  holds: (payload: Payload, key: Key) => boolean,
): { readonly payload: Payload; readonly key: Key } | null {
  for (const key of keys) {
    const payload = verifyJws(seal, type, () => key.publicJwk.x, key.kid) as Payload | null
    if (payload === null) continue
    const isOfText =
      payload.article === article.id &&
      payload.revision === revision &&
      payload.html === html &&
      (key.retiredAt === null || payload.iat * 1_000 <= Date.parse(key.retiredAt)) &&
      article.revisions.some(known => known.hash === revision && known.html === html)
    return isOfText && holds(payload, key) ? { payload, key } : null
  }
  return null
}

/** What an approval's seal says; null when it does not stand for this text, or its signer wrote the text. */
export function sealedBy(article: Article, approval: PackApproval, facts: Pick<PackFacts, 'keys'>) {
  return signedBy<Sealed>(
    article,
    approval,
    facts,
    'toa-soan-seal+jws',
    ({ reviewer, authors }, key) => reviewer === key.owner && !authors.includes(reviewer),
  )
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

/** Who signed an urgent decision, when it names exactly this text, reason and person; null when it does not. */
export function urgentBy(article: Article, urgent: PackUrgent, facts: Pick<PackFacts, 'keys'>): Key | null {
  const signed = signedBy<SignedUrgent>(
    article,
    urgent,
    facts,
    'toa-soan-urgent+jws',
    ({ decidedBy, reason }, key) =>
      decidedBy === key.owner && decidedBy === urgent.by && reason === urgent.reason,
  )
  return signed?.key ?? null
}
