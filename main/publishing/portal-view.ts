import type { PortalView } from '#common/api/views'
import type { Portal } from '#common/domain/portal'
import type { Core } from '#main/core/capability'
import { isShown } from './read-back'
import { keysToSend } from './register-keys'

export function toPortalView(core: Core, portal: Portal): PortalView {
  const { store } = core
  let live = 0
  for (const publication of store.all('publications').values()) {
    if (publication.portal === portal.id && isShown(publication)) live += 1
  }
  return {
    ...portal,
    hasCredentials: store.get('secrets', portal.id) !== undefined,
    live,
    keysToSend: keysToSend(core, portal),
    publicUrl: portal.publicUrl ?? portal.url,
  }
}
