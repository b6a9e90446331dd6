import type { ArticleRow } from '#common/api/views'
import { findKind } from '#common/domain/kinds/registry'
import { formatInstant } from '#common/domain/vietnam-time'
import { useText } from '#renderer/text/use-text.ts'
import { Chip } from '#renderer/ui/Chip.tsx'

interface Props {
  readonly rows: readonly ArticleRow[]
  readonly current: string | null
  readonly onOpen: (id: string) => void
}

/** What waits for review, the longest wait first. */
export function ReviewQueue({ rows, current, onOpen }: Props) {
  const { t, language } = useText()
  return (
    <nav className="review-queue" aria-label={t('review.queue')}>
      <h1>
        {t('frame.review')} <span className="review-count numbers">{rows.length}</span>
      </h1>
      <ul>
        {rows.map(row => (
          <li key={row.id}>
            <button
              type="button"
              aria-current={row.id === current || undefined}
              onClick={() => onOpen(row.id)}
            >
              <strong>{row.headline === '' ? t('articles.untitled') : row.headline}</strong>
              <span className="review-row-facts">
                {findKind(row.kind)?.label[language] ?? row.kind} · {row.authorName}
              </span>
              <span className="review-row-facts">
                <Chip chip={row.chip} />
                <time dateTime={row.changedAt}>{formatInstant(row.changedAt)}</time>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="review-keys">
        <kbd>J</kbd> <kbd>K</kbd> {t('review.keys')}
      </p>
    </nav>
  )
}
