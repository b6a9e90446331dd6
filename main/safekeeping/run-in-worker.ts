import { Worker } from 'node:worker_threads'
import type { RunTask, TaskOutcome } from './task'
import type { WorkerMessage } from './worker-message'

/** Runs each task in a thread of its own, started from the built `safekeeping.js`. */
export function runInWorker(file: string): RunTask {
  return (task, onProgress, signal) =>
    new Promise(resolve => {
      const worker = new Worker(file, { workerData: task })
      let outcome: TaskOutcome | null = null
      const stop = () => worker.postMessage('stop')
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'progress') onProgress(message.phase, message.done, message.total)
        else outcome = message.outcome
      })
      worker.once('error', (error: Error) => {
        outcome ??= { kind: 'bug', message: error.stack ?? error.message }
      })
      worker.once('exit', code => {
        signal.removeEventListener('abort', stop)
        outcome ??= { kind: 'bug', message: `the worker ended with ${code}` }
        // The kind of the outcome is the kind of the task that was sent.
        resolve(outcome as never)
      })
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop)
    })
}
