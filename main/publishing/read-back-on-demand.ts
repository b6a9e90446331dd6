import { type Problem, problem } from '#common/api/problems/problem'
import type { AccountId, ArticleId } from '#common/domain/ids'
import type { Publication } from '#common/domain/publication'
import { ok, type Result, refuse } from '#common/domain/result'
import { auditEvent } from '#main/core/capability'
import { announceJobs } from './move-job'
import type { PublishingParts } from './publishing-parts'
import { isRight, readBackPublication } from './read-back'

/** Reads an article's public pages again and keeps what was seen; needs no credentials. */
export async function readBackOnDemand(
  parts: PublishingParts,
  article: ArticleId,
  actor: AccountId,
): Promise<Result<null, Problem>> {
  const { core, line } = parts
  const publications = [...core.store.all('publications').values()].filter(
    publication => publication.article === article && publication.confirmedSequence > 0,
  )
  const [first] = publications
  if (first === undefined) {
    return refuse(problem('decision-not-possible', { decision: 'read-back', state: 'none' }))
  }
  for (const publication of publications) {
    const portal = core.store.get('portals', publication.portal)
    if (portal === undefined) continue
    if (line.offline) return refuse(problem('portal-unreachable', { url: portal.url }))
    const connector = parts.connectorFor(portal, null)
    const readBack = await readBackPublication(core, connector, portal, publication).finally(connector.close)
    if (readBack === null) return refuse(problem('portal-unreachable', { url: portal.url }))
    const now = core.store.get('publications', publication.id)
    // A decision confirmed meanwhile brought its own read-back; this one is about what readers saw before.
    if (!isSame(now, publication)) continue
    const event = auditEvent(core, 'publication.read-back', actor, article, {
      portal: portal.id,
      sequence: publication.confirmedSequence,
      right: isRight(readBack),
    })
    await core.store.commit({ event, changes: [{ collection: 'publications', put: { ...now, readBack } }] })
  }
  announceJobs(parts, [article])
  return ok(null)
}

function isSame(now: Publication | undefined, before: Publication): now is Publication {
  return now !== undefined && now.confirmedSequence === before.confirmedSequence
}
