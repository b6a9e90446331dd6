import type { Snippet } from '#common/api/search'
import { useText } from '#renderer/text/use-text.ts'
import { MarkedText } from '#renderer/ui/MarkedText.tsx'

/** The best place of a found article outside its headline, under the headline. */
export function FoundText({ excerpt }: Pick<Snippet, 'excerpt'>) {
  const { t } = useText()
  if (excerpt === null) return null
  return (
    <span className="found-excerpt">
      {excerpt.part !== 'body' && <em>{t(`found.in.${excerpt.part}`)}: </em>}
      <MarkedText pieces={excerpt.pieces} />
    </span>
  )
}
