import { blobsOf, revisionBody } from '#common/document/revision-body'
import { schemaVersion } from '#common/document/schema'
import { toHtml } from '#common/document/to-html'
import type { Article, Revision } from '#common/domain/article'
import type { BlobHash } from '#common/domain/ids'
import { slug } from '#common/vietnamese/slug'
import type { NewsroomStore } from '#main/core/capability'
import { LiveDraft } from '#main/drafts/live-draft'
import { BlobError } from '#main/store/blobs/blob-store'
import type { ExportPlace } from './export-place'
import { pageAround } from './page-around'

export interface ExportedArticle {
  readonly headline: string
  readonly stage: Article['stage']
  /** Within the export. */
  readonly folder: string
  readonly revisions: number
  /** What could not be read, in words; the rest was written. */
  readonly missing: readonly string[]
  readonly files: number
  readonly bytes: number
}

interface Options {
  readonly store: NewsroomStore
  readonly to: ExportPlace
  readonly card: Article
  readonly now: number
}

interface NamedFile {
  readonly hash: BlobHash
  readonly path: string
  readonly fileName: string | null
  readonly mediaType: string | null
}

/** One article in a folder of its own: the draft as it is now, every frozen revision byte for byte, its files by name. */
export async function exportArticle(options: Options): Promise<ExportedArticle> {
  const { store, card, to } = options
  const folder = `tin-bai/${slug(card.headline).slice(0, 60) || 'tin'}-${card.id.slice(0, 6)}`
  const missing: string[] = []
  const total = { files: 0, bytes: 0 }
  const write = async (path: string, bytes: Uint8Array): Promise<void> => {
    await to.write(`${folder}/${path}`, bytes)
    total.files += 1
    total.bytes += bytes.byteLength
  }

  const document = await currentDocument(store, card)
  if (document === null) missing.push('bản nháp hiện tại')
  const named = new Map<BlobHash, NamedFile>()
  if (document !== null) for (const blob of blobsOf(document)) nameFile(blob.hash)

  const revisions = [...store.all('revisions').values()]
    .filter(({ article }) => article === card.id)
    .sort((a, b) => a.number - b.number)
  for (const revision of revisions) await exportRevision(revision)
  for (const file of named.values()) await copyFile(file)

  const about = {
    format: 'toa-soan/export',
    version: 1,
    exportedAt: new Date(options.now).toISOString(),
    article: card,
    people: peopleOf(store, card, revisions),
    publications: [...store.all('publications').values()].filter(({ article }) => article === card.id),
    revisions,
    files: [...named.values()],
    schema: schemaVersion,
    document: document?.toJSON() ?? null,
  }
  await write('tin.json', Buffer.from(`${JSON.stringify(about, null, 2)}\n`))
  if (document !== null)
    await write('tin.html', Buffer.from(pageAround(card.headline, withLocalFiles(toHtml(document), named))))
  const { headline, stage } = card
  return { headline, stage, folder, revisions: revisions.length, missing, ...total }

  function nameFile(hash: BlobHash): void {
    const record = store.get('media', hash)
    const given = record?.fileName ?? 'tep'
    // Pictures are stored as WebP whatever they came as.
    const fileName = record?.mediaType === 'image/webp' ? `${given.replace(/\.[^.]+$/, '')}.webp` : given
    named.set(hash, {
      hash,
      path: `tep/${hash.slice(0, 8)}-${fileName}`,
      fileName: record?.fileName ?? null,
      mediaType: record?.mediaType ?? null,
    })
  }

  /** The bytes that were hashed and signed, as they are. */
  async function exportRevision(revision: Revision): Promise<void> {
    const body = await read(revision.hash, `phiên bản ${revision.number}`)
    if (body !== null) {
      await write(`phien-ban/${revision.number}.json`, body)
      const parsed = revisionBody.safeParse(JSON.parse(Buffer.from(body).toString()))
      if (parsed.success) for (const blob of parsed.data.blobs) nameFile(blob.hash)
    }
    const html = await read(revision.html, `HTML của phiên bản ${revision.number}`)
    if (html !== null) await write(`phien-ban/${revision.number}.html`, html)
  }

  async function read(hash: string, what: string): Promise<Uint8Array | null> {
    try {
      return await store.blobs.read(hash as BlobHash)
    } catch (error) {
      if (!(error instanceof BlobError)) throw error
      missing.push(what)
      return null
    }
  }

  /** Streamed: a scan of a whole dossier need not fit into memory. */
  async function copyFile({ hash, path, fileName }: NamedFile): Promise<void> {
    const opened = await store.blobs.open(hash).catch((error: unknown) => {
      if (error instanceof BlobError) return null
      throw error
    })
    if (opened === null) return void missing.push(`tệp ${fileName ?? hash}`)
    total.bytes += await to.copy(`${folder}/${path}`, opened.stream)
    total.files += 1
  }
}

async function currentDocument(store: NewsroomStore, { id }: Article) {
  const log = await store.drafts.open(id)
  try {
    const draft = LiveDraft.load(log)
    return draft.ok ? draft.value.document : null
  } finally {
    await log.close()
  }
}

function withLocalFiles(html: string, named: ReadonlyMap<BlobHash, NamedFile>): string {
  return html.replaceAll(/\/blob\/([0-9a-f]{64})/g, (address, hash: string) => {
    const file = named.get(hash as BlobHash)
    return file === undefined ? address : file.path.split('/').map(encodeURIComponent).join('/')
  })
}

function peopleOf(
  store: NewsroomStore,
  card: Article,
  revisions: readonly Revision[],
): Readonly<Record<string, string>> {
  const ids = new Set<string>([card.createdBy, card.changedBy, ...card.authors])
  for (const { by, authors } of revisions) for (const id of [by, ...authors]) ids.add(id)
  if (card.approval !== null) ids.add(card.approval.by)
  return Object.fromEntries([...ids].map(id => [id, store.get('accounts', id)?.name ?? id]))
}
