import { ExternalLink, KeyRound, RefreshCw, Unplug } from 'lucide-react'
import { useState } from 'react'
import type { PortalView } from '#common/api/views'
import { formatInstant } from '#common/domain/vietnam-time'
import { useCommand } from '#renderer/api/queries.ts'
import { useSession } from '#renderer/api/session.tsx'
import { useAsker } from '#renderer/commands/AskerProvider.tsx'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Badge } from '#renderer/ui/Chip.tsx'
import { CategoryMap } from './CategoryMap.tsx'
import { ConnectDialog } from './ConnectDialog.tsx'
import { folderPath } from './folder-path.ts'
import { SendKeys } from './SendKeys.tsx'
import { TestSteps } from './TestSteps.tsx'
import { usePortalTest } from './use-portal-test.ts'

/** One connected portal: where it is, what it holds of ours, its categories, and what can be done about it. */
export function PortalCard({ portal }: { readonly portal: PortalView }) {
  const { t } = useText()
  const { may } = useSession()
  const asker = useAsker()
  const disconnect = useCommand('portals.disconnect')
  const test = usePortalTest(portal.id)
  const [renewing, setRenewing] = useState(false)
  async function askAndDisconnect() {
    const sure = await asker.confirm({
      title: t('portal.disconnectTitle', { name: portal.name }),
      description: t('portal.disconnectText'),
      action: t('portal.disconnect'),
      danger: true,
    })
    if (sure) await disconnect.run({ portal: portal.id })
  }
  return (
    <section className="portal-card" aria-label={portal.name}>
      <header>
        <h2>{portal.name}</h2>
        {portal.demo && <Badge tone="neutral">{t('portal.demo')}</Badge>}
        {portal.kind !== 'portal-api' && <Badge tone="neutral">{t(`portal.kind.${portal.kind}`)}</Badge>}
        {portal.kind === 'folder' && <code>{folderPath(portal.url)}</code>}
        {/^https?:/.test(portal.publicUrl) && (
          <a href={portal.publicUrl} target="_blank" rel="noopener noreferrer">
            {portal.publicUrl} <ExternalLink size={14} aria-hidden="true" />
          </a>
        )}
      </header>
      {!portal.hasCredentials && <Band tone="amber">{t('portal.noCredentials')}</Band>}
      {may('portal.manage') && <SendKeys portal={portal} />}
      <dl className="portal-facts">
        <dt>{t('portal.live')}</dt>
        <dd>{t('portal.liveCount', { count: portal.live })}</dd>
        <dt>{t('portal.checked')}</dt>
        <dd>{portal.checkedAt === null ? t('portal.neverChecked') : formatInstant(portal.checkedAt)}</dd>
        <dt>{t('portal.categories')}</dt>
        <dd>
          <ul className="portal-categories">
            {portal.categories.map(category => (
              <li key={category.id} title={category.id}>
                {category.name}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      {may('portal.manage') && (
        <div className="portal-actions">
          <Button icon={<RefreshCw size={16} />} busy={test.busy} onClick={() => void test.run()}>
            {t('portal.test')}
          </Button>
          {(portal.kind === 'portal-api' || portal.kind === 'wordpress') && (
            <Button icon={<KeyRound size={16} />} onClick={() => setRenewing(true)}>
              {t('portal.renew')}
            </Button>
          )}
          <Button
            look="quiet"
            icon={<Unplug size={16} />}
            busy={disconnect.busy}
            onClick={() => void askAndDisconnect()}
          >
            {t('portal.disconnect')}
          </Button>
        </div>
      )}
      {may('portal.manage') && <CategoryMap portal={portal} />}
      {test.found !== null && <TestSteps found={test.found} />}
      {renewing && <ConnectDialog url={portal.url} onClose={() => setRenewing(false)} />}
    </section>
  )
}
