import type { Revision } from '#common/domain/article'
import { instantNow } from '#common/domain/environment'
import type { ReadBack } from '#common/domain/job'
import type { Portal } from '#common/domain/portal'
import type { Publication } from '#common/domain/publication'
import type { Connector, PublicReader } from '#main/connectors/connector'
import type { Core } from '#main/core/capability'
import { hashOf, readRevisionFacts } from './revision-facts'

type Part = ReadBack['parts'][number]

/**
 * What an anonymous reader of the public page gets, compared with what was approved (P6). Null when the page or a part
 * gave no whole answer: nothing is known then, and nothing turns green.
 */
export async function readBackPublication(
  core: Core,
  connector: Connector,
  portal: Portal,
  publication: Publication,
): Promise<ReadBack | null> {
  const reader = connector.reader()
  try {
    const parts = isShown(publication)
      ? await compareParts(core, reader, publication)
      : await compareAbsence(reader, publication)
    if (parts === null) return null
    const readBack = { at: instantNow(core.environment), url: publication.url ?? portal.url, parts }
    // A network's sign-in page looks like a changed page, or like an absent one: is it the portal that answered?
    const doubtful = !isRight(readBack) || !isShown(publication)
    return doubtful && (await connector.describe()).kind !== 'done' ? null : readBack
  } finally {
    await reader.close()
  }
}

export function isShown(publication: Publication): boolean {
  return publication.state === 'live' || publication.state === 'corrected'
}

export function isRight(readBack: ReadBack): boolean {
  return readBack.parts.every(part => part.verdict === 'right')
}

async function compareAbsence(reader: PublicReader, publication: Publication): Promise<Part[] | null> {
  const gone: Part = { part: 'absence', label: '', verdict: 'right' }
  if (publication.url === null) return [gone]
  const page = await reader.page(publication.url)
  if (page.kind === 'unreadable' || page.status >= 500) return null
  return [page.status === 404 || page.status === 410 ? gone : { ...gone, verdict: 'different' }]
}

async function compareParts(
  core: Core,
  reader: PublicReader,
  publication: Publication,
): Promise<Part[] | null> {
  const revision = findRevision(core, publication)
  if (revision === undefined) throw new RangeError(`no revision record for ${publication.id}`)
  const text = await compareText(core, reader, publication, revision)
  if (text === null) return null
  const parts = [text]
  const facts = await readRevisionFacts(core, revision.hash)
  for (const blob of facts.blobs) {
    const answer = await reader.blob(blob.hash, blob.sizeBytes)
    if (answer.kind === 'unreadable' || answer.status >= 500) return null
    const found = answer.status === 200
    const same = found && hashOf(answer.body) === blob.hash
    const verdict = same ? 'right' : found ? 'different' : 'missing'
    parts.push({ part: blob.use, label: blob.label, verdict })
  }
  return parts
}

async function compareText(
  core: Core,
  reader: PublicReader,
  publication: Publication,
  revision: Revision,
): Promise<Part | null> {
  const headline = core.store.get('articles', publication.article)?.headline ?? ''
  const part: Part = { part: 'text', label: headline.slice(0, 300), verdict: 'missing' }
  if (publication.url === null) return part
  const page = await reader.page(publication.url)
  if (page.kind === 'unreadable' || page.status >= 500) return null
  if (page.status !== 200) return part
  const html = await core.store.blobs.read(revision.html)
  return { ...part, verdict: Buffer.from(page.body).includes(Buffer.from(html)) ? 'right' : 'different' }
}

function findRevision(core: Core, publication: Publication): Revision | undefined {
  for (const revision of core.store.all('revisions').values()) {
    if (revision.article === publication.article && revision.hash === publication.revision) return revision
  }
  return undefined
}
