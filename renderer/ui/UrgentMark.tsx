import type { ArticleRow } from '#common/api/views'
import { useText } from '#renderer/text/use-text.ts'
import { Badge } from './Chip.tsx'

const hourMs = 3_600_000

/** "Đăng khẩn, còn 5 giờ để duyệt": what an urgent decision still asks for. */
export function UrgentMark({ urgent }: { readonly urgent: NonNullable<ArticleRow['urgent']> }) {
  const { t } = useText()
  const leftMs = Date.parse(urgent.until) - Date.now()
  // The list may have been asked before the time was over.
  const state = urgent.state === 'due' && leftMs < 0 ? 'late' : urgent.state
  const distanceMs = Math.abs(leftMs)
  const left =
    distanceMs < hourMs
      ? t('urgent.minutes', { count: Math.ceil(distanceMs / 60_000) })
      : t('urgent.hours', { count: Math.round(distanceMs / hourMs) })
  return <Badge tone={state === 'due' ? 'amber' : 'trouble'}>{t(`urgent.${state}`, { left })}</Badge>
}
