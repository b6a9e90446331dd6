import { parentPort } from 'node:worker_threads'
import { compareNow } from './perform'
import type { Order, Reply } from './work-in-worker'

parentPort?.on('message', ({ id, task }: Order) => {
  parentPort?.postMessage(answer(id, task))
})

function answer(id: number, task: Order['task']): Reply {
  try {
    return { id, comparison: compareNow(task) }
  } catch (error) {
    return { id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
