import type { ArticleView, JobView } from '#common/api/views'
import { type Account, may } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import type { Job } from '#common/domain/job'
import { publicationId } from '#common/domain/publication'
import { allowedActions } from '#common/domain/workflow'
import { nameOf } from '#main/accounts/people'
import type { Core } from '#main/core/capability'
import type { DraftDesk } from '#main/drafts/draft-desk'
import type { ArticleIndex } from './article-index'
import { differsFromRevision } from './freeze'
import { levelsOf, urgentOf } from './list-articles'

/** Everything the editor, the review and the details of one article show. */
export async function viewArticle(
  core: Core,
  index: ArticleIndex,
  desk: DraftDesk,
  article: Article,
  account: Account,
): Promise<ArticleView> {
  const revisions = index.revisions(article.id).toReversed()
  const jobs = index.jobs(article.id).toReversed()
  return {
    article,
    chip: index.chip(article),
    people: namesIn(
      core,
      article,
      revisions.map(revision => revision.by),
    ),
    revisions,
    publications: [...index.publications(article.id)],
    jobs: jobs.map(job => toJobView(core, job)),
    allowed: [...allowedActions(article, account)],
    urgent: urgentOf(core, index, article),
    levels: levelsOf(article),
    changedSinceRevision: await changedSinceRevision(desk, article),
    mayPublish: may(account, 'article.publish'),
  }
}

export function toJobView(core: Core, job: Job): JobView {
  const article = core.store.get('articles', job.article)
  const publication = core.store.get('publications', publicationId(job.portal, job.article))
  const portal = core.store.get('portals', job.portal)
  return {
    ...job,
    sentBytes: 0,
    headline: article?.headline ?? '',
    portalName: portal?.name ?? '',
    byHand: portal?.kind === 'clipboard',
    // A later look says more than the one that ended the message.
    readBack:
      publication?.confirmedSequence === job.sequence ? (publication.readBack ?? job.readBack) : job.readBack,
    theirs: publication?.confirmedSequence === job.sequence ? (publication.theirs?.way ?? null) : null,
    url: publication?.url ?? null,
  }
}

async function changedSinceRevision(desk: DraftDesk, article: Article): Promise<boolean> {
  if (article.frozenVersion === null) return false
  const draft = await desk.open(article.id)
  return draft.ok && differsFromRevision(article, draft.value)
}

function namesIn(core: Core, article: Article, others: readonly string[]): Record<string, string> {
  const ids = [
    article.createdBy,
    article.changedBy,
    ...article.authors,
    article.claim?.by,
    article.returned?.by,
    article.approval?.by,
    article.urgent?.by,
    ...(article.signed ?? []).map(({ by }) => by),
    article.spiked?.by,
    ...others,
  ]
  const known = ids.filter(id => id !== undefined)
  return Object.fromEntries(known.map(id => [id, nameOf(core, id)]))
}
