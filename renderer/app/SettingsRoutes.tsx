import { Redirect, useLocation } from 'wouter'
import { useSession } from '#renderer/api/session.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { AccountSettings } from '#renderer/features/accounts/AccountSettings.tsx'
import { PolicySettings } from '#renderer/features/policy/PolicySettings.tsx'
import { PortalSettings } from '#renderer/features/portal/PortalSettings.tsx'
import { StoreSettings } from '#renderer/features/safekeeping/StoreSettings.tsx'
import { MachineSettings } from '#renderer/features/settings/MachineSettings.tsx'
import { NamesSettings } from '#renderer/features/settings/NamesSettings.tsx'
import { TemplatesSettings } from '#renderer/features/settings/templates/TemplatesSettings.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Screen } from '#renderer/ui/Screen.tsx'
import { Tabs } from '#renderer/ui/Tabs.tsx'

const pages = ['cong', 'tai-khoan', 'quy-trinh-duyet', 'ten-rieng', 'mau', 'kho', 'may'] as const
type Page = (typeof pages)[number]

/** Settings, one page an address; who may not change accounts or portals starts with this machine. */
export function SettingsRoutes({ page }: { readonly page: string | undefined }) {
  const { t } = useText()
  const session = useSession()
  const [, navigate] = useLocation()
  const current = pages.find(candidate => candidate === page)
  if (current === undefined) {
    const first = session.may('portal.manage') ? paths.portalSettings : paths.machineSettings
    return <Redirect to={first} replace />
  }
  return (
    <Screen title={t('frame.settings')}>
      <Tabs<Page>
        label={t('frame.settings')}
        value={current}
        onChange={next => navigate(`${paths.settings}/${next}`)}
        tabs={[
          { value: 'cong', label: t('settings.portal'), panel: <PortalSettings /> },
          { value: 'tai-khoan', label: t('settings.accounts'), panel: <AccountSettings /> },
          { value: 'quy-trinh-duyet', label: t('settings.levels'), panel: <PolicySettings /> },
          { value: 'ten-rieng', label: t('settings.names'), panel: <NamesSettings /> },
          { value: 'mau', label: t('settings.templates'), panel: <TemplatesSettings /> },
          { value: 'kho', label: t('settings.store'), panel: <StoreSettings /> },
          { value: 'may', label: t('settings.machine'), panel: <MachineSettings /> },
        ]}
      />
    </Screen>
  )
}
