import { useAsk } from '#renderer/api/queries.ts'
import { useCommandContext } from '#renderer/commands/context.tsx'
import { paths } from '#renderer/commands/paths.ts'
import { useText } from '#renderer/text/use-text.ts'
import { Band } from '#renderer/ui/Band.tsx'
import { Button } from '#renderer/ui/Button.tsx'

/** For who manages portals: one of them does not know a signer's key, and would refuse that person's approvals. */
export function KeysHint() {
  const { t } = useText()
  const { navigate, session } = useCommandContext()
  const manages = session.may('portal.manage')
  const { value } = useAsk('portals.list', {}, { enabled: manages })
  const lacking = value?.portals.find(({ keysToSend }) => keysToSend > 0)
  if (lacking === undefined) return null
  return (
    <Band
      tone="amber"
      title={t('portal.keysMissingOn', { name: lacking.name, count: lacking.keysToSend })}
      actions={<Button onClick={() => navigate(paths.portalSettings)}>{t('portal.sendKeys')}</Button>}
    >
      {t('portal.keysMissingText')}
    </Band>
  )
}
