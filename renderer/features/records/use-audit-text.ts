import type { AuditEntry } from '#common/api/views'
import { auditTypes } from '#common/domain/audit-types'
import { decisions } from '#common/domain/job'
import { useText } from '#renderer/text/use-text.ts'

/** Names what was done; a type newer than this program is shown as it is. */
export function useAuditText(): (type: string, details?: AuditEntry['details']) => string {
  const { t } = useText()
  return (type, details) => {
    const decision = decisions.find(candidate => candidate === details?.decision)
    if (type === 'publication.decided' && decision !== undefined)
      return t('records.decided', { decision: t(`decisions.${decision}`) })
    const known = auditTypes.find(candidate => candidate === type)
    return known === undefined ? type : t(`audit.${known}`)
  }
}
