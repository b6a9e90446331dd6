import { join } from 'node:path'
import type { Environment } from '#common/domain/environment'
import type { ArticleId } from '#common/domain/ids'
import { fileStamp } from '#common/domain/vietnam-time'
import { collections, type NewsroomCollections } from '#main/core/collections'
import { BackupError, stopWhenCancelled, targetFault } from '#main/store/backup/backup-error'
import { overlayFiles } from '#main/store/backup/overlay-files'
import { errorCode } from '#main/store/files/error-code'
import type { Files } from '#main/store/files/files'
import { openStore } from '#main/store/open-store'
import type { Store } from '#main/store/store'
import type { TaskProgress } from '../task'
import { type ExportedArticle, exportArticle } from './export-article'
import { type ExportPlace, folderPlace, unfinishedSuffix } from './export-place'
import { readMe } from './read-me'
import { zipPlace } from './zip-place'

export interface ExportOptions {
  readonly files: Files
  readonly environment: Environment
  /** Somebody may be writing to it; it is only read. */
  readonly workspace: string
  readonly folder: string
  readonly organisation: string
  readonly articles: readonly ArticleId[] | null
  /** One file instead of a folder. */
  readonly zip: boolean
  readonly onProgress: TaskProgress
  readonly signal: AbortSignal
}

export interface ExportedArticles {
  /** Of the folder, or of the zip. */
  readonly path: string
  readonly articles: number
  readonly files: number
  readonly bytes: number
}

/** A copy in memory of what opening would mend: nobody is a newer writer than this reader. */
const newerThanAll = Number.MAX_SAFE_INTEGER

/**
 * Writes articles as JSON, HTML and files into a new folder or zip below `folder`, one article after another, however many there
 * are. A workspace that only reads can be exported too; what is unreadable is named in README.txt. Rejects with BackupError.
 */
export async function exportArticles(options: ExportOptions): Promise<ExportedArticles> {
  const { files, environment, workspace, folder, onProgress, signal } = options
  if ((await files.size(folder).catch(() => null)) === null) throw new BackupError('folder-missing', folder)
  const store = await openReadOnly(options)
  const name = join(folder, `tin-bai-${fileStamp(environment.now())}`)
  let place: ExportPlace | null = null
  try {
    const path = await freeName(files, name, options.zip ? '.zip' : '')
    const to = options.zip ? await zipPlace(files, path, environment.now()) : folderPlace(files, path)
    place = to
    const wanted = new Set<string>(options.articles ?? store.all('articles').keys())
    const cards = [...store.all('articles').values()].filter(({ id }) => wanted.has(id))
    const done: ExportedArticle[] = []
    const write = async (file: string, data: string): Promise<number> => {
      const bytes = Buffer.from(data)
      await to.write(file, bytes)
      return bytes.byteLength
    }
    for (const card of cards) {
      stopWhenCancelled(signal, folder)
      onProgress('writing', done.length, cards.length)
      done.push(await exportArticle({ store, to, card, now: environment.now() }))
    }
    const list = done.map(({ bytes: _bytes, files: _files, ...entry }) => entry)
    let bytes = await write('danh-sach.json', `${JSON.stringify(list, null, 2)}\n`)
    bytes += await write('README.txt', readMe(options.organisation, done, environment.now()))
    await to.finish()
    return {
      path,
      articles: done.length,
      files: done.reduce((sum, entry) => sum + entry.files, 2),
      bytes: done.reduce((sum, entry) => sum + entry.bytes, bytes),
    }
  } catch (error) {
    await place?.abandon()
    throw errorCode(error) === null ? error : targetFault(error, folder)
  } finally {
    await store.close().catch(() => {})
  }

  function openReadOnly({ files: disk }: ExportOptions): Promise<Store<NewsroomCollections>> {
    return openStore<NewsroomCollections>({
      directory: workspace,
      collections,
      files: overlayFiles(disk),
      environment,
      epoch: newerThanAll,
    })
  }
}

async function freeName(files: Files, path: string, suffix: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = (number === 1 ? path : `${path}-${number}`) + suffix
    const taken = (await files.size(name)) ?? (await files.size(name + unfinishedSuffix))
    if (taken === null) return name
  }
}
