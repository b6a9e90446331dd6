import type { Environment } from '#common/domain/environment'
import type { WorkspaceId } from '#common/domain/ids'
import type { Job } from '#common/domain/job'
import { auditEvent } from '#main/core/capability'
import { collections, firstScreen, type NewsroomCollections } from '#main/core/collections'
import { BackupError } from '#main/store/backup/backup-error'
import type { NamedBackup } from '#main/store/backup/repository'
import { restoreBackup } from '#main/store/backup/restore-backup'
import type { Files } from '#main/store/files/files'
import { acquireLock } from '#main/store/lock/acquire-lock'
import { migrateWorkspace } from '#main/store/migrations/migrate-workspace'
import { openStore } from '#main/store/open-store'
import type { Change, Store } from '#main/store/store'
import type { TaskProgress } from './task'

export interface RestoreWorkspaceOptions {
  readonly files: Files
  readonly environment: Environment
  readonly repository: string
  readonly backup: string
  readonly to: string
  readonly onProgress: TaskProgress
  readonly signal: AbortSignal
}

/** Set by the switch "Làm việc ngoại tuyến". */
const offlineSetting = 'line.offline'

/**
 * Takes a backup out into a new folder and makes it a workspace one can work in. It keeps its identity and its journal; a
 * record says that it was restored. Since the backup was made the same decisions may have been sent or replaced by others:
 * every job that could still move becomes `unknown` and leaves that only when the portal was asked (docs/publishing.md,
 * P3), and the line stays off until somebody has looked.
 */
export async function restoreWorkspace(
  options: RestoreWorkspaceOptions,
): Promise<{ readonly workspace: WorkspaceId; readonly jobsInDoubt: number }> {
  const { files, environment, to, onProgress } = options
  const backup = await restoreBackup({
    ...options,
    onFile: (done, total) => onProgress('writing', done, total),
  })
  onProgress('opening', 0, 1)
  const locked = await acquireLock(to, {
    files,
    environment,
    host: 'command-line',
    onCall: () => Promise.reject(new Error('the workspace is being restored')),
  })
  if (locked.kind === 'busy') throw new BackupError('folder-taken', to)
  try {
    await migrateWorkspace(files, to)
    const store = await openStore<NewsroomCollections>({
      directory: to,
      collections,
      files,
      environment,
      epoch: locked.lock.epoch,
      firstScreen,
    })
    const jobsInDoubt = await noteRestore(store, backup, environment).finally(() => store.close())
    return { workspace: store.workspace, jobsInDoubt }
  } finally {
    await locked.lock.release()
  }
}

async function noteRestore(
  store: Store<NewsroomCollections>,
  { name, head }: NamedBackup,
  environment: Environment,
): Promise<number> {
  if (store.health.kind !== 'writable')
    throw new BackupError('not-whole', store.directory, store.health.detail)
  const inDoubt = [...store.all('jobs').values()].filter(mayHaveMoved)
  const changes: Change<NewsroomCollections>[] = inDoubt.map(job => ({
    collection: 'jobs',
    put: { ...job, state: 'unknown', problem: null },
  }))
  if (store.all('portals').size > 0)
    changes.push({ collection: 'settings', put: { id: offlineSetting, value: true } })
  await store.commit({
    event: auditEvent({ environment }, 'workspace.restored', null, null, {
      backup: name,
      backupAt: head.at,
      position: head.position,
      jobsInDoubt: inDoubt.length,
    }),
    changes,
  })
  return inDoubt.length
}

/** A refused job moves only when a person presses “send again”, and then with the portal's own guard. */
function mayHaveMoved({ state }: Job): boolean {
  return state === 'waiting' || state === 'sending'
}
