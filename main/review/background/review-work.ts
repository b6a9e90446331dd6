import type { Comparison } from '#common/api/comparison'

/** Work on texts that may take longer than a window should wait for main. Documents travel as their JSON. */
export interface ReviewWork {
  compare(task: CompareTask): Promise<Comparison>
  /** Lets go of the worker, where there is one. */
  close(): Promise<void>
}

export interface CompareTask {
  /** Null: everything is new. */
  readonly before: object | null
  readonly after: object
}
