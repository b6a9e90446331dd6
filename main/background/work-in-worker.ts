import { Worker } from 'node:worker_threads'
import type { BackgroundWork } from './background-work'
import { workInThread } from './perform'

export type Method = Exclude<keyof BackgroundWork, 'close'>

export interface Order {
  readonly id: number
  readonly method: Method
  readonly task: unknown
}

export type Reply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly bug: string }

/** Texts below this many characters of JSON are compared in a few milliseconds: sooner than a message travels. */
const shortCharacters = 20_000
/** A worker that nobody asked for this long gives its memory back. */
const idleMs = 60_000

interface Waiting {
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
}

/** One worker, started for the first task that is long; `file` is its build entry. */
export function workInWorker(file: string): BackgroundWork {
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
      if (worker === started) fail(new Error('the background worker ended'))
    })
    started.on('message', (reply: Reply) => {
      const waiter = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (waiting.size === 0) idle = setTimeout(() => void rest(), idleMs).unref()
      if ('bug' in reply) waiter?.reject(new Error(reply.bug))
      // The worker answers with what the method it was asked for returns.
      else waiter?.resolve(reply.result as never)
    })
    return started
  }

  function inWorker<Name extends Method>(method: Name): BackgroundWork[Name] {
    const run = (task: unknown) => {
      clearTimeout(idle)
      worker ??= start()
      const asked = worker
      const id = next++
      return new Promise<never>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        asked.postMessage({ id, method, task } satisfies Order)
      })
    }
    return run as BackgroundWork[Name]
  }

  const compareLong = inWorker('compare')
  return {
    compare: task =>
      JSON.stringify(task).length < shortCharacters ? workInThread.compare(task) : compareLong(task),
    openFile: inWorker('openFile'),
    parseRequest: inWorker('parseRequest'),
    writeFile: inWorker('writeFile'),
    writeSheet: inWorker('writeSheet'),
    proofread: inWorker('proofread'),
    close: async () => {
      await rest()
    },
  }
}
