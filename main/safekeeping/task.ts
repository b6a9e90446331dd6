import type { SafekeepingTask } from '#common/api/safekeeping'
import type { ArticleId, WorkspaceId } from '#common/domain/ids'
import type { BackupFault } from '#main/store/backup/backup-error'
import type { BackupHead } from '#main/store/backup/repository'
import type { Collected } from '#main/store/blobs/collect-blobs'
import type { MadePack, PackOrder } from '../inspection/write-pack'
import type { ExportedArticles } from './export/export-articles'

/** Heavy work on whole workspaces, as a message to the worker: plain values only. */
export type Task =
  | {
      readonly kind: 'backup'
      readonly workspace: string
      readonly atLeast: number
      readonly folder: string
      readonly title: string
      readonly thorough: boolean
    }
  | { readonly kind: 'restore'; readonly repository: string; readonly backup: string; readonly to: string }
  | {
      readonly kind: 'export'
      readonly workspace: string
      readonly folder: string
      readonly organisation: string
      /** Null: all. */
      readonly articles: readonly ArticleId[] | null
      readonly zip: boolean
    }
  | ({ readonly kind: 'inspect' } & PackOrder)
  | { readonly kind: 'collect'; readonly workspace: string }

export interface TaskResults {
  readonly backup: { readonly name: string; readonly head: BackupHead; readonly copiedBytes: number }
  readonly restore: { readonly workspace: WorkspaceId; readonly jobsInDoubt: number }
  readonly export: ExportedArticles
  readonly inspect: MadePack
  readonly collect: Collected
}

export type TaskKind = Task['kind']

/** An expected fault, or a bug of ours. */
export type TaskOutcome<Kind extends TaskKind = TaskKind> =
  | { readonly kind: 'done'; readonly result: TaskResults[Kind] }
  | { readonly kind: 'fault'; readonly fault: BackupFault; readonly path: string; readonly detail: string }
  | { readonly kind: 'bug'; readonly message: string }

export type TaskProgress = (phase: SafekeepingTask['phase'], done: number, total: number) => void

/** Runs a task beside main, which never blocks on it; `signal` ends it cleanly. */
export type RunTask = <Kind extends TaskKind>(
  task: Extract<Task, { readonly kind: Kind }>,
  onProgress: TaskProgress,
  signal: AbortSignal,
) => Promise<TaskOutcome<Kind>>
