import { Link } from 'wouter'
import { useAsk } from '#renderer/api/queries.ts'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'

/** Says of an article the program made by itself why there is a second one of the same headline. */
export function RescuedBand({ article }: { readonly article: string }) {
  const { t } = useText()
  const original = useAsk('articles.read', { article }).value?.article.rescuedFrom
  if (original === undefined) return null
  return (
    <div className="origin-box">
      <Band
        tone="info"
        title={t('articles.rescued')}
        actions={<Link to={paths.edit(original)}>{t('articles.rescuedOpen')}</Link>}
      >
        {t('articles.rescuedFrom')}
      </Band>
    </div>
  )
}
