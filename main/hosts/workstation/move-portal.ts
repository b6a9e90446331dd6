import { portalId } from '#common/domain/ids'
import { auditEvent } from '#main/core/capability'
import type { Newsroom } from '#main/newsroom'
import { embeddedPortalSetting } from './noted-settings'

/** The embedded portal may have got another port since last time; what readers see moved with it. */
export async function movePortal(newsroom: Newsroom, url: string): Promise<void> {
  const { store } = newsroom
  const id = portalId.safeParse(store.get('settings', embeddedPortalSetting)?.value)
  const portal = id.success ? store.get('portals', id.data) : undefined
  if (portal === undefined || portal.url === url || store.health.kind !== 'writable') return
  await store.loaded
  // Closed before everything was read: the next start moves it.
  if (!store.isLoaded) return
  const moved = [...store.all('publications').values()]
    .filter(publication => publication.portal === portal.id && publication.url?.startsWith(portal.url))
    .map(publication => ({
      collection: 'publications' as const,
      put: { ...publication, url: publication.url?.replace(portal.url, url) ?? null },
    }))
  await store.commit({
    event: auditEvent(newsroom, 'portal.moved', null, portal.id, { url }),
    changes: [{ collection: 'portals', put: { ...portal, url } }, ...moved],
  })
}
