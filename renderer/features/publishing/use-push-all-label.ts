import type { PublishingView } from '#common/api/views'
import { useText } from '#renderer/text/use-text.ts'
import { formatBytes } from '#renderer/ui/bytes.ts'

/** "Đẩy tất cả (7 tin, 12 MB)"; without a line it says that they leave later. */
export function usePushAllLabel(): (view: PublishingView) => string {
  const { t, language } = useText()
  return view => {
    const { articles, bytes } = view.readyTotals
    const key = view.line.kind === 'online' ? 'publishing.pushAllNow' : 'publishing.pushAllLater'
    return t(key, { count: articles, size: formatBytes(bytes, language) })
  }
}
