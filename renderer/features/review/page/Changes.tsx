import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { useState } from 'react'
import type { ReviewView } from '#common/api/views'
import { formatInstant } from '#common/domain/vietnam-time'
import { useAsk } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { ComparisonView, type Layout } from '../comparison/ComparisonView.tsx'
import { countsText } from '../comparison/counts-text.ts'

interface Props {
  readonly review: ReviewView
  readonly label: string
}

const usual = 'usual'

/** What changed since the text readers (or the last reviewer) saw; any two versions where somebody chooses others. */
export function Changes({ review, label }: Props) {
  const { t } = useText()
  const [layout, setLayout] = useState<Layout>('inline')
  const [from, setFrom] = useState(usual)
  const { article, revisions } = review.article
  const asked = useAsk(
    'revisions.compare',
    { article: article.id, from: from === usual ? null : (from as never), to: article.revision ?? 'draft' },
    { enabled: from !== usual, keepPrevious: true },
  )
  const comparison = from === usual ? review.comparison : asked.value?.comparison
  const older = revisions.filter(({ number }) => number !== article.revisionNumber)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
    <section className="changes-scroll" aria-label={label} tabIndex={0}>
      <div className="changes" data-layout={layout}>
        <div className="changes-tools">
          <Select
            label={t('review.compareWith')}
            value={from}
            options={[
              { value: usual, label: t(`review.base.${review.comparison.base}`) },
              ...older.map(({ hash, number, name, at }) => ({
                value: hash as string,
                label: `${t('review.number', { number })}${name === undefined ? '' : ` “${name}”`} · ${formatInstant(at)}`,
              })),
            ]}
            onChange={setFrom}
          />
          <ToggleGroup
            className="review-toggle"
            aria-label={t('review.layout')}
            value={[layout]}
            onValueChange={([next]) => {
              if (next !== undefined) setLayout(next)
            }}
          >
            <Toggle value="inline">{t('review.layout.inline')}</Toggle>
            <Toggle value="columns">{t('review.layout.columns')}</Toggle>
          </ToggleGroup>
        </div>
        {asked.problem !== null && <Band tone="trouble">{problemText(t, asked.problem)}</Band>}
        {comparison !== undefined && (
          <>
            <p className="changes-base">{countsText(t, comparison.counts) ?? t('review.sameWords')}</p>
            <ComparisonView comparison={comparison} layout={layout} />
          </>
        )}
      </div>
    </section>
  )
}
