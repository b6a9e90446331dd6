import { Worker } from 'node:worker_threads'
import { importLimits } from './import-limits'
import type { ImportOutcome, RunImport } from './import-task'

interface WorkerLimits {
  readonly deadlineMs: number
  readonly heapMegabytes: number
}

/**
 * Reads each file in a thread of its own with a heap of its own, which is ended at the deadline: whatever a file does, main
 * goes on. `file` is the built `import.js`.
 */
export function importInWorker(
  file: string,
  { deadlineMs, heapMegabytes }: WorkerLimits = importLimits,
): RunImport {
  return task =>
    new Promise(resolve => {
      const worker = new Worker(file, {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, stackSizeMb: 4 },
      })
      const settle = (outcome: ImportOutcome) => {
        clearTimeout(deadline)
        resolve(outcome)
        void worker.terminate()
      }
      const deadline = setTimeout(() => settle({ kind: 'fault', fault: 'too-slow' }), deadlineMs)
      worker.once('message', (outcome: ImportOutcome) => settle(outcome))
      worker.once('error', (error: NodeJS.ErrnoException) => {
        const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        settle(
          outOfMemory
            ? { kind: 'fault', fault: 'too-large' }
            : { kind: 'bug', message: error.stack ?? error.message },
        )
      })
      worker.once('exit', code => settle({ kind: 'bug', message: `the worker ended with ${code}` }))
    })
}
