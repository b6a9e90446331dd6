import { Worker } from 'node:worker_threads'
import type { Comparison } from '#common/api/comparison'
import { compareNow } from './perform'
import type { CompareTask, ReviewWork } from './review-work'

export interface Order {
  readonly id: number
  readonly task: CompareTask
}

export type Reply =
  | { readonly id: number; readonly comparison: Comparison }
  | { readonly id: number; readonly bug: string }

/** Texts below this many characters of JSON are compared in a few milliseconds: sooner than a message travels. */
const shortCharacters = 20_000
/** A worker that nobody asked for this long gives its memory back. */
const idleMs = 60_000

interface Waiting {
  readonly resolve: (comparison: Comparison) => void
  readonly reject: (error: Error) => void
}

/** One worker, started for the first long text; `file` is its build entry. */
export function workInWorker(file: string): ReviewWork {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let next = 1

  function rest(): Promise<number> | null {
    clearTimeout(idle)
    const ended = worker
    worker = null
    return ended?.terminate() ?? null
  }

  function fail(error: Error): void {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    void rest()
  }

  function start(): Worker {
    const started = new Worker(file)
    started.unref()
    started.on('error', fail)
    started.on('exit', () => {
      if (worker === started) fail(new Error('the review worker ended'))
    })
    started.on('message', (reply: Reply) => {
      const waiter = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (waiting.size === 0) idle = setTimeout(() => void rest(), idleMs).unref()
      if ('bug' in reply) waiter?.reject(new Error(reply.bug))
      else waiter?.resolve(reply.comparison)
    })
    return started
  }

  return {
    compare: async task => {
      if (JSON.stringify(task).length < shortCharacters) return compareNow(task)
      clearTimeout(idle)
      worker ??= start()
      const id = next++
      const comparison = new Promise<Comparison>((resolve, reject) => waiting.set(id, { resolve, reject }))
      worker.postMessage({ id, task } satisfies Order)
      return comparison
    },
    close: async () => {
      await rest()
    },
  }
}
