import { type Problem, problem } from '#common/api/problems/problem'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import { categoryOn } from '#common/domain/portal'
import { publicationId } from '#common/domain/publication'
import { type Result, refuse } from '#common/domain/result'
import { commitOrder, prepareOrder } from './enqueue'
import { isUnsent } from './hold-unsent'
import { announceJobs } from './move-job'
import type { PublishingParts } from './publishing-parts'

/** Why no portal could take this article; null when one can. */
export function releaseHindrance({ core }: PublishingParts, article: Article): Problem | null {
  const portals = [...core.store.all('portals').values()]
  if (portals.length === 0) return problem('no-portal')
  return portals.some(portal => categoryOn(portal, article.category) !== null)
    ? null
    : problem('category-unmapped', { category: article.category ?? '' })
}

/** Queues an article for every portal that can take it; the first refusal when none can. */
export async function releaseArticle(
  parts: PublishingParts,
  id: Article['id'],
  account: Account,
): Promise<Result<unknown, Problem>> {
  const portals = [...parts.core.store.all('portals').values()].map(({ id }) => id)
  return queueFor(parts, id, portals, account)
}

/**
 * An urgent text was approved as it is (P12): portals that show it get the approval alone; those it has not left for get
 * it as any approved text. What cannot be queued now stays in the list of what is ready.
 */
export async function sendApproval(
  parts: PublishingParts,
  id: Article['id'],
  account: Account,
): Promise<void> {
  const { core, queue } = parts
  const urgent = core.store.get('articles', id)?.urgent ?? null
  if (urgent === null) return
  const owing = [...core.store.all('portals').values()].filter(portal => {
    const publication = core.store.get('publications', publicationId(portal.id, id))
    const isUnsentUrgent = queue
      .of(portal.id, id)
      .some(job => isUnsent(job) && job.decision === 'publish' && job.revision === urgent.revision)
    return publication?.urgent === true || isUnsentUrgent
  })
  if (owing.length > 0)
    await queueFor(
      parts,
      id,
      owing.map(portal => portal.id),
      account,
    )
}

async function queueFor(
  parts: PublishingParts,
  id: Article['id'],
  portals: readonly string[],
  account: Account,
): Promise<Result<unknown, Problem>> {
  const { core } = parts
  const results: Result<unknown, Problem>[] = []
  for (const key of portals) {
    const portal = core.store.get('portals', key)
    const article = core.store.get('articles', id)
    if (portal === undefined || article === undefined) continue
    const wish = { decision: 'publish', scheduledFor: null } as const
    const prepared = await prepareOrder(parts, article, portal, wish)
    const order = prepared.ok ? commitOrder(parts, id, portal, prepared.value, account.id) : prepared
    if (order.ok) await order.value
    results.push(order)
  }
  announceJobs(parts, [id])
  parts.wake()
  return results.find(({ ok }) => ok) ?? results[0] ?? refuse(problem('no-portal'))
}
