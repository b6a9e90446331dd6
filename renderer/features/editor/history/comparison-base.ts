import type { ArticleView } from '#common/api/views'
import type { RevisionHash } from '#common/domain/ids'

/** What a draft is held against: the text readers have, else the last one that was submitted or kept. */
export type ComparisonBase =
  | { readonly kind: 'published'; readonly side: 'published' }
  | { readonly kind: 'version'; readonly side: RevisionHash; readonly number: number }

/** Null while there is nothing to compare a draft with. */
export function comparisonBase({
  publications,
  revisions,
}: Pick<ArticleView, 'publications' | 'revisions'>): ComparisonBase | null {
  if (publications.some(({ state }) => state === 'live' || state === 'corrected'))
    return { kind: 'published', side: 'published' }
  const newestFirst = revisions.toSorted((a, b) => b.number - a.number)
  const last = newestFirst.find(({ origin }) => origin === undefined) ?? newestFirst[0]
  return last === undefined ? null : { kind: 'version', side: last.hash, number: last.number }
}
