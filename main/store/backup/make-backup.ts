import { instantNow } from '#common/domain/environment'
import type { BlobHash } from '#common/domain/ids'
import type { Files } from '../files/files'
import { makeDurableDirectory } from '../files/make-durable-directory'
import type { Collections } from '../store'
import { readWorkspace } from '../workspace-file'
import { BackupError, stopWhenCancelled, targetFault } from './backup-error'
import { isInside } from './backup-files'
import { copyObjects } from './copy-objects'
import { type CopySchemas, isRight, proveCopy } from './prove-copy'
import {
  type BackedUpFile,
  backupFormat,
  encodeList,
  type NamedBackup,
  openRepository,
  type Repository,
  repositoryIn,
} from './repository'
import { keptBackups, type RetentionRules } from './retention'
import { sweepRepository } from './sweep-repository'

/** `copying` files, `reading` them back, `opening` the copy, `tidying` old backups away. */
export type BackupPhase = 'copying' | 'reading' | 'opening' | 'tidying'
export type BackupProgress = (phase: BackupPhase, done: number, total: number) => void

export interface MakeBackupOptions<C extends Collections> extends CopySchemas<C> {
  readonly files: Files
  /** The workspace; somebody may be writing to it, and made a checkpoint just before. */
  readonly workspace: string
  /** The journal's place that must be in the copy. */
  readonly atLeast: number
  /** The folder a person chose; must be there, for what makes it is the stick. */
  readonly folder: string
  readonly title: string
  /** Hash every object again, not only the new ones. */
  readonly thorough: boolean
  readonly retention: RetentionRules
  readonly onProgress: BackupProgress
  readonly signal: AbortSignal
}

export interface MadeBackup extends NamedBackup {
  /** Bytes that were not in the repository before. */
  readonly copiedBytes: number
  /** Backups removed by the retention rules. */
  readonly removed: readonly string[]
}

/**
 * Copies the workspace into the repository below `folder`, opens the copy, and only then lets the backup exist. Rejects
 * with BackupError; the backups that were there before are as they were.
 */
export async function makeBackup<C extends Collections>(options: MakeBackupOptions<C>): Promise<MadeBackup> {
  const { files, environment, workspace, folder, signal, onProgress } = options
  await checkFolder(files, workspace, folder)
  const repository = openRepository(files, environment, repositoryIn(folder))
  await makeDurableDirectory(files, repository.directory).catch(error =>
    Promise.reject(targetFault(error, folder)),
  )
  const { description } = await readWorkspace(files, workspace)
  const copied = await copyObjects(
    files,
    workspace,
    repository,
    { onFile: (done, total) => onProgress('copying', done, total) },
    signal,
  )
  await readBack(files, repository, copied.files, options.thorough ? null : copied.fresh, options)
  const proof = await proveCopy(
    files,
    repository,
    copied.files,
    options,
    (done, total) => onProgress('opening', done, total),
    signal,
  )
  if (proof.position.sequence < options.atLeast)
    throw new BackupError('not-whole', repository.directory, `ends at ${proof.position.sequence}`)
  stopWhenCancelled(signal, folder)
  const made = await exist(async () => {
    const { hash } = await repository.objects.write([encodeList(copied.files)], Number.POSITIVE_INFINITY)
    return repository.add({
      format: backupFormat,
      workspace: description.id,
      title: options.title,
      demo: description.demo,
      at: instantNow(environment),
      position: proof.position,
      counts: proof.counts,
      files: copied.files.length,
      bytes: copied.bytes,
      leftOut: [...copied.leftOut],
      thorough: options.thorough,
      list: hash,
    })
  })
  onProgress('tidying', 0, 1)
  // The new backup stands; that an old one could not be tidied away is no reason to call it failed.
  const removed = await tidy(repository, options).catch(() => [])
  return { ...made, copiedBytes: copied.copiedBytes, removed }

  async function exist<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw targetFault(error, folder)
    }
  }
}

/** The target must be there, not in the workspace, and the workspace not in it by a link. */
async function checkFolder(files: Files, workspace: string, folder: string): Promise<void> {
  if ((await files.size(folder).catch(() => null)) === null) throw new BackupError('folder-missing', folder)
  const [target, source] = [await files.realPath(folder), await files.realPath(workspace)]
  if (isInside(target, source)) throw new BackupError('folder-inside', folder)
}

/** Objects read from the target's disk and hashed; a wrong one is removed, so that the next backup copies it again. */
async function readBack(
  files: Files,
  repository: Repository,
  list: readonly BackedUpFile[],
  only: ReadonlySet<BlobHash> | null,
  { onProgress, signal }: Pick<MakeBackupOptions<Collections>, 'onProgress' | 'signal'>,
): Promise<void> {
  const checked = new Map(
    list.filter(({ sha256 }) => only === null || only.has(sha256)).map(file => [file.sha256, file]),
  )
  let done = 0
  let wrong: string | null = null
  for (const file of checked.values()) {
    stopWhenCancelled(signal, repository.directory)
    onProgress('reading', done++, checked.size)
    const path = repository.objects.pathOf(file.sha256)
    if (await isRight(files, path, file)) continue
    wrong ??= file.path
    await files.remove(path).catch(() => {})
  }
  if (wrong !== null) throw new BackupError('not-whole', repository.directory, wrong)
}

async function tidy(
  repository: Repository,
  {
    files,
    retention,
    environment,
  }: Pick<MakeBackupOptions<Collections>, 'files' | 'retention' | 'environment'>,
): Promise<readonly string[]> {
  const backups = await repository.list()
  const kept = keptBackups(backups, retention, environment.now())
  const removed = backups.filter(backup => !kept.has(backup.name)).map(({ name }) => name)
  for (const name of removed) await repository.remove(name)
  if (removed.length > 0) await sweepRepository(files, repository)
  return removed
}
