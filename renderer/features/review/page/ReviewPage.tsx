import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import { useState } from 'react'
import type { ReviewView } from '#common/api/views'
import { type Translate, useText } from '#renderer/text/use-text.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { PageFrame } from '#renderer/ui/PageFrame.tsx'
import { countsText } from '../comparison/counts-text.ts'
import { Changes } from './Changes.tsx'
import { ReviewBands } from './ReviewBands.tsx'

type Shown = 'page' | 'changes'

/** The page as readers will get it, or what changed since the text they (or the last reviewer) saw. */
export function ReviewPage({ review }: { readonly review: ReviewView }) {
  const { t } = useText()
  const [shown, setShown] = useState<Shown>('page')
  const { article, chip, people } = review.article
  return (
    <>
      <header className="review-head">
        <h2>{article.headline === '' ? t('review.untitled') : article.headline}</h2>
        <p>
          <Chip chip={chip} />
          <span>
            {article.authors.map(author => people[author] ?? '').join(', ')}
            {' · '}
            {t('review.number', { number: article.revisionNumber })}
          </span>
        </p>
        <ToggleGroup
          className="review-toggle"
          aria-label={t('review.show')}
          value={[shown]}
          onValueChange={([next]) => {
            if (next !== undefined) setShown(next)
          }}
        >
          <Toggle value="page">{t('review.page')}</Toggle>
          <Toggle value="changes">{changesLabel(t, review)}</Toggle>
        </ToggleGroup>
      </header>
      <ReviewBands review={review} />
      <div className="review-page">
        {shown === 'page' ? (
          <PageFrame key={review.pagePath} title={t('review.page')} path={review.pagePath} />
        ) : (
          <Changes review={review} label={t('review.show')} />
        )}
      </div>
    </>
  )
}

/** "Thay đổi (14 chữ, 1 ảnh)". */
function changesLabel(t: Translate, { comparison }: ReviewView): string {
  if (comparison.base === 'none') return t('review.changesNew')
  const counts = countsText(t, comparison.counts)
  return counts === null ? t('review.changesNone') : t('review.changes', { counts })
}
