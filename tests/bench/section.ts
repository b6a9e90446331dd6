import type { Answers } from './driver'

/** One figure. With a bar it is printed beside it; nothing ever fails because of it. */
export interface Measure {
  readonly what: string
  readonly value: number
  /** `ms`, `MB`, `×` (a ratio of two figures of this run), `%` … */
  readonly unit: string
  readonly bar?: { readonly atMost: number } | { readonly atLeast: number }
  /** What the figure was made of: runs, peers, percentiles. */
  readonly detail?: string
}

export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

export interface SectionReport {
  readonly measures: readonly Measure[]
  readonly tables?: readonly Table[]
  /** What could not be measured here and why, one sentence each. */
  readonly skipped?: readonly string[]
}

/** One part of the speed table: `npm run bench -- --only <name>`. */
export interface Section {
  readonly name: string
  readonly about: string
  run(context: BenchContext): Promise<SectionReport>
}

/** A package of tests/bench/peers/package.json: where it lies, or why it is not there. */
export type Peer =
  | { readonly kind: 'installed'; readonly folder: string }
  | { readonly kind: 'missing'; readonly reason: string }

export interface BenchContext {
  /** Numbers of articles to measure at, rising: 1,000 and 10,000; `--articles 100000` adds that. */
  readonly sizes: readonly number[]
  /** How much of what a section sends or does, where somebody asked for a number of their own (`--count`). */
  readonly count: number | null
  /** Shortens every section to a look whether it runs at all (`--quick`). */
  readonly quick: boolean
  /** An empty folder that is removed when the run ends. */
  folder(): Promise<string>
  /**
   * A workspace with that many generated articles (generated/make-workspace.ts), made once and used by one section after
   * the other: whoever opens it closes it again.
   */
  workspace(articles: number): Promise<string>
  /**
   * Starts `tests/bench/drivers/<name>.ts` in a process of its own; `flushDelayMs` slows every flush of it, where
   * `slowsFlushes` says that this machine can (Linux with a C compiler).
   */
  drive<A extends Answers>(name: string, options?: DriveOptions): Promise<Driver<A>>
  readonly slowsFlushes: boolean
  /** Installs the peers when first asked. */
  peer(name: PeerName): Promise<Peer>
  /** Progress on stderr. */
  say(line: string): void
}

export const peerNames = ['better-sqlite3', 'pouchdb', 'minisearch'] as const
export type PeerName = (typeof peerNames)[number]

export interface DriveOptions {
  readonly arguments?: readonly string[]
  readonly nodeOptions?: readonly string[]
  /** Added to every fsync and fdatasync of the process. */
  readonly flushDelayMs?: number
}

/** The far end of a driver: its commands by name, one at a time. */
export interface Driver<A extends Answers> {
  ask<K extends keyof A & string>(command: K, input: Parameters<A[K]>[0]): Promise<Awaited<ReturnType<A[K]>>>
  end(): Promise<void>
}
