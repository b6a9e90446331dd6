import { type Problem, problem } from '#common/api/problems/problem'
import type { AccountId, ArticleId } from '#common/domain/ids'
import { ok, type Result, refuse } from '#common/domain/result'
import type { PublishingParts } from './publishing-parts'
import { readBackPublication } from './read-back'
import { recordLook } from './record-look'

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
    await recordLook(parts, publication, readBack, actor)
  }
  return ok(null)
}
