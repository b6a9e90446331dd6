import { useState } from 'react'
import type { ReviewView } from '#common/api/views'
import type { ArticleId } from '#common/domain/ids'
import { useAsk } from '#renderer/api/queries.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { PageFrame } from '#renderer/ui/PageFrame.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { Changes } from './Changes.tsx'
import { Decision } from './Decision.tsx'
import { ReviewFacts } from './ReviewFacts.tsx'

interface Props {
  readonly article: ArticleId
  /** Approved or returned: on to the next. */
  readonly onDecided: () => void
}

/** One article under review: its page or its changes, what to know about it, and the decision. */
export function ReviewedArticle({ article, onDecided }: Props) {
  const { t } = useText()
  const [shown, setShown] = useState<'page' | 'changes'>('page')
  const { value: review, problem, again } = useAsk('review.read', { article })
  if (problem !== null) {
    return (
      <div className="review-middle">
        <Band tone="trouble" actions={<Button onClick={again}>{t('ui.tryAgain')}</Button>}>
          {problemText(t, problem)}
        </Band>
      </div>
    )
  }
  if (review === undefined) return <ScreenSpinner label={t('ui.loading')} />
  return (
    <>
      <div className="review-middle">
        <div className="review-toggle" role="toolbar" aria-label={t('review.view')}>
          <Button size="small" look="quiet" aria-pressed={shown === 'page'} onClick={() => setShown('page')}>
            {t('review.page')}
          </Button>
          <Button
            size="small"
            look="quiet"
            aria-pressed={shown === 'changes'}
            onClick={() => setShown('changes')}
          >
            {`${t('review.changes')} ${amount(review)}`}
          </Button>
        </div>
        {shown === 'page' ? (
          <PageFrame title={t('review.page')} path={review.pagePath} />
        ) : (
          <Changes comparison={review.comparison} />
        )}
        <Decision review={review} onDecided={onDecided} />
      </div>
      <ReviewFacts review={review} />
    </>
  )

  /** "(14 chữ, 1 ảnh)"; nothing where everything is new. */
  function amount({ comparison: { base, words, pictures, files } }: ReviewView): string {
    if (base === 'none') return t('review.allNew')
    const parts = [t('review.words', { count: words })]
    if (pictures > 0) parts.push(t('review.pictures', { count: pictures }))
    if (files > 0) parts.push(t('review.files', { count: files }))
    return `(${parts.join(', ')})`
  }
}
