import { join } from 'node:path'
import type { ArticleId, BlobHash } from '#common/domain/ids'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'
import { fileEnding } from '../page/file-ending'
import { sha256 } from '../page/sha256'
import { atomFeed, type FeedEntry } from './feed'
import { approvedOf, blobAddress, indexPage, type Site } from './pages'
import { type FolderRecord, readRecord, readRecords, writeRecord } from './record'

const mostListed = 500
const mostInFeed = 20

/** The files of a folder that is a web site: each is replaced whole, and synced before anything says so. */
export interface FolderSite {
  blobPath(hash: BlobHash): Promise<string | null>
  putBlob(hash: BlobHash, bytes: Uint8Array, mediaType: string): Promise<void>
  /** Bytes under the folder, null where there is no such file. */
  read(path: string): Promise<Uint8Array | null>
  record(article: ArticleId): Promise<FolderRecord | null>
  records(): Promise<readonly FolderRecord[]>
  /** `page` null removes the one that is there. The record comes first: it says what the page is to become. */
  write(record: FolderRecord, page: string | null): Promise<void>
  /** The record's page and both lists are as we would write them. */
  isWhole(record: FolderRecord): Promise<boolean>
  /** Somebody else changed the page, or took it away. */
  isEdited(record: FolderRecord): Promise<boolean>
}

export function createFolderSite(
  files: Files,
  root: string,
  site: () => Site,
  base: string | null,
): FolderSite {
  /** Read once: whoever owns the folder's marker is the only one to write. */
  let known: Map<ArticleId, FolderRecord> | null = null

  const at = (path: string) => join(root, ...path.split('/'))
  const pagePath = ({ slug }: FolderRecord) => `bai/${slug}.html`

  async function put(path: string, content: string | Uint8Array): Promise<void> {
    await files.makeDirectory(at(path.slice(0, Math.max(0, path.lastIndexOf('/')))))
    await replaceFile(files, at(path), Buffer.from(content))
  }

  async function pageHash(record: FolderRecord): Promise<string | null> {
    const bytes = await files.read(at(pagePath(record)))
    return bytes === null ? null : sha256(bytes)
  }

  async function all(): Promise<Map<ArticleId, FolderRecord>> {
    known ??= new Map((await readRecords(files, root)).map(record => [record.article, record]))
    return known
  }

  async function lists(): Promise<readonly (readonly [string, string])[]> {
    const shown = [...(await all()).values()]
      .filter(({ state }) => state === 'live' || state === 'corrected')
      .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt) || a.article.localeCompare(b.article))
    const entries = await Promise.all(shown.slice(0, mostInFeed).map(feedEntry))
    return [
      ['index.html', indexPage(site(), shown.slice(0, mostListed))],
      ['feed.xml', atomFeed(site(), base, entries)],
    ]
  }

  async function feedEntry(record: FolderRecord): Promise<FeedEntry> {
    const bytes = await files.read(at(pagePath(record)))
    const approved = bytes === null ? '' : (approvedOf(new TextDecoder().decode(bytes)) ?? '')
    const paths = new Map<string, string>()
    for (const [, hash = ''] of approved.matchAll(blobAddress)) {
      paths.set(hash, (await folder.blobPath(hash as BlobHash)) ?? '')
    }
    const content = approved.replace(blobAddress, (_whole, hash: string) => `"${paths.get(hash)}"`)
    return { record, content }
  }

  const folder: FolderSite = {
    blobPath: async hash => {
      const directory = `tep/${hash.slice(0, 2)}`
      const name = (await files.names(at(directory))).find(
        found => found.startsWith(`${hash}.`) && !found.endsWith('.tmp'),
      )
      return name === undefined ? null : `${directory}/${name}`
    },
    putBlob: (hash, bytes, mediaType) =>
      put(`tep/${hash.slice(0, 2)}/${hash}.${fileEnding(mediaType)}`, bytes),
    read: path => files.read(at(path)),
    record: article => readRecord(files, root, article),
    records: async () => [...(await all()).values()],
    write: async (record, page) => {
      const before = await readRecord(files, root, record.article)
      const written = await all()
      await writeRecord(files, root, record)
      written.set(record.article, record)
      if (page !== null) await put(pagePath(record), page)
      else await removePage(record)
      if (before !== null && before.slug !== record.slug) await removePage(before)
      for (const [path, content] of await lists()) await put(path, content)
    },
    isWhole: async record => {
      if ((await pageHash(record)) !== record.page) return false
      for (const [path, content] of await lists()) {
        const bytes = await files.read(at(path))
        if (bytes === null || new TextDecoder().decode(bytes) !== content) return false
      }
      return true
    },
    isEdited: async record => {
      const now = await pageHash(record)
      return now !== record.page && now !== record.before
    },
  }
  return folder

  async function removePage(record: FolderRecord): Promise<void> {
    await files.remove(at(pagePath(record)))
    await files.syncDirectory(at('bai')).catch(() => {})
  }
}
