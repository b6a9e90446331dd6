import type { SafekeepingTask } from '#common/api/safekeeping'
import type { TaskOutcome } from './task'

/** What the worker says; the task goes in as `workerData`, and any message to the worker means: stop. */
export type WorkerMessage =
  | {
      readonly kind: 'progress'
      readonly phase: SafekeepingTask['phase']
      readonly done: number
      readonly total: number
    }
  | { readonly kind: 'outcome'; readonly outcome: TaskOutcome }
