import { type Problem, problem } from '#common/api/problems/problem'
import type { SafekeepingTask } from '#common/api/safekeeping'
import { ok, type Result, refuse } from '#common/domain/result'
import { faultProblem } from './fault-problem'
import type { RunTask, Task, TaskKind, TaskProgress, TaskResults } from './task'

type Kind = SafekeepingTask['kind']

/** One heavy task at a time: two would only wait for the same disk, and a collector must not run beside a backup. */
export interface TaskBench {
  readonly current: SafekeepingTask | null
  run<K extends TaskKind>(task: Extract<Task, { readonly kind: K }>): Promise<Result<TaskResults[K], Problem>>
  /** Work of main's own that shows its progress the same way. */
  watch<T>(kind: Kind, work: (onProgress: TaskProgress) => Promise<T>): Promise<Result<T, Problem>>
  cancel(): void
  /** Cancels and waits. */
  close(): Promise<void>
}

/** Windows ask again at most this often while something goes on. */
const tellEveryMs = 250

export function createTaskBench(runTask: RunTask, nowMs: () => number, onChange: () => void): TaskBench {
  let current: SafekeepingTask | null = null
  let stop = new AbortController()
  let finished: Promise<unknown> = Promise.resolve()

  async function watch<T>(
    kind: Kind,
    work: (onProgress: TaskProgress) => Promise<T>,
  ): Promise<Result<T, Problem>> {
    if (current !== null) return refuse(problem('safekeeping-busy', { task: current.kind }))
    stop = new AbortController()
    current = { kind, phase: 'starting', done: 0, total: 0 }
    onChange()
    let toldAtMs = nowMs()
    const working = work((phase, done, total) => {
      current = { kind, phase, done, total }
      if (nowMs() - toldAtMs < tellEveryMs) return
      toldAtMs = nowMs()
      onChange()
    })
    finished = working.catch(() => {})
    try {
      return ok(await working)
    } finally {
      current = null
      onChange()
    }
  }

  return {
    get current() {
      return current
    },
    watch,
    async run(task) {
      const watched = await watch(task.kind, onProgress => runTask(task, onProgress, stop.signal))
      if (!watched.ok) return watched
      const outcome = watched.value
      if (outcome.kind === 'done') return ok(outcome.result)
      if (outcome.kind === 'bug') throw new Error(outcome.message)
      return refuse(faultProblem(outcome.fault, outcome.path, outcome.detail))
    },
    cancel: () => stop.abort(),
    async close() {
      stop.abort()
      await finished
    },
  }
}
