import type { AuditEntry } from '#common/api/views'
import { useAsk } from '#renderer/api/queries.ts'
import { useText } from '#renderer/text/use-text.ts'

/**
 * The newest link of the journal's chain, which written down elsewhere later proves that nothing was taken away, and the
 * fingerprint that a pack must show.
 */
export function ChainHead({ entry }: { readonly entry: AuditEntry | undefined }) {
  const { t } = useText()
  const { value: key } = useAsk('audit.workstationKey', {})
  if (entry === undefined) return null
  return (
    <details className="chain-head">
      <summary>{t('ui.technical')}</summary>
      <p>{t('records.chainHead', { sequence: entry.sequence })}</p>
      <code>{entry.hash}</code>
      <p>{t(key?.fingerprint == null ? 'records.noWorkstationKey' : 'records.workstationKey')}</p>
      {key?.fingerprint != null && <code>{key.fingerprint}</code>}
    </details>
  )
}
