import { useEffect } from 'react'
import type { ArticleView } from '#common/api/views'
import { useAsk } from '#renderer/api/queries.ts'
import { countsText } from '#renderer/comparison/counts-text.ts'
import { useText } from '#renderer/text/use-text.ts'
import type { DraftLink } from '../draft/draft-link.ts'
import { useSavedVersion } from '../draft/use-saved-version.ts'
import { comparisonBase } from './comparison-base.ts'

/** A pause in saving this long, and the draft is compared again. */
const idleMs = 1_500

interface Props {
  readonly view: ArticleView
  readonly link: DraftLink | null
  readonly onShow: () => void
}

/** "Khác bản trên cổng: 14 chữ, 1 ảnh", counted when typing pauses; a click shows which. */
export function ChangesSince({ view, link, onShow }: Props) {
  const { t } = useText()
  const saved = useSavedVersion(link)
  const base = comparisonBase(view)
  const { value, again } = useAsk(
    'revisions.compare',
    { article: view.article.id, from: base?.side ?? null, to: 'draft' },
    { enabled: base !== null },
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each save; `again` is another function each time
  useEffect(() => {
    if (saved === '' || base === null) return undefined
    const timer = setTimeout(again, idleMs)
    return () => clearTimeout(timer)
  }, [saved, base === null])
  if (base === null || value === undefined) return null
  const counts = countsText(t, value.comparison.counts)
  const against = base.kind === 'published' ? t('versions.onPortal') : t('versions.number', base)
  return (
    <button type="button" className="changes-since" onClick={onShow}>
      {counts === null ? t('versions.same', { against }) : t('versions.differs', { against, counts })}
    </button>
  )
}
