import { useState } from 'react'
import type { ReviewView } from '#common/api/views'
import { useAsk } from '#renderer/api/queries.ts'
import { ArticleComments } from '#renderer/comments/ArticleComments.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Tabs } from '#renderer/ui/Tabs.tsx'
import { CheckList } from './CheckList.tsx'
import { History } from './History.tsx'
import { Technical } from './Technical.tsx'

type PanelTab = 'checks' | 'comments' | 'history' | 'technical'

/** What the program found, what happened so far, and the proofs behind it. */
export function ReviewPanel({ review }: { readonly review: ReviewView }) {
  const { t } = useText()
  const [tab, setTab] = useState<PanelTab>('checks')
  const { article } = review.article
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
            count: review.checks.length,
            panel: <CheckList checks={review.checks} />,
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
