import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Environment } from '#common/domain/environment'
import type { Files } from '../files/files'
import { writeAll } from '../files/write-all'
import { BackupError, stopWhenCancelled, targetFault } from './backup-error'
import { isInside } from './backup-files'
import { type BackedUpFile, type NamedBackup, openRepository, type Repository } from './repository'

export interface RestoreOptions {
  readonly files: Files
  readonly environment: Environment
  /** The repository itself (`<chosen folder>/sao-luu-toa-soan`). */
  readonly repository: string
  readonly backup: string
  /** Must not exist, or be empty. */
  readonly to: string
  readonly onFile: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/**
 * Puts a backup into a folder of its own, every byte hashed on the way. `workspace.json` comes last: what broke off is no
 * workspace. Rejects with BackupError; nothing that was there before is touched.
 */
export async function restoreBackup(options: RestoreOptions): Promise<NamedBackup> {
  const { files, environment, to, signal } = options
  const repository = openRepository(files, environment, options.repository)
  const backup = await repository.find(options.backup)
  const list = await repository.filesOf(backup)
  await checkTarget(files, repository, to)
  // A list is data from a stick: none of its paths may lead out of the new folder.
  for (const { path } of list)
    if (!isInside(join(to, path), to) || join(to, path) === to) throw new BackupError('not-whole', path)
  const last = list.filter(({ path }) => path === 'workspace.json')
  if (last.length !== 1) throw new BackupError('not-whole', repository.directory, 'workspace.json')
  const folders = new Set<string>([dirname(to)])
  const newName = join(to, 'workspace.json.tmp')
  const ordered = [...list.filter(file => !last.includes(file)), ...last]
  for (const [done, file] of ordered.entries()) {
    stopWhenCancelled(signal, to)
    options.onFile(done, ordered.length)
    await takeOut(files, repository, file, last.includes(file) ? newName : join(to, file.path), folders)
  }
  await syncAll(files, folders, to)
  await files
    .rename(newName, join(to, 'workspace.json'))
    .catch(error => Promise.reject(targetFault(error, to)))
  await syncAll(files, new Set([to]), to)
  return backup
}

async function checkTarget(files: Files, repository: Repository, to: string): Promise<void> {
  try {
    if ((await files.names(to)).length > 0) throw new BackupError('folder-taken', to)
    await files.makeDirectory(to)
    if (isInside(await files.realPath(to), await files.realPath(repository.directory)))
      throw new BackupError('folder-inside', to)
  } catch (error) {
    throw targetFault(error, to)
  }
}

async function takeOut(
  files: Files,
  repository: Repository,
  { path, size, sha256 }: BackedUpFile,
  target: string,
  folders: Set<string>,
): Promise<void> {
  const source = repository.objects.pathOf(sha256)
  const hash = createHash('sha256')
  let done = 0
  try {
    if (!folders.has(dirname(target))) await files.makeDirectory(dirname(target))
    folders.add(dirname(target))
    const file = await files.open(target, 'create')
    try {
      for await (const chunk of readObject(files, source)) {
        hash.update(chunk)
        await writeAll(file, chunk, done)
        done += chunk.byteLength
      }
      await file.dataSync()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw targetFault(error, target)
  }
  if (done !== size || hash.digest('hex') !== sha256) throw new BackupError('not-whole', source, path)
}

async function* readObject(files: Files, source: string): AsyncIterable<Uint8Array> {
  try {
    yield* files.stream(source)
  } catch (error) {
    throw new BackupError('not-whole', source, error instanceof Error ? error.message : String(error))
  }
}

async function syncAll(files: Files, folders: ReadonlySet<string>, to: string): Promise<void> {
  for (const folder of folders)
    await files.syncDirectory(folder).catch(error => Promise.reject(targetFault(error, to)))
}
