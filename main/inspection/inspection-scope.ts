import type { InspectionScope } from '#common/api/records-operations'
import type { ArticleId } from '#common/domain/ids'
import type { Core } from '#main/core/capability'

/** The articles a pack is about, in the order they were made; of a period those approved or published in it. */
export function articlesIn(core: Core, scope: InspectionScope): readonly ArticleId[] {
  const wanted = new Set<ArticleId>(scope.kind === 'articles' ? scope.articles : activeIn(core, scope))
  return [...core.store.all('articles').values()]
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id))
    .map(({ id }) => id)
}

function* activeIn(
  { store }: Core,
  { from, to }: Extract<InspectionScope, { readonly kind: 'period' }>,
): Iterable<ArticleId> {
  const isIn = (at: string | null | undefined) => at != null && at >= from && at < to
  for (const { article, at } of store.all('approvals').values()) if (isIn(at)) yield article
  for (const { article, finishedAt } of store.all('jobs').values()) if (isIn(finishedAt)) yield article
  for (const { article, publishedAt } of store.all('publications').values())
    if (isIn(publishedAt)) yield article
}
