import { useState } from 'react'
import { useSession } from '#renderer/api/session.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'

/** What opening the workspace had to mend, and why it is read-only, said once on every screen. */
export function WorkspaceBands() {
  const { t } = useText()
  const { workspace } = useSession()
  const [seen, setSeen] = useState(false)
  const recovered = seen ? null : workspace.recovered
  if (recovered === null && workspace.readOnly === null) return null
  return (
    <div className="workplace-bands">
      {workspace.readOnly !== null && (
        <Band tone="trouble" title={t('workspace.readOnly')}>
          {t('workspace.readOnlyText', { cause: workspace.readOnly })}
        </Band>
      )}
      {recovered !== null && (
        <Band
          tone="amber"
          title={t('workspace.recovered')}
          actions={<Button onClick={() => setSeen(true)}>{t('workspace.recoveredSeen')}</Button>}
        >
          {t('workspace.recoveredText', { count: recovered.tornBytes })}
          {recovered.quarantine !== null && ` ${t('workspace.quarantine', { place: recovered.quarantine })}`}
        </Band>
      )}
    </div>
  )
}
