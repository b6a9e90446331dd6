import type { AuditEntry } from '#common/api/views'
import { useText } from '#renderer/text/use-text.ts'

/** The newest link of the journal's chain; written down elsewhere, it later proves that nothing was taken away. */
export function ChainHead({ entry }: { readonly entry: AuditEntry | undefined }) {
  const { t } = useText()
  if (entry === undefined) return null
  return (
    <details className="chain-head">
      <summary>{t('ui.technical')}</summary>
      <p>{t('records.chainHead', { sequence: entry.sequence })}</p>
      <code>{entry.hash}</code>
    </details>
  )
}
