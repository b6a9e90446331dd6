import { type PublishingView, readyPageSize } from '#common/api/views'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import type { Portal } from '#common/domain/portal'
import { toRow } from '#main/articles/list-articles'
import { owesApproval, releaseOf } from './decide-order'
import { publicationOn } from './past-publication'
import type { PublishingParts } from './publishing-parts'
import { isRight, isShown } from './read-back'
import type { PushLoad, ReadLoad } from './revision-facts'

type ReadyRow = PublishingView['ready'][number]

/**
 * Whether there is something new to push: an approval that this portal has not had, or one that readers do not see as it
 * was approved. What was taken down stays down until it is named.
 */
export function isReady({ core, index }: PublishingParts, article: Article, portal: Portal): boolean {
  const approval = releaseOf(article)
  if (approval === null || index.unfinishedJobs(article.id).length > 0) return false
  const publication = publicationOn(core.store, portal, article)
  if (article.past !== undefined && publication === undefined) return false
  if (publication === undefined || publication.revision !== approval.revision) return true
  if (owesApproval(article, publication)) return true
  return isShown(publication) && publication.readBack !== null && !isRight(publication.readBack)
}

/** A page of what is ready, newest first, and what all of it comes to; an offset behind the end gives the first page. */
export async function readyPage(
  parts: PublishingParts,
  account: Account,
  readLoad: ReadLoad,
  wanted: number,
): Promise<Pick<PublishingView, 'ready' | 'readyTotals'>> {
  const { core, index } = parts
  const found: (PushLoad & { readonly article: Article })[] = []
  for (const { article, approval } of readyArticles(parts))
    found.push({ article, ...(await readLoad(approval)) })
  const from = wanted < found.length ? wanted : 0
  const portals = [...core.store.all('portals').values()]
  const ready = found.slice(from, from + readyPageSize).map(({ article, bytes, files }): ReadyRow => {
    const publications = portals.flatMap(portal => publicationOn(core.store, portal, article) ?? [])
    const isOwed = publications.some(publication => owesApproval(article, publication))
    const corrects = publications.some(
      publication => isShown(publication) && publication.revision !== releaseOf(article)?.revision,
    )
    const decision = isOwed ? 'confirm' : corrects ? 'correct' : 'publish'
    return { ...toRow(core, index, article, account), bytes, files, decision }
  })
  const bytes = found.reduce((sum, row) => sum + row.bytes, 0)
  return { ready, readyTotals: { articles: found.length, bytes, from } }
}

function* readyArticles(parts: PublishingParts) {
  const { core, index } = parts
  const portals = [...core.store.all('portals').values()]
  for (const article of index.newestFirst()) {
    const approval = releaseOf(article)
    if (approval === null) continue
    const ready =
      portals.length === 0
        ? article.past === undefined && index.unfinishedJobs(article.id).length === 0
        : portals.some(portal => isReady(parts, article, portal))
    if (ready) yield { article, approval }
  }
}
