import type { LineState } from '#common/domain/portal'
import { unreachable } from '#common/domain/unreachable'
import { formatTime } from '#common/domain/vietnam-time'
import { useText } from './use-text.ts'

/** "Ngoại tuyến, 7 tin chờ mạng" */
export function useLineText(): (line: LineState) => string {
  const { t } = useText()
  return line => {
    switch (line.kind) {
      case 'online':
        return t('line.online')
      case 'offline':
        return line.waiting === 0 ? t('line.offline') : t('line.offlineWaiting', { count: line.waiting })
      case 'unreachable':
        return t('line.unreachable', { count: line.waiting, time: formatTime(line.since) })
      case 'locked':
        return t('line.locked', { count: line.waiting })
      case 'unauthorised':
        return t('line.unauthorised', { count: line.waiting })
      case 'no-portal':
        return t('line.noPortal')
      default:
        return unreachable(line)
    }
  }
}
