import type { Output, ParsedInput } from '#common/api/contract'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import { type Chip, chipOf } from '#common/domain/chip'
import { isUnfinished } from '#common/domain/job'
import type { Core } from '#main/core/capability'
import { toRow } from './list-articles'

type Query = ParsedInput<'articles.list'>

/**
 * The newest articles while the others are still being read, or null when the question needs those: a plain first page,
 * and no counts that could be wrong.
 */
export function firstRows(core: Core, query: Query, account: Account): Output<'articles.list'> | null {
  const { counter = 'all', offset, limit, ...filters } = query
  const isPlain = counter === 'all' && Object.values(filters).every(filter => filter === undefined)
  const { early } = core.store
  const newest = early.newest('articles')
  const total = early.count('articles')
  if (total === null || !isPlain || offset > 0 || newest.length < Math.min(limit, total)) return null
  const ids = new Set(newest.map(({ id }) => id))
  const publications = belongingTo(ids, early.known('publications'))
  const jobs = belongingTo(ids, early.known('jobs')).filter(({ state }) => isUnfinished(state))
  const index = {
    publications: (article: string) => publications.filter(publication => publication.article === article),
    unfinishedJobs: (article: string) => jobs.filter(job => job.article === article),
    chip: (article: Article): Chip =>
      chipOf(article, index.publications(article.id), index.unfinishedJobs(article.id)),
  }
  const rows = newest
    .toSorted((a, b) => b.changed - a.changed)
    .slice(0, limit)
    .map(article => toRow(core, index, article, account))
  return { rows, total, counters: null }
}

function belongingTo<T extends { readonly article: string }>(
  ids: ReadonlySet<string>,
  records: Iterable<T>,
): T[] {
  const found: T[] = []
  for (const record of records) if (ids.has(record.article)) found.push(record)
  return found
}
