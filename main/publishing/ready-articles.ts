import type { PublishingView } from '#common/api/views'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import type { Portal } from '#common/domain/portal'
import { toRow } from '#main/articles/list-articles'
import { owesApproval, releaseOf } from './decide-order'
import { publicationOn } from './past-publication'
import type { PublishingParts } from './publishing-parts'
import { isRight, isShown } from './read-back'
import type { RevisionFacts } from './revision-facts'

type ReadyRow = PublishingView['ready'][number]
export type ReadFacts = (revision: NonNullable<Article['revision']>) => Promise<RevisionFacts>

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

export async function readyRows(
  parts: PublishingParts,
  account: Account,
  readFacts: ReadFacts,
): Promise<ReadyRow[]> {
  const { core, index } = parts
  const portals = [...core.store.all('portals').values()]
  const rows: ReadyRow[] = []
  for (const article of index.newestFirst()) {
    const approval = releaseOf(article)
    if (approval === null) continue
    const ready =
      portals.length === 0
        ? article.past === undefined && index.unfinishedJobs(article.id).length === 0
        : portals.some(portal => isReady(parts, article, portal))
    if (!ready) continue
    const facts = await readFacts(approval.revision)
    const htmlBytes = (await core.store.blobs.size(approval.html)) ?? 0
    const corrects =
      article.past !== undefined ||
      index
        .publications(article.id)
        .some(publication => isShown(publication) && publication.revision !== approval.revision)
    rows.push({
      ...toRow(core, index, article, account),
      bytes: facts.blobBytes + htmlBytes,
      files: facts.blobs.length,
      decision: index.publications(article.id).some(publication => owesApproval(article, publication))
        ? 'confirm'
        : corrects
          ? 'correct'
          : 'publish',
    })
  }
  return rows
}
