import type { Output, ParsedInput } from '#common/api/contract'
import type { ArticleRow, Counters } from '#common/api/views'
import { type Account, may } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import { decide } from '#common/domain/workflow'
import { fold } from '#common/vietnamese/fold'
import { nameOf } from '#main/accounts/people'
import type { Core } from '#main/core/capability'
import type { ArticleIndex } from './article-index'

type Query = ParsedInput<'articles.list'>
type Counter = keyof Counters

export function listArticles(
  core: Core,
  index: ArticleIndex,
  query: Query,
  account: Account,
): Output<'articles.list'> {
  const all = index.newestFirst()
  const counters: Counters = {
    returnedToMe: 0,
    waitingForMyReview: 0,
    waitingToPush: 0,
    attention: 0,
    drafts: 0,
    all: 0,
  }
  const found: Article[] = []
  const words = fold(query.search ?? '').match(/\S+/g) ?? []
  for (const article of all) {
    const memberships = countersOf(article, index, account)
    for (const counter of memberships) counters[counter] += 1
    if (matches(article, query, memberships, words)) found.push(article)
  }
  const rows = found
    .slice(query.offset, query.offset + query.limit)
    .map(article => toRow(core, index, article, account))
  return { rows, total: found.length, counters }

  function matches(
    article: Article,
    wanted: Query,
    memberships: readonly Counter[],
    search: readonly string[],
  ): boolean {
    if (wanted.counter !== undefined && !memberships.includes(wanted.counter)) return false
    if (wanted.stages !== undefined && !wanted.stages.includes(article.stage)) return false
    if (wanted.kinds !== undefined && !wanted.kinds.includes(article.kind)) return false
    if (wanted.chips !== undefined && !wanted.chips.includes(index.chip(article))) return false
    return search.every(word => index.folded(article).includes(word))
  }
}

export function toRow(
  core: Core,
  index: Pick<ArticleIndex, 'chip'>,
  article: Article,
  account: Account,
): ArticleRow {
  const { id, kind, headline, category, stage, createdBy, changedAt, changed, pictures, words, claim } =
    article
  const own = createdBy === account.id || article.authors.includes(account.id)
  return {
    id,
    kind,
    headline,
    category,
    stage,
    createdBy,
    changedAt,
    changed,
    pictures,
    words,
    claim,
    chip: index.chip(article),
    authorName: nameOf(core, createdBy),
    own,
  }
}

/** Which of the desk's counters an article is counted in; the same rule counts and filters. */
function countersOf(article: Article, index: ArticleIndex, account: Account): readonly Counter[] {
  const chip = index.chip(article)
  const own = article.createdBy === account.id || article.authors.includes(account.id)
  const counters: Counter[] = ['all']
  if (article.stage === 'returned' && own) counters.push('returnedToMe')
  if (may(account, 'article.review') && decide('approve', article, account).ok)
    counters.push('waitingForMyReview')
  if (chip === 'approved' || chip === 'waiting') counters.push('waitingToPush')
  if (chip === 'attention') counters.push('attention')
  if (article.stage === 'draft' && own) counters.push('drafts')
  return counters
}
