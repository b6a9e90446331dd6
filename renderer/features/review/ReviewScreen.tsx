import './review.css'
import { SquareCheckBig } from 'lucide-react'
import { useAsk } from '#renderer/api/queries.ts'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { Queue } from './queue/Queue.tsx'
import { nextInQueue, startOfQueue } from './queue/queue-order.ts'
import { useQueueKeys } from './queue/use-queue-keys.ts'
import { ReviewDesk } from './ReviewDesk.tsx'

/** "Duyệt": what waits on the left, one article in the middle, what is known of it on the right. */
export function ReviewScreen({ articleId }: { readonly articleId: string | null }) {
  const { t } = useText()
  const { navigate, session } = useCommandContext()
  const { value: queue, problem, again } = useAsk('review.queue', {})
  const rows = queue?.rows ?? []
  const current = articleId ?? startOfQueue(rows, session.account.id)
  useQueueKeys(rows, current, id => navigate(paths.review(id)))
  if (problem !== null) {
    return <ProblemBand problem={problem} again={again} />
  }
  if (queue === undefined) return <ScreenSpinner label={t('review.opening')} />
  if (current === null) return <NothingWaits />
  const goOn = () => {
    const next = nextInQueue(rows, current, session.account.id)
    navigate(next === null ? paths.reviewQueue : paths.review(next))
  }
  return (
    <section className="review-screen" aria-label={t('review.title')}>
      <title>{`${t('review.title')} · Tòa Soạn`}</title>
      <Queue rows={rows} current={current} />
      <ReviewDesk key={current} article={current} onDone={goOn} />
    </section>
  )
}

function NothingWaits() {
  const { t } = useText()
  const { navigate } = useCommandContext()
  return (
    <EmptyState
      icon={<SquareCheckBig size={24} />}
      title={t('review.empty')}
      action={
        <>
          <Button onClick={() => navigate(paths.desk)}>{t('review.toDesk')}</Button>{' '}
          <Button onClick={() => navigate(paths.approvalFiles)}>{t('review.files.title')}</Button>
        </>
      }
    >
      {t('review.emptyText')}
    </EmptyState>
  )
}
