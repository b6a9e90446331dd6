import { Link } from 'wouter'
import type { ExchangeView } from '#common/api/approval-operations'
import { formatInstant } from '#common/domain/vietnam-time'
import { paths } from '#renderer/commands/paths.ts'
import { problemText } from '#renderer/text/problem-text.ts'
import { useText } from '#renderer/text/use-text.ts'

/** What a reviewer elsewhere decided, article by article, and what could not be carried out here. */
export function Outcome({ answer }: { readonly answer: NonNullable<ExchangeView['answer']> }) {
  const { t } = useText()
  return (
    <section className="exchange-outcome" aria-label={t('review.files.outcome')}>
      <h2>{t('review.files.answeredBy', { name: answer.byName, time: formatInstant(answer.at) })}</h2>
      <ul>
        {answer.items.map(({ article, headline, decision, remarks, refused }) => (
          <li key={article} data-decision={refused === null ? decision : 'refused'}>
            <strong>
              <Link to={paths.review(article)}>{headline}</Link>
            </strong>
            <span>{t(`review.files.done.${decision}`)}</span>
            {refused !== null && <p className="field-error">{problemText(t, refused)}</p>}
            {remarks.map(({ quote, text }) => (
              <p key={`${quote}${text}`}>
                {quote !== '' && <q>{quote}</q>} {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
