import type { SearchProgress, Snippet } from '#common/api/search'

/** What a search worker is started with. */
export interface SearchWorkerData {
  /** Of the workspace. */
  readonly directory: string
  readonly workspace: string
  /** False: the workspace must not be written to, so the index stays in memory. */
  readonly persistent: boolean
  /** Sequence of the journal's head. */
  readonly head: number
}

/** Articles as parallel lists, for a hundred thousand of them travel at every start. */
export interface NotedArticles {
  /** 26 characters each, one after the other. */
  readonly ids: string
  readonly numbers: Uint32Array<ArrayBuffer>
  readonly changed: Float64Array<ArrayBuffer>
  readonly settled: Uint8Array<ArrayBuffer>
}

/** What the worker answers, by the name of the question. */
export interface SearchAnswers {
  readonly ranks: { readonly ranks: Uint16Array<ArrayBuffer>; readonly progress: SearchProgress | null }
  readonly snippets: readonly Snippet[]
  readonly close: null
}

export type SearchQuestion =
  | { readonly kind: 'ranks'; readonly text: string }
  | { readonly kind: 'snippets'; readonly text: string; readonly articles: readonly string[] }
  /** Everything is read and written; `head` is null where drafts may still be ahead. */
  | { readonly kind: 'close'; readonly head: number | null }

export type ToSearchWorker =
  | { readonly kind: 'note'; readonly articles: NotedArticles }
  /** Words of attached files: pairs of a file's hash and the hash of its text, one after the other. */
  | { readonly kind: 'texts'; readonly hashes: readonly string[] }
  /** Every article was noted once: the work begins. */
  | { readonly kind: 'listed' }
  | { readonly kind: 'ask'; readonly request: number; readonly question: SearchQuestion }

export type FromSearchWorker =
  | { readonly kind: 'progress'; readonly progress: SearchProgress | null }
  | { readonly kind: 'answer'; readonly request: number; readonly value: SearchAnswers[keyof SearchAnswers] }
  | { readonly kind: 'failure'; readonly request: number; readonly message: string }

/** The end of a wire: a worker seen from main, its parent port, or a MessagePort in a test. */
export interface SearchPort<In, Out> {
  postMessage(message: Out, transfer?: readonly ArrayBuffer[]): void
  on(event: 'message', listener: (message: In) => void): unknown
}
