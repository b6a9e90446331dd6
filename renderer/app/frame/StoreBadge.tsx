import { Link } from 'wouter'
import { useAsk } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { useMoment } from '#renderer/ui/use-moment.ts'

/** In the bottom bar: the newest backup, or, for as long as it lasts, that nothing can be written. Leads to the store. */
export function StoreBadge() {
  const { t } = useText()
  const moment = useMoment()
  const { workspace } = useSession()
  const { value } = useAsk('safekeeping.read', {})
  if (workspace.readOnly !== null)
    return (
      <Link to={paths.storeSettings} className="store-badge" data-tone="trouble">
        {t('safekeeping.readOnlyBadge')}
      </Link>
    )
  const last = value?.backup.last
  if (last == null) return null
  return (
    <Link
      to={paths.storeSettings}
      className="store-badge"
      data-tone={value?.backup.overdue ? 'amber' : 'good'}
    >
      {t('backup.last', { at: moment(last.at) })}
    </Link>
  )
}
