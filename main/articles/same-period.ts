import type { Node } from 'prosemirror-model'
import { summarize } from '#common/document/summary'
import type { Finding } from '#common/domain/finding'
import { readerOf } from '#common/domain/kinds/read-document'
import { findKind } from '#common/domain/kinds/registry'
import type { ArticleIndex } from './article-index'

/** Advises where another article of the same kind stands for the same period already. */
export function samePeriodFindings(
  index: Pick<ArticleIndex, 'entries'>,
  article: string,
  document: Node,
): readonly Finding[] {
  const { onePerPeriod } = findKind(String(document.attrs.kind)) ?? {}
  const { kind, period } = summarize(document)
  if (onePerPeriod === undefined || period === null) return []
  const other = index
    .entries()
    .find(
      ({ article: one }) =>
        one.kind === kind && one.period === period && one.id !== article && one.stage !== 'spiked',
    )
  return other === undefined ? [] : onePerPeriod.another(readerOf(document), other.article.headline)
}
