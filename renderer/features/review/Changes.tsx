import type { Comparison } from '#common/api/views'
import { useText } from '#renderer/text/use-text.ts'

/** The comparison in reading order: what went struck through, what came underlined, never by colour alone. */
export function Changes({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useText()
  const changed = comparison.parts.filter(part =>
    part.differences.some(difference => difference.kind !== 'same'),
  )
  return (
    <div className="review-changes" tabIndex={-1}>
      <p className="review-base">{t(`review.base.${comparison.base}`)}</p>
      {changed.length === 0 && <p>{t('review.noChange')}</p>}
      {changed.map(part => (
        <section key={part.part} aria-label={part.label}>
          <h2>{t(`review.part.${part.part}`)}</h2>
          <p className="review-text">
            {part.differences.map((difference, index) => {
              // The parts of a comparison never move: the place is their identity.
              const key = `${part.part}-${index}`
              if (difference.kind === 'added') return <ins key={key}>{difference.text}</ins>
              if (difference.kind === 'removed') return <del key={key}>{difference.text}</del>
              return <span key={key}>{difference.text}</span>
            })}
          </p>
        </section>
      ))}
    </div>
  )
}
