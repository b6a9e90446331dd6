import type { Article } from './article'
import type { Publication } from './publication'

/** How long a text may stand before readers on an urgent decision alone (docs/workflow.md, W21). */
export const urgentHours = 24

/**
 * What an urgent decision still asks for. `due`: approval, before its time; `late`: the time is over; `refused`: the text
 * was sent back or given up, and readers still have it.
 */
export type UrgentState = 'due' | 'late' | 'refused'

/** The urgent decision that still waits for its approval; null when there is none or it was settled. */
export function openUrgent(article: Article): NonNullable<Article['urgent']> | null {
  const { urgent, approval } = article
  if (urgent === undefined || urgent === null) return null
  return approval?.revision === urgent.revision && article.stage === 'approved' ? null : urgent
}

/**
 * Null when nothing is owed: there is no such decision, its very text was approved, or readers do not have it (any more)
 * and nothing is on its way to them.
 */
export function urgentState(
  article: Article,
  publications: readonly Pick<Publication, 'state' | 'revision'>[],
  isOnItsWay: boolean,
  nowMs: number,
): UrgentState | null {
  const urgent = openUrgent(article)
  if (urgent === null) return null
  const isShown = publications.some(
    ({ state, revision }) => (state === 'live' || state === 'corrected') && revision === urgent.revision,
  )
  const waits =
    (article.stage === 'submitted' || article.stage === 'in-review') && article.revision === urgent.revision
  if (!waits) return isShown ? 'refused' : null
  if (!isShown && !isOnItsWay) return null
  return Date.parse(urgent.until) < nowMs ? 'late' : 'due'
}
