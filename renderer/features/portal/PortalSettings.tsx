import './portal.css'
import { Globe, Plus } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ProblemBand } from '#renderer/ui/ProblemBand.tsx'
import { ScreenSpinner } from '#renderer/ui/Spinner.tsx'
import { ConnectDialog } from './ConnectDialog.tsx'
import { LineCap } from './LineCap.tsx'
import { PortalCard } from './PortalCard.tsx'

/** "Cài đặt → Cổng": the portals, their categories, their tests, and the way to connect one. */
export function PortalSettings() {
  const { t } = useText()
  const { may } = useSession()
  const { value, problem, again } = useAsk('portals.list', {})
  const [connecting, setConnecting] = useState(false)
  const manages = may('portal.manage')
  const connect = manages && (
    <Button look="primary" icon={<Plus size={16} />} onClick={() => setConnecting(true)}>
      {t('portal.connect')}
    </Button>
  )
  if (problem !== null) {
    return <ProblemBand problem={problem} again={again} />
  }
  if (value === undefined) return <ScreenSpinner label={t('ui.loading')} />
  return (
    <div className="portal-settings">
      {!manages && <Band tone="info">{t('portal.onlyAdministrator')}</Band>}
      {value.portals.length === 0 ? (
        <EmptyState icon={<Globe size={24} />} title={t('portal.none')} action={connect}>
          {t('portal.noneText')}
        </EmptyState>
      ) : (
        <>
          {value.portals.map(portal => (
            <PortalCard key={portal.id} portal={portal} />
          ))}
          <div>{connect}</div>
          {manages && <LineCap />}
        </>
      )}
      {connecting && <ConnectDialog onClose={() => setConnecting(false)} />}
    </div>
  )
}
