import { ShieldAlert, ShieldCheck } from 'lucide-react'
import type { SafekeepingView } from '#common/api/safekeeping'
import { useText } from '#renderer/text/use-text.ts'
import { formatBytes } from '#renderer/ui/bytes.ts'
import { useMoment } from '#renderer/ui/use-moment.ts'

/** "Sao lưu gần nhất: hôm qua 16:30, đã kiểm tra · 128 tin bài, 45 MB". */
export function BackupSentence({ backup }: { readonly backup: SafekeepingView['backup'] }) {
  const { t, language } = useText()
  const moment = useMoment()
  const { last } = backup
  if (last === null)
    return (
      <p className="backup-sentence" data-tone="amber">
        <ShieldAlert size={18} aria-hidden="true" /> {t('backup.never')}
      </p>
    )
  const size = formatBytes(last.bytes, language)
  return (
    <p className="backup-sentence" data-tone={backup.overdue ? 'amber' : 'good'}>
      <ShieldCheck size={18} aria-hidden="true" />
      <span>
        <strong>{t('backup.last', { at: moment(last.at) })}</strong>{' '}
        {t('backup.holds', { count: last.articles, size })}
        {last.leftOut > 0 && ` ${t('backup.leftOut', { count: last.leftOut })}`}
      </span>
    </p>
  )
}
