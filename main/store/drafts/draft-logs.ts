import type { ArticleId, Instant } from '#common/domain/ids'

/** Steps accepted together. The store keeps them as they are and knows nothing of their meaning. */
export interface DraftFrame {
  /** Version of the document before these steps; each step adds one. */
  readonly version: number
  readonly at: Instant
  /** Who typed. */
  readonly account: string
  /** prosemirror-collab client id of the window that sent them. */
  readonly client: string
  /** Step JSON, at least one. */
  readonly steps: readonly unknown[]
}

export interface DraftSnapshot {
  /** Number of steps from the document's creation to this state. */
  readonly version: number
  /** ProseMirror document JSON. */
  readonly document: unknown
}

/** A state a person can bring back ("khôi phục lúc 10:32"). */
export interface DraftState {
  readonly version: number
  readonly at: Instant
}

/** Torn: the unsaved end of the log was cut off by a crash. Damaged: saved frames or a snapshot are unreadable. */
export interface DraftRecovery {
  readonly kind: 'torn' | 'damaged'
  readonly bytes: number
  /** File under quarantine/ that holds the bytes; null when the store is read-only and they were left in place. */
  readonly quarantine: string | null
}

/** One article's draft: newest snapshot plus the frames since. There is one object per article while it is open. */
export interface DraftLog {
  readonly article: ArticleId
  /** Null only when the article has no draft (or none of its snapshots is readable; see `recovery`). */
  readonly snapshot: DraftSnapshot | null
  /** Frames after the snapshot, live: appended ones are included. */
  readonly frames: readonly DraftFrame[]
  /** Of the document after the last frame; the next frame must carry it. */
  readonly version: number
  /** What opening had to cut, oldest first; empty when all was well. */
  readonly recovery: readonly DraftRecovery[]
  /**
   * Resolves when written (accepted), not yet durable. Rejects with StoreWriteError when the disk refuses, and throws
   * RangeError (a bug) when `frame.version` is not the log's version.
   */
  append(frame: DraftFrame): Promise<void>
  /** Resolves when every frame appended before the call is durable ("Đã lưu"); concurrent calls share one fdatasync. */
  sync(): Promise<void>
  /** Stores the document of the current version and starts a fresh log; what came before stays as history. */
  snapshotAt(snapshot: DraftSnapshot): Promise<void>
  /** Kept states, newest first: every snapshot, and the state after each frame. */
  states(): Promise<readonly DraftState[]>
  /** The nearest snapshot at or before `version` and the frames from there to it; null when that is not kept. */
  stateAt(
    version: number,
  ): Promise<{ readonly snapshot: DraftSnapshot; readonly frames: readonly DraftFrame[] } | null>
  /**
   * The frames that lead from one version to a later one, across snapshots; the first may begin before `from`. Null when
   * they are not kept.
   */
  framesBetween(from: number, to: number): Promise<readonly DraftFrame[] | null>
  /** Syncs and lets go of the file. */
  close(): Promise<void>
}

export interface DraftLogs {
  /** The article's draft; `snapshot` is null when there is none. The same object while it stays open. */
  open(article: ArticleId): Promise<DraftLog>
  /** A new draft at version 0, durable when resolved; rejects when the article has one. */
  create(article: ArticleId, document: unknown): Promise<DraftLog>
  /** Forgets the draft and its history. */
  remove(article: ArticleId): Promise<void>
}
