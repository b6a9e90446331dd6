import type { BlobHash, Instant, WorkspaceId } from '#common/domain/ids'
import type { BlobStore } from './blobs/blob-store'
import type { DraftLogs } from './drafts/draft-logs'

/** A record of a collection: plain JSON with an id. Records are frozen; replace, never mutate. */
export interface Entity {
  readonly id: string
}

/** Collection name → record type; the newsroom supplies it, the store knows no domain. */
export type Collections = Readonly<Record<string, Entity>>

export type Change<C extends Collections> = {
  readonly [K in keyof C & string]:
    | { readonly collection: K; readonly put: C[K] }
    | { readonly collection: K; readonly remove: string }
}[keyof C & string]

/** What happened, who did it and on what: the audit entry of one user action. */
export interface DomainEvent {
  readonly type: string
  readonly at: Instant
  /** Account id, or null for the program itself (the publishing queue, a timer). */
  readonly actor: string | null
  /** Id of the thing acted on (article, account, portal …), for filtering the audit journal. */
  readonly subject: string | null
  /** Name of the machine it was done on; absent in entries of older programs. */
  readonly machine?: string | undefined
  readonly details: Readonly<Record<string, unknown>>
}

/** One user action = one journal record: event, every record change, and immutable bodies it creates. */
export interface Transaction<C extends Collections> {
  readonly event: DomainEvent
  readonly changes: readonly Change<C>[]
  /** Texts (revision body, published HTML) stored under the SHA-256 of their UTF-8 bytes; readable as blobs at once. */
  readonly bodies?: readonly { readonly hash: BlobHash; readonly text: string }[]
}

/** A place in the journal: sequence from 1 upwards and the chain hash (SHA-256 hex) after that record. */
export interface Position {
  readonly sequence: number
  readonly hash: string
}

export interface JournalEntry {
  readonly position: Position
  readonly event: DomainEvent
}

/** Why nothing more may be written until the workspace is opened again. */
export type StoreHealth =
  | { readonly kind: 'writable' }
  | {
      readonly kind: 'read-only'
      readonly cause: 'write-failed' | 'damaged' | 'newer-version' | 'fenced'
      readonly detail: string
    }

/** What opening found and mended, told to the person in plain words. */
export interface RecoveryReport {
  /** Unacknowledged bytes cut from the journal's end. */
  readonly tornBytes: number
  /** Newest file under quarantine/ that this opening put there. */
  readonly quarantine: string | null
  /** Where the collections came from: a damaged newest checkpoint falls back to the previous one, then to the whole journal. */
  readonly checkpoint: 'newest' | 'previous' | 'journal'
}

/** The content of workspace.json. */
export interface WorkspaceDescription {
  readonly id: WorkspaceId
  readonly name: string
  /** A sample workspace: its keys and approvals are refused by real portals. */
  readonly demo: boolean
  readonly createdAt: Instant
}

/** What may be shown of any collection before all are loaded: right as far as it goes. */
export interface EarlyRecords<C extends Collections> {
  /** The records changed last, newest first, at most a hundred. */
  newest<K extends keyof C & string>(collection: K): readonly C[K][]
  /** Every record there is by now, what belongs to the newest included. */
  known<K extends keyof C & string>(collection: K): Iterable<C[K]>
  /** Records in all; null when the journal changed the collection behind its checkpoint, until it is loaded. */
  count(collection: keyof C & string): number | null
}

export interface Store<C extends Collections> {
  readonly workspace: WorkspaceId
  readonly description: WorkspaceDescription
  readonly directory: string
  readonly health: StoreHealth
  readonly recovery: RecoveryReport
  /** After the newest record; the seal names it. */
  readonly head: Position
  readonly blobs: BlobStore
  readonly drafts: DraftLogs
  /** Resolves when every collection is in memory; those that are read in the background throw before that. */
  readonly loaded: Promise<void>
  readonly isLoaded: boolean
  readonly early: EarlyRecords<C>
  get<K extends keyof C & string>(collection: K, id: string): C[K] | undefined
  all<K extends keyof C & string>(collection: K): ReadonlyMap<string, C[K]>
  /**
   * Applies the changes to memory at once (the caller decides and commits in one synchronous turn) and resolves when the
   * record is durable. Concurrent commits share one fdatasync. Rejects with StoreWriteError and turns the store read-only
   * when the disk refuses; nothing is acknowledged that a power cut could lose.
   */
  commit(transaction: Transaction<C>): Promise<Position>
  /** Newest first. `before` is exclusive. */
  history(query: {
    readonly subject?: string
    readonly before?: number
    readonly limit: number
  }): Promise<readonly JournalEntry[]>
  /** Reads everything back: chain, checksums, bodies; names the first bad record. */
  verify(onProgress?: VerifyProgress): Promise<VerifyReport>
  /** Writes what changed as lowdb files; runs by itself past 4 MiB of journal and on close. */
  checkpoint(): Promise<void>
  /** Why the last checkpoint failed, null when it passed. Nothing is lost (the journal has it), but the disk needs a look. */
  readonly checkpointFailure: string | null
  /** Waits for everything under way, checkpoints, lets go of all files. The lock stays with its owner. */
  close(): Promise<void>
}

/** How far a verification is; `total` 0: not known beforehand. */
export type VerifyProgress = (part: 'records' | 'blobs', done: number, total: number) => void

export interface VerifyReport {
  readonly ok: boolean
  readonly records: number
  readonly blobs: number
  readonly firstBad: {
    readonly file: string
    readonly offset: number
    readonly sequence: number | null
    readonly reason: string
  } | null
}
