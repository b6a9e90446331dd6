import { useState } from 'react'
import type { ReviewView } from '#common/api/views'
import { useAsk } from '#renderer/api/queries.ts'
import { ArticleComments } from '#renderer/comments/ArticleComments.tsx'
import { useText } from '#renderer/text/use-text.ts'
import type { Passage } from '#renderer/ui/PageFrame.tsx'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { CheckList } from './CheckList.tsx'
import { History } from './History.tsx'
import { Technical } from './Technical.tsx'

type PanelTab = 'checks' | 'comments' | 'history' | 'technical'

interface Props {
  readonly review: ReviewView
  readonly onPassage: (passage: Passage) => void
}

/** What the program found, what happened so far, and the proofs behind it. */
export function ReviewPanel({ review, onPassage }: Props) {
  const { t } = useText()
  const [tab, setTab] = useState<PanelTab>('checks')
  const { article } = review.article
  const proofread = useAsk('review.proofread', { article: article.id })
  const { value: comments } = useAsk('comments.list', { article: article.id })
  return (
    <aside className="review-panel">
      <Tabs
        value={tab}
        onChange={setTab}
        label={t('review.panel')}
        tabs={[
          {
            value: 'checks',
            label: t('review.checks'),
            count: review.checks.length + (proofread.value?.passages.length ?? 0),
            panel: (
              <>
                {proofread.problem !== null && (
                  <ProblemBand problem={proofread.problem} again={proofread.again} />
                )}
                <CheckList
                  checks={review.checks}
                  passages={proofread.value?.passages}
                  onPassage={onPassage}
                />
                {proofread.loading && <p className="review-proofreading">{t('review.proofreading')}</p>}
              </>
            ),
          },
          {
            value: 'comments',
            label: t('comment.tab'),
            count: comments?.threads.filter(({ resolved }) => resolved === null).length ?? 0,
            panel: (
              <ArticleComments article={article.id} mayComment={review.article.allowed.includes('comment')} />
            ),
          },
          { value: 'history', label: t('review.history'), panel: <History view={review.article} /> },
          { value: 'technical', label: t('review.technical'), panel: <Technical review={review} /> },
        ]}
      />
    </aside>
  )
}
