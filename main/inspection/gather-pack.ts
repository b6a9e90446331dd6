import { revisionBody } from '#common/document/revision-body'
import type { ArticleId, BlobHash } from '#common/domain/ids'
import type { PackArticle, PackBlob, PackFacts } from '#common/domain/inspection-pack'
import type { NewsroomStore } from '#main/core/capability'
import { BlobError } from '#main/store/blobs/blob-store'
import type { JournalEntry } from '#main/store/store'
import { gatherArticle } from './gather-article'

interface Options {
  readonly store: NewsroomStore
  readonly articles: readonly ArticleId[]
  readonly comments: boolean
  /** Called between articles; throws to stop. */
  readonly onArticle: (done: number) => void
}

const historyChunk = 5_000

/** Everything the pack's page says, read from stored bytes; nothing is derived again but the comparisons. */
export async function gatherPack({ store, articles, comments, onArticle }: Options): Promise<PackFacts> {
  const entries = await entriesOf(store, new Set<string>(articles))
  const gathered: PackArticle[] = []
  for (const id of articles) {
    onArticle(gathered.length)
    const card = store.get('articles', id)
    if (card === undefined) continue
    const about = { store, comments, entries: entries.get(id) ?? [] }
    gathered.push(await gatherArticle(about, card, gathered.length + 1))
  }
  return {
    people: peopleOf(store, gathered),
    keys: keysOf(store, gathered),
    blobs: await blobsOf(store, gathered),
    articles: gathered,
  }
}

/** One walk through the journal for all of them, each one's entries oldest first. */
async function entriesOf(
  store: NewsroomStore,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, JournalEntry[]>> {
  const found = new Map<string, JournalEntry[]>()
  for (let before: number | undefined; ; ) {
    const entries = await store.history({ limit: historyChunk, ...(before === undefined ? {} : { before }) })
    for (const entry of entries) {
      const { subject, type } = entry.event
      if (subject === null || !wanted.has(subject) || type.startsWith('comment.')) continue
      found.set(subject, [entry, ...(found.get(subject) ?? [])])
    }
    before = entries.at(-1)?.position.sequence
    if (entries.length < historyChunk || before === undefined) return found
  }
}

function peopleOf(store: NewsroomStore, articles: readonly PackArticle[]): Record<string, string> {
  const ids = new Set<string | null>()
  for (const { authors, revisions, approvals, urgent, pushes, threads, entries } of articles) {
    for (const id of authors) ids.add(id)
    for (const { by, authors } of revisions) for (const id of [by, ...authors]) ids.add(id)
    for (const { by } of approvals) ids.add(by)
    ids.add(urgent?.by ?? null)
    for (const { queuedBy } of pushes) ids.add(queuedBy)
    for (const { actor } of entries) ids.add(actor)
    for (const { comments, resolved } of threads)
      for (const id of [...comments.map(({ by }) => by), resolved?.by ?? null]) ids.add(id)
  }
  return Object.fromEntries(
    [...ids].flatMap(id => (id === null ? [] : [[id, store.get('accounts', id)?.name ?? id]])),
  )
}

/** The register's keys of those who approved something in the pack, or decided to publish it urgently. */
function keysOf(store: NewsroomStore, articles: readonly PackArticle[]): PackFacts['keys'] {
  const signers = new Set<string>(
    articles.flatMap(({ approvals, urgent }) => [
      ...approvals.map(({ by }) => by),
      ...(urgent === null ? [] : [urgent.by]),
    ]),
  )
  return [...store.all('accounts').values()]
    .filter(({ id }) => signers.has(id))
    .flatMap(({ id, keys }) =>
      keys.map(({ kid, publicJwk, demo, createdAt, retiredAt }) => ({
        kid,
        owner: id,
        publicJwk,
        demo,
        createdAt,
        retiredAt,
      })),
    )
}

const extensions: Readonly<Record<string, string>> = {
  'image/webp': 'webp',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
}

async function blobsOf(store: NewsroomStore, articles: readonly PackArticle[]): Promise<PackBlob[]> {
  const found = new Map<BlobHash, PackBlob>()
  for (const { body } of articles.flatMap(({ revisions }) => revisions)) {
    if (body === null) continue
    for (const { hash, fileName, mediaType } of revisionBody.parse(JSON.parse(body)).blobs) {
      if (found.has(hash)) continue
      const record = store.get('media', hash)
      const name = fileName ?? record?.fileName ?? 'anh'
      const type = mediaType ?? record?.mediaType ?? 'application/octet-stream'
      const extension = extensions[type] ?? /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin'
      const path = (await isWhole(store, hash)) ? `tep/${hash}.${extension}` : null
      found.set(hash, { hash, path, fileName: name, mediaType: type })
    }
  }
  return [...found.values()]
}

async function isWhole(store: NewsroomStore, hash: BlobHash): Promise<boolean> {
  try {
    await store.blobs.read(hash)
    return true
  } catch (error) {
    if (error instanceof BlobError) return false
    throw error
  }
}
