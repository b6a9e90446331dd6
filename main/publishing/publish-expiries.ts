import type { Publication } from '#common/domain/publication'
import { commitOrder } from './enqueue'
import { announceJobs } from './move-job'
import type { PublishingParts } from './publishing-parts'
import { isShown } from './read-back'

/**
 * Queues `expire` for everything whose time has come (P10); nobody has to remember it. Resolves to when the next one
 * falls due, in milliseconds since the epoch, null when none is known.
 */
export async function queueExpiries(parts: PublishingParts): Promise<number | null> {
  const { core, queue } = parts
  const nowMs = core.environment.now()
  let nextMs: number | null = null
  for (const publication of core.store.all('publications').values()) {
    const dueMs = expiryMs(publication)
    if (dueMs === null || queue.of(publication.portal, publication.article).length > 0) continue
    if (dueMs > nowMs) nextMs = Math.min(nextMs ?? dueMs, dueMs)
    else await queueExpiry(parts, publication)
  }
  return nextMs
}

function expiryMs(publication: Publication): number | null {
  return isShown(publication) && publication.expiresAt !== null ? Date.parse(publication.expiresAt) : null
}

async function queueExpiry(parts: PublishingParts, publication: Publication): Promise<void> {
  const portal = parts.core.store.get('portals', publication.portal)
  if (portal === undefined) return
  const expire = { wanted: { decision: 'expire' }, revision: null, blobs: [], textBytes: 0 } as const
  const queued = commitOrder(parts, publication.article, portal, expire, null)
  if (!queued.ok) return
  await queued.value
  announceJobs(parts, [publication.article])
}
