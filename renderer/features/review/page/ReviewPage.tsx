import { useEffect, useState } from 'react'
import type { ReviewView } from '#common/api/views'
import { countsText } from '#renderer/comparison/counts-text.ts'
import { type Translate, useText } from '#renderer/text/use-text.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { PageFrame, type Passage } from '#renderer/ui/PageFrame.tsx'
import { Segments } from '#renderer/ui/Segments.tsx'
import { say } from '#renderer/ui/toasts.ts'
import { Changes } from './Changes.tsx'
import { ReviewBands } from './ReviewBands.tsx'

type Shown = 'page' | 'changes'

interface Props {
  readonly review: ReviewView
  /** Words of the page that the reviewer wants to see. */
  readonly passage: Passage | null
  /** The reviewer turns to something else. */
  readonly onForget: () => void
  /** Called once what is reviewed can be seen. */
  readonly onShown: () => void
}

/** The page as readers will get it, or what changed since the text they (or the last reviewer) saw. */
export function ReviewPage({ review, passage, onForget, onShown }: Props) {
  const { t } = useText()
  const [shown, setShown] = useState<Shown>('page')
  const { article, chip, people } = review.article
  const pageIsLost = review.seal?.damage.some(({ kind }) => kind === 'page') === true
  const hasFrame = shown === 'page' && !pageIsLost
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page begins anew; a frame says itself when it has loaded
  useEffect(() => {
    if (!hasFrame) onShown()
  }, [hasFrame, review.pagePath])
  useEffect(() => {
    if (passage !== null) setShown('page')
  }, [passage])
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
        <Segments
          label={t('review.show')}
          value={shown}
          options={[
            { value: 'page', label: t('review.page') },
            { value: 'changes', label: changesLabel(t, review) },
          ]}
          onChange={next => {
            onForget()
            setShown(next)
          }}
        />
      </header>
      <ReviewBands review={review} />
      <div className="review-page">
        {shown === 'page' && pageIsLost ? (
          <p className="review-page-lost">{t('review.pageLost')}</p>
        ) : shown === 'page' ? (
          <PageFrame
            key={review.pagePath}
            title={t('review.page')}
            path={review.pagePath}
            passage={passage}
            onNotShown={() => say(t('review.passageNotShown'))}
            onShown={onShown}
          />
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
  if (comparison.base === 'unreadable') return t('review.changesUnreadable')
  const counts = countsText(t, comparison.counts)
  return counts === null ? t('review.changesNone') : t('review.changes', { counts })
}
