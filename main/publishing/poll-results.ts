import type { Output } from '#common/api/contract'
import { problem } from '#common/api/problems/problem'
import { ok, refuse } from '#common/domain/result'
import type { Handlers } from '#main/core/capability'
import type { PublishingParts } from './publishing-parts'
import { problemOf } from './settle-job'

type Results = Output<'polls.results'>['results']

/** Asks every portal an article is on what readers answered; a portal that counts no votes is left out. */
export function createPollHandlers(parts: PublishingParts): Handlers<'polls.results'> {
  const { core, line, secrets } = parts
  return {
    'polls.results': async ({ article }) => {
      const portals = [...core.store.all('publications').values()]
        .filter(publication => publication.article === article && publication.confirmedSequence > 0)
        .flatMap(publication => core.store.get('portals', publication.portal) ?? [])
      const results: Results = []
      for (const portal of portals) {
        if (line.offline) return refuse(problem('portal-unreachable', { url: portal.url }))
        const token = secrets.read(portal.id)
        if (token === null) return refuse(problem('secrets-locked'))
        const connector = parts.connectorFor(portal, token)
        const outcome = await connector.pollResult(article).finally(connector.close)
        if (outcome.kind !== 'done') return refuse(problemOf(portal, outcome))
        if (outcome.value !== null)
          results.push({ portal: portal.id, name: portal.name, poll: outcome.value })
      }
      return ok({ results })
    },
  }
}
