import { Worker } from 'node:worker_threads'

export interface RunLimits {
  readonly deadlineMs: number
  readonly heapMegabytes: number
}

export type RunOutcome<Reply> =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'bug'; readonly message: string }

/**
 * One task in a thread of its own with a heap of its own, which is ended at the deadline: whatever the task does, main goes
 * on. `file` is a built worker that posts one message; memory outside of the heap is not counted.
 */
export function runOnce<Reply>(
  file: string,
  task: unknown,
  { deadlineMs, heapMegabytes }: RunLimits,
): Promise<RunOutcome<Reply>> {
  return new Promise(resolve => {
    const worker = new Worker(file, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, stackSizeMb: 4 },
    })
    const settle = (outcome: RunOutcome<Reply>) => {
      clearTimeout(deadline)
      resolve(outcome)
      void worker.terminate()
    }
    const deadline = setTimeout(() => settle({ kind: 'too-slow' }), deadlineMs)
    worker.once('message', (reply: Reply) => settle({ kind: 'reply', reply }))
    worker.once('error', (error: NodeJS.ErrnoException) => {
      settle(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { kind: 'too-large' }
          : { kind: 'bug', message: error.stack ?? error.message },
      )
    })
    worker.once('exit', code => settle({ kind: 'bug', message: `the worker ended with ${code}` }))
  })
}
