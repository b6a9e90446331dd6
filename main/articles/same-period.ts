import type { Node } from 'prosemirror-model'
import { periodOf } from '#common/document/summary'
import type { Finding } from '#common/domain/finding'
import { readerOf } from '#common/domain/kinds/read-document'
import { findKind } from '#common/domain/kinds/registry'
import type { ArticleIndex } from './article-index'

/** Advises where another article of the same kind stands for the same period already. */
export async function samePeriodFindings(
  index: Pick<ArticleIndex, 'entries' | 'ready'>,
  article: string,
  document: Node,
): Promise<readonly Finding[]> {
  const { onePerPeriod, id: kind } = findKind(String(document.attrs.kind)) ?? {}
  const period = periodOf(document)
  if (onePerPeriod === undefined || period === null) return []
  await index.ready
  const other = index
    .entries()
    .find(
      ({ article: one }) =>
        one.kind === kind && one.period === period && one.id !== article && one.stage !== 'spiked',
    )
  return other === undefined ? [] : onePerPeriod.another(readerOf(document), other.article.headline)
}
