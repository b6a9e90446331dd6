import './review.css'
import { ClipboardCheck } from 'lucide-react'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { type ArticleId, articleId as articleIdSchema } from '#common/domain/ids'
import { useAsk } from '#renderer/api/queries.ts'
import { paths } from '#renderer/commands/paths.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Screen } from '#renderer/ui/Screen.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { ReviewedArticle } from './ReviewedArticle.tsx'
import { ReviewQueue } from './ReviewQueue.tsx'
import { useQueueKeys } from './use-queue-keys.ts'

interface Props {
  /** Null: the first of the queue. */
  readonly articleId: string | null
}

/** "Duyệt": what waits on the left, the page as readers will see it in the middle, what to know about it on the right. */
export function ReviewScreen({ articleId }: Props) {
  const { t } = useText()
  const [, navigate] = useLocation()
  const { value: queue, problem, again } = useAsk('review.queue', {})
  const rows = queue?.rows ?? []
  // Other people's texts first: those are what this person can decide.
  const first = rows.find(row => !row.own) ?? rows[0]
  const current = parseId(articleId) ?? first?.id ?? null
  const open = (id: string) => navigate(paths.review(id), { replace: true })
  useQueueKeys(rows, current, open)
  useEffect(() => {
    if (articleId === null && current !== null) navigate(paths.review(current), { replace: true })
  }, [articleId, current, navigate])

  if (problem !== null) {
    return (
      <Screen title={t('frame.review')}>
        <Band tone="trouble" actions={<Button onClick={again}>{t('ui.tryAgain')}</Button>}>
          {problemText(t, problem)}
        </Band>
      </Screen>
    )
  }
  if (queue === undefined) return <ScreenSpinner label={t('ui.loading')} />
  return (
    <section className="review" aria-label={t('frame.review')}>
      <title>{`${t('frame.review')} · Tòa Soạn`}</title>
      <ReviewQueue rows={rows} current={current} onOpen={open} />
      {current === null ? (
        <EmptyState icon={<ClipboardCheck size={24} />} title={t('review.empty')}>
          {t('review.emptyText')}
        </EmptyState>
      ) : (
        <ReviewedArticle key={current} article={current} onDecided={() => open(after(rows, current))} />
      )}
    </section>
  )

  function after(all: typeof rows, decided: ArticleId): string {
    const others = all.filter(row => row.id !== decided)
    const next = others.find(row => !row.own) ?? others[0]
    return next?.id ?? decided
  }
}

function parseId(text: string | null): ArticleId | null {
  const parsed = articleIdSchema.safeParse(text)
  return parsed.success ? parsed.data : null
}
