import type { Output } from '#common/api/contract'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'

/** Headlines shown before "and n more". */
const shown = 8

/** What would leave the office, names included, before it does. */
export function PackContents({ contents }: { readonly contents: Output<'inspection.preview'> }) {
  const { t } = useText()
  const { articles, headlines, revisions, approvals, pushes, people } = contents
  return (
    <section aria-label={t('inspection.contents')}>
      <h2>{t('inspection.contents')}</h2>
      <p>{t('inspection.counts', { articles, revisions, approvals, pushes })}</p>
      <ul>
        {headlines.slice(0, shown).map((headline, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: headlines may repeat, and the list never moves.
          <li key={place}>{headline}</li>
        ))}
        {articles > shown && <li>{t('inspection.more', { count: articles - shown })}</li>}
      </ul>
      <Band tone="amber">
        <p>
          {people.length === 0
            ? t('inspection.nobody')
            : t('inspection.people', { names: people.join(', ') })}
        </p>
        <p>{t('inspection.personal')}</p>
      </Band>
    </section>
  )
}
