import type { PublishingView } from '#common/api/views'
import { useText } from '#renderer/text/use-text.ts'
import { formatBytes } from '#renderer/ui/bytes.ts'

/** "Đẩy tất cả (7 tin, 12 MB)"; without a line it says that they leave later. */
export function usePushAllLabel(): (view: PublishingView) => string {
  const { t, language } = useText()
  return view => {
    const size = formatBytes(
      view.ready.reduce((sum, row) => sum + row.bytes, 0),
      language,
    )
    const key = view.line.kind === 'online' ? 'publishing.pushAllNow' : 'publishing.pushAllLater'
    return t(key, { count: view.ready.length, size })
  }
}
