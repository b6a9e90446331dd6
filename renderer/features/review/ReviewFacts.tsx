import { useState } from 'react'
import type { ReviewView } from '#common/api/views'
import { formatInstant } from '#common/domain/vietnam-time'
import { checkText } from '#renderer/text/check-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Badge } from '#renderer/ui/Chip.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'

type Shown = 'checks' | 'history' | 'technical'

/** Right of the page: what to mend or look at, who did what when, and the technical details. */
export function ReviewFacts({ review }: { readonly review: ReviewView }) {
  const { t } = useText()
  const [shown, setShown] = useState<Shown>('checks')
  return (
    <aside className="review-facts" aria-label={t('review.facts')}>
      <Tabs
        label={t('review.facts')}
        value={shown}
        onChange={setShown}
        tabs={[
          {
            value: 'checks',
            label: t('review.checks'),
            count: review.checks.length,
            panel: <Checks review={review} />,
          },
          { value: 'history', label: t('review.history'), panel: <History review={review} /> },
          { value: 'technical', label: t('review.technical'), panel: <Technical review={review} /> },
        ]}
      />
    </aside>
  )
}

function Checks({ review: { checks } }: { readonly review: ReviewView }) {
  const { t } = useText()
  if (checks.length === 0) return <p className="review-none">{t('review.nothingToMend')}</p>
  return (
    <ul className="review-checks">
      {checks.map(check => (
        <li key={`${check.code}${JSON.stringify(check.place)}`}>
          <Badge tone={check.level === 'must' ? 'trouble' : 'amber'}>
            {t(`review.level.${check.level}`)}
          </Badge>
          <span>{checkText(t, check)}</span>
        </li>
      ))}
    </ul>
  )
}

function History({ review: { article: view } }: { readonly review: ReviewView }) {
  const { t } = useText()
  const { article, people, revisions } = view
  const nameOf = (id: string) => people[id] ?? id
  return (
    <dl className="review-history">
      <div>
        <dt>{t('review.authors')}</dt>
        <dd>{article.authors.map(nameOf).join(', ')}</dd>
      </div>
      {article.claim !== null && (
        <div>
          <dt>{t('review.claimedBy')}</dt>
          <dd>
            {nameOf(article.claim.by)} ·{' '}
            <time dateTime={article.claim.at}>{formatInstant(article.claim.at)}</time>
          </dd>
        </div>
      )}
      {revisions.map(revision => (
        <div key={revision.id}>
          <dt>{t('review.revision', { number: revision.number })}</dt>
          <dd>
            {nameOf(revision.by)} · <time dateTime={revision.at}>{formatInstant(revision.at)}</time>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('review.created')}</dt>
        <dd>
          {nameOf(article.createdBy)} ·{' '}
          <time dateTime={article.createdAt}>{formatInstant(article.createdAt)}</time>
        </dd>
      </div>
    </dl>
  )
}

function Technical({ review: { article: view, seal } }: { readonly review: ReviewView }) {
  const { t } = useText()
  const rows: readonly (readonly [string, string])[] = [
    [t('review.revisionHash'), view.article.revision ?? ''],
    [t('review.htmlHash'), view.revisions[0]?.html ?? ''],
    ...(seal === null ? [] : [[t('review.sealKey'), seal.kid] as const]),
    ...(seal === null
      ? []
      : [[t('review.sealState'), t(seal.valid ? 'review.sealValid' : 'review.sealInvalid')] as const]),
  ]
  return (
    <dl className="review-technical">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
