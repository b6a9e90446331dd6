import { parentPort } from 'node:worker_threads'
import { workInThread } from './perform'
import type { Order, Reply } from './work-in-worker'

parentPort?.on('message', (order: Order) => {
  void answer(order).then(reply => parentPort?.postMessage(reply))
})

async function answer({ id, method, task }: Order): Promise<Reply> {
  try {
    return { id, result: await workInThread[method](task as never) }
  } catch (error) {
    return { id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
