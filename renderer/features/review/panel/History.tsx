import type { ArticleView } from '#common/api/views'
import { formatInstant } from '#common/domain/vietnam-time'
import { useAsk } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import type { TextKey } from '#renderer/text/catalogues.ts'
import { useText } from '#renderer/text/use-text.ts'

/** Versions, and for those who may read the journal everything that was done to the article. */
export function History({ view }: { readonly view: ArticleView }) {
  const { t } = useText()
  const { may } = useSession()
  const readsJournal = may('audit.read')
  const audit = useAsk('audit.list', { subject: view.article.id, limit: 200 }, { enabled: readsJournal })
  const revisions = view.revisions.toSorted((a, b) => b.number - a.number)
  return (
    <div className="review-history">
      <h3>{t('review.versions')}</h3>
      <ol>
        {revisions.map(({ id, number, by, at }) => (
          <li key={id}>
            <strong>{t('review.number', { number })}</strong>
            <span>{view.people[by]}</span>
            <time dateTime={at}>{formatInstant(at)}</time>
          </li>
        ))}
      </ol>
      {readsJournal && (
        <>
          <h3>{t('review.journal')}</h3>
          <ol>
            {audit.value?.entries.map(entry => (
              <li key={entry.sequence}>
                <strong>{t(`audit.${entry.type}` as TextKey, { defaultValue: entry.type })}</strong>
                <span>{entry.actorName}</span>
                <time dateTime={entry.at}>{formatInstant(entry.at)}</time>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
