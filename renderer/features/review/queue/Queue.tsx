import { FileLock2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { QueueRow } from '#common/api/views'
import { findKind } from '#common/domain/kinds/registry'
import { formatInstant } from '#common/domain/vietnam-time'
import { useCounters } from '#renderer/api/counters.ts'
import { useSession } from '#renderer/api/session.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { UrgentMark } from '#renderer/ui/UrgentMark.tsx'

interface Props {
  readonly rows: readonly QueueRow[]
  readonly current: string
}

/** Everything that waits for a decision, oldest first. */
export function Queue({ rows, current }: Props) {
  const { t } = useText()
  const mine = useMine()
  const here = useRef<HTMLLIElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls again whenever another article is current
  useEffect(() => {
    // Returned, the promise newer Chromiums give would be called as a clean-up.
    void here.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav className="review-queue" aria-label={t('review.queue')}>
      <header>
        <h1>
          {mine === null ? t('review.queueCount', { count: rows.length }) : t('review.mine', { count: mine })}
        </h1>
        {mine !== null && mine < rows.length && (
          <p className="review-queue-details">{t('review.others', { count: rows.length - mine })}</p>
        )}
        <p className="review-queue-keys">
          <kbd>J</kbd> {t('review.next')} · <kbd>K</kbd> {t('review.previous')}
        </p>
      </header>
      <ul>
        {rows.map(row => (
          <li key={row.id} ref={row.id === current ? here : undefined}>
            <Link to={paths.review(row.id)} aria-current={row.id === current ? 'true' : undefined}>
              <QueueEntry row={row} />
            </Link>
          </li>
        ))}
      </ul>
      <Link className="review-queue-files" to={paths.approvalFiles}>
        <FileLock2 size={16} aria-hidden="true" /> {t('review.files.title')}
      </Link>
    </nav>
  )
}

/** The number beside "Duyệt" in the navigation, for those who sign; null for everybody else. */
function useMine(): number | null {
  const { may } = useSession()
  const counters = useCounters()
  return may('article.sign') ? (counters?.waitingForMyReview ?? null) : null
}

function QueueEntry({ row }: { readonly row: QueueRow }) {
  const { t, name } = useText()
  const { account } = useSession()
  const kind = findKind(row.kind)
  return (
    <>
      <strong>{row.headline === '' ? t('review.untitled') : row.headline}</strong>
      <span className="review-queue-details">
        {row.own ? t('review.own') : row.authorName}
        {kind !== undefined && ` · ${name(kind.label)}`}
      </span>
      {row.urgent !== null && <UrgentMark urgent={row.urgent} />}
      {row.levels?.next != null && <span className="review-queue-details">{row.levels.next}</span>}
      <span className="review-queue-details numbers">
        {formatInstant(row.submittedAt)}
        {row.claim?.by === account.id && ` · ${t('review.heldByMe')}`}
      </span>
      {row.holder !== null && row.claim?.by !== account.id && (
        <span className="review-queue-details">{t('review.held', { name: row.holder })}</span>
      )}
    </>
  )
}
