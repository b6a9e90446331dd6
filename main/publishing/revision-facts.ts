import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type BlobReference, revisionBody } from '#common/document/revision-body'
import type { Approval } from '#common/domain/article'
import { type BlobHash, blobHash, instant, type RevisionHash } from '#common/domain/ids'
import type { Core } from '#main/core/capability'

export interface RevisionBlob {
  readonly hash: BlobHash
  readonly use: BlobReference['use']
  /** Alternative text of a picture, name of a file: what a person knows it by. */
  readonly label: string
  readonly mediaType: string
  readonly sizeBytes: number
}

/** What publishing has to know of a frozen text. */
export interface RevisionFacts {
  readonly blobs: readonly RevisionBlob[]
  readonly blobBytes: number
  readonly category: string | null
  readonly expiresAt: string | null
  readonly hotUntil: string | null
}

/** Read from the stored bytes, whose hash the store checks; rejects with BlobError when they are missing or damaged. */
export async function readRevisionFacts(core: Core, revision: RevisionHash): Promise<RevisionFacts> {
  const text = await readText(core, blobHash.parse(revision))
  const body = revisionBody.parse(JSON.parse(text))
  const labels = pictureLabels(body.document)
  const blobs = await Promise.all(
    body.blobs.map(async (reference): Promise<RevisionBlob> => {
      const record = core.store.get('media', reference.hash)
      return {
        hash: reference.hash,
        use: reference.use,
        label: (labels.get(reference.hash) ?? reference.fileName ?? record?.fileName ?? '').slice(0, 300),
        mediaType: reference.mediaType ?? record?.mediaType ?? 'application/octet-stream',
        sizeBytes: (await core.store.blobs.size(reference.hash)) ?? 0,
      }
    }),
  )
  const attribute = (name: string): unknown => Reflect.get(Object(body.document.attrs), name)
  const date = (name: string) => {
    const found = instant.safeParse(attribute(name))
    return found.success ? found.data : null
  }
  return {
    blobs,
    blobBytes: blobs.reduce((sum, blob) => sum + blob.sizeBytes, 0),
    category: z.string().nullable().catch(null).parse(attribute('category')),
    expiresAt: date('expiresAt'),
    hotUntil: date('hotUntil'),
  }
}

export async function readText(core: Core, hash: BlobHash): Promise<string> {
  return new TextDecoder().decode(await core.store.blobs.read(hash))
}

export function hashOf(bytes: Uint8Array | string): BlobHash {
  return blobHash.parse(createHash('sha256').update(bytes).digest('hex'))
}

/** More than a portal ever waits for: fewer than one screen asks for would all be read again each time. */
const mostKnown = 20_000

/** What pushing an approved text comes to: the text itself and everything it shows. */
export interface PushLoad {
  readonly bytes: number
  readonly files: number
}
export type ReadLoad = (approved: Pick<Approval, 'revision' | 'html'>) => Promise<PushLoad>

/** Loads of immutable bytes, kept for the screens that ask for them again and again; each is read from the disk once. */
export function cachedPushLoads(core: Core): ReadLoad {
  const known = new Map<RevisionHash, PushLoad>()
  return async ({ revision, html }) => {
    const before = known.get(revision)
    if (before !== undefined) return before
    const [facts, htmlBytes] = await Promise.all([
      readRevisionFacts(core, revision),
      core.store.blobs.size(html),
    ])
    const load = { bytes: facts.blobBytes + (htmlBytes ?? 0), files: facts.blobs.length }
    if (known.size >= mostKnown) known.clear()
    known.set(revision, load)
    return load
  }
}

/** Walks the stored JSON: a revision of an older schema must be readable too. */
function pictureLabels(document: unknown, found = new Map<string, string>()): Map<string, string> {
  const node = Object(document)
  const attrs = Object(node.attrs)
  if (node.type === 'figure' && typeof attrs.image === 'string' && typeof attrs.alt === 'string') {
    if (attrs.alt !== '') found.set(attrs.image, attrs.alt)
  }
  if (Array.isArray(node.content)) for (const child of node.content) pictureLabels(child, found)
  return found
}
