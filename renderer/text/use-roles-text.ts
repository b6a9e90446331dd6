import type { Role } from '#common/domain/account'
import { useText } from './use-text.ts'

/** "Người duyệt, Người vận hành" */
export function useRolesText(): (roles: readonly Role[]) => string {
  const { t } = useText()
  return roles => roles.map(role => t(`roles.${role}`)).join(', ')
}
