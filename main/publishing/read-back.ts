import { isDeepStrictEqual } from 'node:util'
import type { Revision } from '#common/domain/article'
import { instantNow } from '#common/domain/environment'
import type { ReadBack } from '#common/domain/job'
import type { Portal } from '#common/domain/portal'
import type { Publication } from '#common/domain/publication'
import type { Connector, PageFacts, PageReading, PublicReader } from '#main/connectors/connector'
import type { Core } from '#main/core/capability'
import { hashOf, type RevisionBlob, readRevisionFacts, readText } from './revision-facts'

type Part = ReadBack['parts'][number]

/**
 * What an anonymous reader of the public page gets, compared with what was approved (P6). Null when the page or a part
 * gave no whole answer, or a second look saw something else: nothing is known then, and nothing turns green.
 */
export async function readBackPublication(
  core: Core,
  connector: Connector,
  portal: Portal,
  publication: Publication,
): Promise<ReadBack | null> {
  const reader = connector.reader()
  const read = async (): Promise<ReadBack | null> => {
    const parts = isShown(publication)
      ? await compareParts(core, reader, portal, publication)
      : await compareAbsence(reader, publication)
    return parts === null
      ? null
      : { at: instantNow(core.environment), url: publication.url ?? portal.url, parts }
  }
  try {
    const first = await read()
    if (first === null || (isRight(first) && isShown(publication))) return first
    // A network's sign-in page looks like a changed page, or like an absent one: is it the portal that answered?
    if ((await connector.describe()).kind !== 'done') return null
    if (isRight(first)) return first
    const second = await read()
    return isDeepStrictEqual(second?.parts, first.parts) ? second : null
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
  const page = await reader.page(publication.url, null)
  if (page.kind === 'unreadable') return null
  if (page.kind !== 'absent') return [{ ...gone, verdict: 'different' }]
  const notice = publication.goneShown === true ? publication.gone : undefined
  if (notice === undefined) return [gone]
  const told = page.words.includes(notice.text.normalize('NFC').replace(/\s+/g, ' ').trim())
  return [gone, { part: 'notice', label: '', verdict: told ? 'right' : 'missing' }]
}

async function compareParts(
  core: Core,
  reader: PublicReader,
  portal: Portal,
  publication: Publication,
): Promise<Part[] | null> {
  const revision = findRevision(core, publication)
  const headline = core.store.get('articles', publication.article)?.headline ?? ''
  const html = revision === undefined ? null : await readText(core, revision.html)
  const page: PageReading =
    publication.url === null ? { kind: 'absent', words: '' } : await reader.page(publication.url, html)
  if (page.kind === 'unreadable') return null
  // Another workstation, or this one before it was restored, put a text there that nobody approved here.
  const text = page.kind === 'absent' ? 'missing' : revision === undefined ? 'different' : page.text
  const parts: Part[] = [{ part: 'text', label: headline.slice(0, 300), verdict: text }]
  if (revision === undefined) return parts
  const facts = await readRevisionFacts(core, revision.hash)
  for (const blob of facts.blobs) {
    const url = page.kind === 'absent' ? null : page.addressOf(blob.hash)
    const found = url === null ? 'missing' : await compareBlob(reader, url, blob)
    if (found === null) return null
    parts.push({ part: blob.use, label: blob.label, verdict: found })
  }
  return page.kind === 'shown' ? [...parts, ...misplaced(core, portal, publication, page.facts)] : parts
}

/** Category and date are parts only where the page says another one than was sent: not every portal tells them. */
function misplaced(
  core: Core,
  portal: Portal,
  { article, category, publishedAt }: Publication,
  facts: PageFacts | undefined,
): Part[] {
  const parts: Part[] = []
  const known = portal.categories.find(({ id }) => id === category)
  if (known !== undefined && facts?.category != null && isElsewhere(portal, known, facts.category))
    parts.push({ part: 'category', label: known.name, verdict: 'different' })
  const isUndated = core.store.get('articles', article)?.past?.publishedAt === null
  const shownAt = facts?.publishedAt ?? null
  if (!isUndated && publishedAt !== null && shownAt !== null && secondOf(shownAt) !== secondOf(publishedAt))
    parts.push({ part: 'date', label: publishedAt, verdict: 'different' })
  return parts
}

/** A name that no category bears may be the new one of ours. */
function isElsewhere(
  { categories }: Portal,
  known: Portal['categories'][number],
  told: NonNullable<PageFacts['category']>,
): boolean {
  if ('id' in told) return told.id !== known.id
  return told.name !== known.name && categories.some(({ name }) => name === told.name)
}

/** Some portals keep no more; -1 for what is no date. */
function secondOf(instant: string): number {
  const ms = Date.parse(instant)
  return Number.isNaN(ms) ? -1 : Math.floor(ms / 1_000)
}

async function compareBlob(
  reader: PublicReader,
  url: string,
  blob: RevisionBlob,
): Promise<Part['verdict'] | null> {
  const answer = await reader.blob(url, blob.sizeBytes)
  if (answer.kind === 'unreadable' || answer.status >= 500) return null
  if (answer.status !== 200) return 'missing'
  return hashOf(answer.body) === blob.hash ? 'right' : 'different'
}

function findRevision(core: Core, publication: Publication): Revision | undefined {
  for (const revision of core.store.all('revisions').values()) {
    if (revision.article === publication.article && revision.hash === publication.revision) return revision
  }
  return undefined
}
