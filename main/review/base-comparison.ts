import type { Comparison } from '#common/api/comparison'
import type { ReviewComparison } from '#common/api/views'
import type { Article } from '#common/domain/article'
import type { RevisionHash } from '#common/domain/ids'
import type { ArticleIndex } from '#main/articles/article-index'
import type { Core } from '#main/core/capability'
import type { BackgroundWork } from '../background/background-work'
import { readRevision } from './read-revision'

/** What readers see now, or null. */
export function publishedRevision(index: ArticleIndex, article: Pick<Article, 'id'>): RevisionHash | null {
  const shown = index.publications(article.id).find(({ state }) => state === 'live' || state === 'corrected')
  return shown?.revision ?? null
}

/** What a submitted text is compared with: what readers see; before the first publication the submission before it. */
export function baseOf(
  index: ArticleIndex,
  article: Pick<Article, 'id' | 'revisionNumber'>,
): { readonly base: 'published' | 'previous'; readonly revision: RevisionHash } | null {
  const published = publishedRevision(index, article)
  if (published !== null) return { base: 'published', revision: published }
  const before = index
    .revisions(article.id)
    .findLast(({ number, origin }) => number < article.revisionNumber && origin === undefined)
  return before === undefined ? null : { base: 'previous', revision: before.hash }
}

const nothing: Comparison = {
  blocks: [],
  fields: [],
  counts: { words: 0, signs: 0, formats: 0, pictures: 0, files: 0, fields: 0, moved: 0 },
}

/** `unreadable`: the stored text is damaged, and compared with nothing. */
export async function compareWithBase(
  core: Core,
  work: BackgroundWork,
  index: ArticleIndex,
  article: Article,
  revision: RevisionHash,
): Promise<ReviewComparison> {
  const after = await readRevision(core, revision)
  if (after === null) return { base: 'unreadable', ...nothing }
  const base = baseOf(index, article)
  const before = base === null ? null : await readRevision(core, base.revision)
  const found = await work.compare({ before: before?.toJSON() ?? null, after: after.toJSON() })
  return { base: base === null || before === null ? 'none' : base.base, ...found }
}
