import { useEffect, useState } from 'react'
import type { Input } from '#common/api/contract'
import type { ArticleView } from '#common/api/views'
import { useAsk } from '#renderer/api/queries.ts'
import { ComparedTexts } from '#renderer/comparison/ComparedTexts.tsx'
import { versionLabel } from '#renderer/comparison/version-label.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { comparisonBase } from './comparison-base.ts'

type Side = Input<'revisions.compare'>['to']

interface Props {
  readonly view: ArticleView
  /** The older text to begin with; null: what readers have, or the last submission. */
  readonly from: Side | null
}

/** Any two texts of an article: versions, the draft, what readers have. */
export function CompareVersions({ view, from: first }: Props) {
  const { t } = useText()
  const base = comparisonBase(view)
  const [from, setFrom] = useState<Side>(first ?? base?.side ?? 'draft')
  const [to, setTo] = useState<Side>('draft')
  const { value, problem, again } = useAsk(
    'revisions.compare',
    { article: view.article.id, from, to },
    { keepPrevious: true },
  )
  // Typing makes no answer old, so every opening asks anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening; `again` is another function each time
  useEffect(() => again(), [])
  const sides: readonly { readonly value: Side; readonly label: string }[] = [
    { value: 'draft', label: t('versions.draft') },
    ...(base?.kind === 'published' ? [{ value: 'published' as const, label: t('versions.published') }] : []),
    ...view.revisions
      .toSorted((a, b) => b.number - a.number)
      .map(revision => ({ value: revision.hash, label: versionLabel(t, revision) })),
  ]
  return (
    <ComparedTexts
      label={t('versions.compare')}
      tools={
        <>
          <Select<Side> label={t('versions.from')} value={from} options={sides} onChange={setFrom} />
          <span aria-hidden="true">→</span>
          <Select<Side> label={t('versions.to')} value={to} options={sides} onChange={setTo} />
        </>
      }
      comparison={value?.comparison}
      problem={problem}
    />
  )
}
