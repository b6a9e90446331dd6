import { type Problem, problem } from '#common/api/problems/problem'
import type { BlobHash } from '#common/domain/ids'
import type { Portal } from '#common/domain/portal'
import type { Publication } from '#common/domain/publication'
import { ok, type Result, refuse } from '#common/domain/result'
import type { Connector } from '#main/connectors/connector'
import type { PublishingParts } from './publishing-parts'
import { hashOf, readRevisionFacts } from './revision-facts'
import { problemOf } from './settle-job'

export interface TheirText {
  /** The article as the portal holds it now, pictures and files of ours by their hash. */
  readonly html: string
  readonly seen: BlobHash
}

/** What the portal holds now of an article that readers see. */
export async function askTheirs(
  parts: PublishingParts,
  portal: Portal,
  publication: Publication,
): Promise<Result<TheirText, Problem>> {
  const token = parts.secrets.read(portal.id)
  if (token === null) return refuse(problem('secrets-locked'))
  const connector = parts.connectorFor(portal, token)
  return theirText(parts, connector, portal, publication).finally(connector.close)
}

export async function theirText(
  { core, line }: PublishingParts,
  connector: Connector,
  portal: Portal,
  publication: Publication,
): Promise<Result<TheirText, Problem>> {
  const url = publication.url ?? portal.url
  if (connector.theirs === null) return refuse(problem('drift-unreadable', { url }))
  if (line.offline) return refuse(problem('portal-unreachable', { url: portal.url }))
  const facts = publication.revision === null ? null : await readRevisionFacts(core, publication.revision)
  const found = await connector.theirs({
    article: publication.article,
    slug: publication.slug,
    url,
    blobs: facts?.blobs.map(({ hash }) => hash) ?? [],
  })
  if (found.kind !== 'done') return refuse(problemOf(portal, found))
  if (found.value === null) return refuse(problem('drift-unreadable', { url }))
  return ok({ html: found.value, seen: hashOf(found.value) })
}
