import { formatDate, formatInstant, formatTime } from '#common/domain/vietnam-time'
import { useText } from '#renderer/text/use-text.ts'

const dayMs = 86_400_000

/** "hôm nay 08:15", "hôm qua 16:30", else the whole date: how people name a moment that is near. */
export function useMoment(): (instant: string, nowMs?: number) => string {
  const { t } = useText()
  return (instant, nowMs = Date.now()) => {
    const day = formatDate(instant)
    const dayBefore = (days: number) => formatDate(new Date(nowMs - days * dayMs).toISOString())
    const time = formatTime(instant)
    if (day === dayBefore(0)) return t('moment.today', { time })
    if (day === dayBefore(1)) return t('moment.yesterday', { time })
    return formatInstant(instant)
  }
}
