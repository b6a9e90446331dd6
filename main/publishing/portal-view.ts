import type { PortalView } from '#common/api/views'
import type { Portal } from '#common/domain/portal'
import type { Core } from '#main/core/capability'
import { isShown } from './read-back'

export function toPortalView({ store }: Core, portal: Portal): PortalView {
  let live = 0
  for (const publication of store.all('publications').values()) {
    if (publication.portal === portal.id && isShown(publication)) live += 1
  }
  return {
    ...portal,
    hasCredentials: store.get('secrets', portal.id) !== undefined,
    live,
    publicUrl: portal.publicUrl ?? portal.url,
  }
}
