import { CloudOff } from 'lucide-react'
import { formatTime } from '#common/domain/vietnam-time'
import { type Translate, useText } from '#renderer/text/use-text.ts'
import type { DraftLink } from './draft-link.ts'
import type { DraftStatus } from './draft-status.ts'
import { useDraftStatus } from './use-draft-link.ts'

/** "Đã lưu 10:32", and only when main has synced it. */
export function SavedState({ link }: { readonly link: DraftLink | null }) {
  const { t } = useText()
  const status = useDraftStatus(link)
  return (
    <span className="saved-state numbers" data-kind={status.kind} role="status">
      {status.kind === 'disconnected' && <CloudOff size={15} aria-hidden="true" />}
      {words(t, status)}
    </span>
  )
}

function words(t: Translate, status: DraftStatus): string {
  switch (status.kind) {
    case 'untouched':
      return ''
    case 'saving':
      return t('editor.saving')
    case 'saved':
      return t('editor.saved', { time: formatTime(status.at) })
    case 'disconnected':
      return t('editor.notSaved')
    case 'refused':
    case 'torn':
      return t('editor.stopped')
  }
}
