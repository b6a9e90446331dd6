import type { ReviewView } from '#common/api/views'
import { formatInstant } from '#common/domain/vietnam-time'
import { CommandButton } from '#renderer/commands/CommandButton.tsx'
import { takeDownArticle } from '#renderer/commands/portal-commands.ts'
import type { TextKey } from '#renderer/text/catalogues.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { SealDamage } from '../panel/SealDamage.tsx'

/** What must not be overlooked: an approval that no longer holds, levels that sign, a text readers have without one. */
export function ReviewBands({ review }: { readonly review: ReviewView }) {
  const { t } = useText()
  const { seal } = review
  const { article, people, urgent, levels } = review.article
  return (
    <>
      {seal !== null && !seal.valid && (
        <Band tone="trouble" title={t('review.sealBroken')}>
          <p>
            {t(`sealReasons:${seal.reason ?? 'unreadable'}` as TextKey)} {t('review.sealBrokenHeld')}
          </p>
          <SealDamage damage={seal.damage} />
        </Band>
      )}
      {urgent !== null && article.urgent != null && (
        <Band
          tone={urgent.state === 'due' ? 'amber' : 'trouble'}
          title={t('urgent.band', {
            name: people[article.urgent.by],
            at: formatInstant(article.urgent.at),
            until: formatInstant(urgent.until),
          })}
          actions={
            urgent.state === 'refused' && (
              <CommandButton
                command={takeDownArticle}
                target={{ article: article.id, headline: article.headline, shown: true, correctable: false }}
              />
            )
          }
        >
          <p className="band-quote">{article.urgent.reason}</p>
        </Band>
      )}
      {levels !== null && (
        <Band tone="info" title={t('levels.progress', { signed: levels.signed, of: levels.of })}>
          <ol className="levels">
            {article.route?.levels.map((level, index) => {
              const by = (index + 1 === levels.of ? article.approval : article.signed?.[index])?.by
              return (
                <li key={level.name}>
                  {level.name}: {by === undefined ? t('levels.waits') : people[by]}
                </li>
              )
            })}
          </ol>
        </Band>
      )}
    </>
  )
}
