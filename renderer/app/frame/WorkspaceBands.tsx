import { useState } from 'react'
import { useAsk } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { useWireState } from '#renderer/api/wire-context.tsx'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'

/** That main is gone, what opening the workspace had to mend, why it is read-only, and what endangers it: on every screen. */
export function WorkspaceBands() {
  const { t } = useText()
  const { workspace } = useSession()
  const { navigate } = useCommandContext()
  const { value } = useAsk('safekeeping.read', {})
  const wire = useWireState()
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const toStore = <Button onClick={() => navigate(paths.storeSettings)}>{t('safekeeping.seeStore')}</Button>
  const dismissing = (what: string) => (
    <>
      {toStore}
      <Button onClick={() => setSeen(new Set([...seen, what]))}>{t('workspace.recoveredSeen')}</Button>
    </>
  )
  const isMended =
    value?.readOnly === null && (value.recovery.tornBytes > 0 || value.recovery.checkpoint !== 'newest')
  const level = value?.space.level
  const shortage = level === 'short' || level === 'reserve' ? level : null
  return (
    <div className="workplace-bands">
      {wire !== 'open' && (
        <Band tone="trouble" title={t(`workspace.wire.${wire}`)}>
          {t(`workspace.wireNext.${wire}`)}
        </Band>
      )}
      {workspace.readOnly !== null && (
        <Band tone="trouble" title={t(`safekeeping.readOnly.${workspace.readOnly}`)} actions={toStore}>
          {t(`safekeeping.readOnlyNext.${workspace.readOnly}`)}
        </Band>
      )}
      {isMended && !seen.has('mended') && (
        <Band tone="amber" title={t('safekeeping.mended')} actions={dismissing('mended')}>
          {t('workspace.nothingLost')}
        </Band>
      )}
      {shortage !== null && (
        <Band tone="trouble" title={t(`safekeeping.space.${shortage}`)} actions={toStore}>
          {t(`safekeeping.spaceNext.${shortage}`)}
        </Band>
      )}
      {value?.backup.overdue === true && !seen.has('overdue') && (
        <Band tone="amber" title={t('safekeeping.overdueBand')} actions={dismissing('overdue')}>
          {t('safekeeping.overdueBandText')}
        </Band>
      )}
      {value?.place != null && !seen.has('place') && (
        <Band
          tone="amber"
          title={t(`safekeeping.place.${value.place.kind}`, { name: value.place.name })}
          actions={dismissing('place')}
        >
          {t('safekeeping.placeNext')}
        </Band>
      )}
    </div>
  )
}
