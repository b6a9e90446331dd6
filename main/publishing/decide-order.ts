import { type Problem, problem } from '#common/api/problems/problem'
import type { Approval, Article } from '#common/domain/article'
import type { Job, PublicationDecision } from '#common/domain/job'
import { mayDecide, type Publication, publicationTable } from '#common/domain/publication'
import { ok, type Result, refuse } from '#common/domain/result'

/** The next publication sequence, and the jobs it makes pointless. */
export interface Order {
  readonly sequence: number
  readonly supersedes: readonly Job[]
}

/**
 * Pure: may this be decided now, and as which number (docs/publishing.md, P1 to P3). A number is never used twice, not
 * even when its job was cancelled, since its bytes may have left.
 */
export function decideOrder(
  decision: PublicationDecision,
  article: Article,
  publication: Publication | undefined,
  unfinished: readonly Job[],
): Result<Order, Problem> {
  const approval = approvalOf(article)
  const released = decision === 'publish' ? releaseOf(article) : approval
  if (publicationTable[decision].needsApproval && released === null) return refuse(problem('not-approved'))
  // Readers have it already, at an address that cannot be written again: a push would be a second page.
  if (article.past !== undefined && publication === undefined)
    return refuse(problem('past-on-portal', { url: article.past.url ?? '' }))
  const state = publication?.state ?? 'none'
  if (!mayDecide(decision, state)) return refuse(problem('decision-not-possible', { decision, state }))
  // P7: a correction says something new; the same text again would only be a notice without a reason.
  if (decision === 'correct' && approval?.revision === publication?.revision) {
    return refuse(problem('not-approved'))
  }
  if (decision === 'confirm' && !owesApproval(article, publication)) return refuse(problem('not-approved'))
  return ok({
    sequence: (publication?.sequence ?? 0) + 1,
    supersedes: unfinished.filter(job => job.state === 'waiting' || job.state === 'refused'),
  })
}

/** What lets readers have the text: the approval, or an urgent decision about the very text that waits for it (P12). */
export function releaseOf(article: Article): Approval | null {
  const { urgent, stage, revision } = article
  if (stage !== 'submitted' && stage !== 'in-review') return approvalOf(article)
  return urgent?.revision === revision ? (urgent ?? null) : null
}

/** Readers have the text on an urgent decision, and now it is approved as it is: the portal only needs to hear that. */
export function owesApproval(article: Article, publication: Publication | undefined): boolean {
  return publication?.urgent === true && publication.revision === approvalOf(article)?.revision
}

/** The approval that is in force; one that was voided or belongs to a spiked article does not count. */
export function approvalOf(article: Article): Approval | null {
  return article.stage === 'approved' ? article.approval : null
}
