import { createHash } from 'node:crypto'
import { articleId } from '#common/domain/ids'
import type { Files } from '../files/files'
import { type OpenStoreOptions, openStore } from '../open-store'
import type { Collections, Position } from '../store'
import { BackupError, stopWhenCancelled, targetFault } from './backup-error'
import { backupFiles, backupRoot } from './backup-files'
import { overlayFiles } from './overlay-files'
import type { BackedUpFile, Repository } from './repository'

/** Nobody else writes to what is in this memory. */
const newerThanAll = Number.MAX_SAFE_INTEGER

export interface Proof {
  readonly position: Position
  readonly counts: Readonly<Record<string, number>>
}

export type CopySchemas<C extends Collections> = Pick<OpenStoreOptions<C>, 'collections' | 'environment'>

/**
 * Opens the copy as a workspace, from the target's disk and without changing it: manifest, collections, the whole journal
 * behind them, every draft. Rejects with BackupError `not-whole` that names what is wrong.
 */
export async function proveCopy<C extends Collections>(
  files: Files,
  repository: Repository,
  list: readonly BackedUpFile[],
  schemas: CopySchemas<C>,
  onFile: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Proof> {
  const disk = overlayFiles(backupFiles(files, repository, list))
  const store = await openStore<C>({
    ...schemas,
    directory: backupRoot,
    files: disk,
    epoch: newerThanAll,
  }).catch((error: unknown) => Promise.reject(notWhole(repository, error)))
  try {
    await store.loaded
    if (store.health.kind !== 'writable') throw notWhole(repository, store.health.detail)
    if (store.recovery.checkpoint !== 'newest') throw notWhole(repository, 'checkpoint')
    const counts = Object.fromEntries(
      Object.keys(schemas.collections).map(name => [name, store.all(name).size]),
    )
    const drafts = await disk.names(`${backupRoot}/drafts`)
    for (const [done, name] of drafts.entries()) {
      stopWhenCancelled(signal, repository.directory)
      onFile(done, drafts.length)
      const article = articleId.safeParse(name)
      if (!article.success) continue
      const draft = await store.drafts.open(article.data)
      const damaged = draft.recovery.some(({ kind }) => kind === 'damaged')
      await draft.close()
      if (damaged) throw notWhole(repository, `drafts/${name}`)
    }
    return { position: store.head, counts }
  } catch (error) {
    throw error instanceof BackupError ? error : notWhole(repository, error)
  } finally {
    await store.close().catch(() => {})
  }
}

/** The hash of an object as it lies on the target's disk; rejects when it cannot be read. */
export async function isRight(files: Files, path: string, file: BackedUpFile): Promise<boolean> {
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of files.stream(path)) {
      hash.update(chunk)
      size += chunk.byteLength
    }
  } catch (error) {
    throw targetFault(error, path)
  }
  return size === file.size && hash.digest('hex') === file.sha256
}

function notWhole(repository: Repository, reason: unknown): BackupError {
  const detail = reason instanceof Error ? reason.message : String(reason)
  return new BackupError('not-whole', repository.directory, detail, { cause: reason })
}
