import { MessageChannel, Worker } from 'node:worker_threads'
import type { SearchProgress } from '#common/api/search'
import type { Files } from '#main/store/files/files'
import type {
  FromSearchWorker,
  NotedArticles,
  SearchAnswers,
  SearchPort,
  SearchQuestion,
  SearchWorkerData,
  ToSearchWorker,
} from './search-messages'
import { serveSearch } from './serve-search'

/** The near end of a started search worker. */
interface StartedWorker extends SearchPort<FromSearchWorker, ToSearchWorker> {
  /** Called once when it is gone, wanted or not. */
  onEnd(listener: () => void): void
  end(): Promise<unknown>
}

export type StartSearch = (data: SearchWorkerData) => StartedWorker

/** Starts the built `search.js` as a thread. */
export function searchInWorker(file: string): StartSearch {
  return data => {
    // The words of an index live long, a question's lists a moment: a large nursery would only take memory.
    const worker = new Worker(file, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: 12 } })
    // A dead worker is started anew with the next question, whatever it died of.
    worker.on('error', () => {})
    return {
      postMessage: (message, transfer = []) => worker.postMessage(message, transfer),
      on: (event, listener) => worker.on(event, listener),
      onEnd: listener => worker.once('exit', listener),
      end: () => worker.terminate(),
    }
  }
}

/** The same in this thread, for programs that were not built. */
export function searchInThisThread(files: Files): StartSearch {
  return data => {
    const { port1, port2 } = new MessageChannel()
    serveSearch(port2 as never, data, files)
    return {
      postMessage: (message, transfer = []) => port1.postMessage(message, transfer),
      on: (event, listener) => port1.on(event, listener),
      onEnd: listener => port1.once('close', listener),
      end: async () => port1.close(),
    }
  }
}

/** A search worker as questions and answers. */
export interface SearchLink {
  note(articles: NotedArticles): void
  /** Pairs of a file's hash and its text's, told before the articles that show the file. */
  texts(hashes: readonly string[]): void
  listed(): void
  /** Rejects when the worker is gone or failed. */
  ask<Kind extends SearchQuestion['kind']>(
    question: Extract<SearchQuestion, { kind: Kind }>,
  ): Promise<SearchAnswers[Kind]>
  readonly isAlive: boolean
  end(): Promise<unknown>
}

export function openSearchLink(
  worker: StartedWorker,
  onProgress: (progress: SearchProgress | null) => void,
): SearchLink {
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let requests = 0
  let isAlive = true
  worker.on('message', message => {
    if (message.kind === 'progress') {
      onProgress(message.progress)
      return
    }
    const waiting = open.get(message.request)
    open.delete(message.request)
    if (message.kind === 'answer') waiting?.resolve(message.value)
    else waiting?.reject(new Error(message.message))
  })
  worker.onEnd(() => {
    isAlive = false
    for (const { reject } of open.values()) reject(new Error('the search worker ended'))
    open.clear()
  })
  return {
    note: articles => worker.postMessage({ kind: 'note', articles }),
    texts: hashes => worker.postMessage({ kind: 'texts', hashes }),
    listed: () => worker.postMessage({ kind: 'listed' }),
    ask: question =>
      new Promise((resolve, reject) => {
        if (!isAlive) return reject(new Error('the search worker ended'))
        const request = requests++
        // The worker answers each question by its kind.
        open.set(request, { resolve: value => resolve(value as never), reject })
        worker.postMessage({ kind: 'ask', request, question })
      }),
    get isAlive() {
      return isAlive
    },
    end: () => worker.end(),
  }
}
