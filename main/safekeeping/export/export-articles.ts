import { join } from 'node:path'
import type { Environment } from '#common/domain/environment'
import type { ArticleId } from '#common/domain/ids'
import { fileStamp } from '#common/domain/vietnam-time'
import { collections, type NewsroomCollections } from '#main/core/collections'
import { BackupError, stopWhenCancelled, targetFault } from '#main/store/backup/backup-error'
import { overlayFiles } from '#main/store/backup/overlay-files'
import { errorCode } from '#main/store/files/error-code'
import type { Files } from '#main/store/files/files'
import { replaceFile } from '#main/store/files/replace-file'
import { openStore } from '#main/store/open-store'
import type { Store } from '#main/store/store'
import type { TaskProgress } from '../task'
import { type ExportedArticle, exportArticle } from './export-article'
import { readMe } from './read-me'

export interface ExportOptions {
  readonly files: Files
  readonly environment: Environment
  /** Somebody may be writing to it; it is only read. */
  readonly workspace: string
  readonly folder: string
  readonly organisation: string
  readonly articles: readonly ArticleId[] | null
  readonly onProgress: TaskProgress
  readonly signal: AbortSignal
}

export interface ExportedArticles {
  readonly directory: string
  readonly articles: number
  readonly files: number
  readonly bytes: number
}

/** While it is being written the folder's name says so. */
const unfinishedSuffix = '-dang-do'

/** A copy in memory of what opening would mend: nobody is a newer writer than this reader. */
const newerThanAll = Number.MAX_SAFE_INTEGER

/**
 * Writes articles as JSON, HTML and files into a new folder below `folder`, one article after another, however many there
 * are. A workspace that only reads can be exported too; what is unreadable is named in README.txt. Rejects with BackupError.
 */
export async function exportArticles(options: ExportOptions): Promise<ExportedArticles> {
  const { files, environment, workspace, folder, onProgress, signal } = options
  if ((await files.size(folder).catch(() => null)) === null) throw new BackupError('folder-missing', folder)
  const store = await openReadOnly(options)
  const directory = await freeName(files, join(folder, `tin-bai-${fileStamp(environment.now())}`))
  const unfinished = directory + unfinishedSuffix
  try {
    const wanted = new Set<string>(options.articles ?? store.all('articles').keys())
    const cards = [...store.all('articles').values()].filter(({ id }) => wanted.has(id))
    const done: ExportedArticle[] = []
    const write = async (path: string, data: string): Promise<number> => {
      const bytes = Buffer.from(data)
      await replaceFile(files, join(unfinished, path), bytes)
      return bytes.byteLength
    }
    await files.makeDirectory(unfinished)
    for (const card of cards) {
      stopWhenCancelled(signal, folder)
      onProgress('writing', done.length, cards.length)
      done.push(await exportArticle({ files, store, directory: unfinished, card, now: environment.now() }))
    }
    const list = done.map(({ bytes: _bytes, files: _files, ...entry }) => entry)
    let bytes = await write('danh-sach.json', `${JSON.stringify(list, null, 2)}\n`)
    bytes += await write('README.txt', readMe(options.organisation, done, environment.now()))
    await files.rename(unfinished, directory)
    await files.syncDirectory(folder)
    return {
      directory,
      articles: done.length,
      files: done.reduce((sum, entry) => sum + entry.files, 2),
      bytes: done.reduce((sum, entry) => sum + entry.bytes, bytes),
    }
  } catch (error) {
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

async function freeName(files: Files, path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? path : `${path}-${number}`
    const taken = (await files.size(name)) ?? (await files.size(name + unfinishedSuffix))
    if (taken === null) return name
  }
}
