import { type Problem, problem } from '#common/api/problems/problem'
import type { BlobHash } from '#common/domain/ids'
import type { Portal } from '#common/domain/portal'
import type { Publication } from '#common/domain/publication'
import { ok, type Result, refuse } from '#common/domain/result'
import type { SoughtPage } from '#main/connectors/connector'
import type { Core } from '#main/core/capability'
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
  { core, line, secrets, connectorFor }: PublishingParts,
  portal: Portal,
  publication: Publication,
): Promise<Result<TheirText, Problem>> {
  const token = secrets.read(portal.id)
  if (token === null) return refuse(problem('secrets-locked'))
  const connector = connectorFor(portal, token)
  try {
    const url = publication.url ?? portal.url
    if (connector.theirs === null) return refuse(problem('drift-unreadable', { url }))
    if (line.offline) return refuse(problem('portal-unreachable', { url: portal.url }))
    const found = await connector.theirs(await soughtPage(core, publication, url))
    if (found.kind !== 'done') return refuse(problemOf(portal, found))
    if (found.value === null) return refuse(problem('drift-unreadable', { url }))
    return ok({ html: found.value, seen: hashOf(found.value) })
  } finally {
    await connector.close()
  }
}

/** The published page, with the pictures and files that went with it. */
export async function soughtPage(
  core: Core,
  { article, slug, revision }: Publication,
  url: string,
): Promise<SoughtPage> {
  const facts = revision === null ? null : await readRevisionFacts(core, revision)
  return { article, slug, url, blobs: facts?.blobs.map(({ hash }) => hash) ?? [] }
}
