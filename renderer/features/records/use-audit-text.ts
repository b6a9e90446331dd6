import { useText } from '#renderer/text/use-text.ts'
import { auditTypes } from './audit-types.ts'

/** Names what was done; a type newer than this program is shown as it is. */
export function useAuditText(): (type: string) => string {
  const { t } = useText()
  return type => {
    const known = auditTypes.find(candidate => candidate === type)
    return known === undefined ? type : t(`audit.${known}`)
  }
}
