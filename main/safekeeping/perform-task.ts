import type { Environment } from '#common/domain/environment'
import { unreachable } from '#common/domain/unreachable'
import { collections } from '#main/core/collections'
import { BackupError } from '#main/store/backup/backup-error'
import { makeBackup } from '#main/store/backup/make-backup'
import { collectBlobs } from '#main/store/blobs/collect-blobs'
import type { Files } from '#main/store/files/files'
import { writePack } from '../inspection/write-pack'
import { exportArticles } from './export/export-articles'
import { restoreWorkspace } from './restore-workspace'
import { backupRetention, blobGraceDays } from './rules'
import type { RunTask, Task, TaskOutcome, TaskProgress, TaskResults } from './task'

/** Does the task in this thread: the worker's, or a test's. */
export function taskRunner(files: Files, environment: Environment): RunTask {
  return async (task, onProgress, signal) => {
    try {
      const result = await perform(files, environment, task, onProgress, signal)
      // The kind of the task is the kind of its result; the switch below pairs them.
      return { kind: 'done', result } as TaskOutcome as never
    } catch (error) {
      if (!(error instanceof BackupError)) return { kind: 'bug', message: describe(error) }
      return { kind: 'fault', fault: error.kind, path: error.path, detail: error.detail }
    }
  }
}

async function perform(
  files: Files,
  environment: Environment,
  task: Task,
  onProgress: TaskProgress,
  signal: AbortSignal,
): Promise<TaskResults[Task['kind']]> {
  switch (task.kind) {
    case 'backup': {
      const { name, head, copiedBytes } = await makeBackup({
        ...task,
        files,
        environment,
        collections,
        retention: backupRetention,
        onProgress,
        signal,
      })
      return { name, head, copiedBytes }
    }
    case 'restore':
      return restoreWorkspace({ ...task, files, environment, onProgress, signal })
    case 'export':
      return exportArticles({ ...task, files, environment, onProgress, signal })
    case 'inspect':
      return writePack(task, { files, environment, onProgress, signal })
    case 'collect':
      return collectBlobs({ files, environment, workspace: task.workspace, graceDays: blobGraceDays })
    default:
      return unreachable(task)
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
