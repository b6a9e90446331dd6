import type { HandFile, HandSheet } from '#common/api/hand-sheet'
import type { PollResult, RegisterKeyRequest, RemoteArticle } from '#common/api/portal-api'
import type { Problem } from '#common/api/problems/problem'
import type { ArticleId, BlobHash, WorkspaceId } from '#common/domain/ids'
import type { Portal, PortalHint } from '#common/domain/portal'

/**
 * What there was in the place of an answer: nothing whole before the line broke or the time was over, the beginning of
 * one, or a page of somebody else (a network's sign-in, a proxy).
 */
export type UnreadableSign = 'broken-off' | 'half-answer' | 'foreign-page'

/**
 * What became of one request. `unreachable`: no connection was made, so no byte left. `unknown`: bytes may have arrived;
 * `status` is the portal's (a server error) or null when nothing readable came from it (reset, time-out, a network's
 * sign-in page). `conflict`: the portal holds another decision than we thought. The others are the portal's own words.
 */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unknown'; readonly status: number | null; readonly sign?: UnreadableSign }
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  | { readonly kind: 'unauthorised' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'missing-blobs'; readonly hashes: readonly BlobHash[] }

/** Every outcome but success, for callers that only pass it on. */
export type Setback = Exclude<Outcome<never>, { kind: 'done' }>

/** What a portal says of itself, whatever its kind. */
export interface PortalFacts {
  readonly name: string
  readonly acceptsDemoKeys: boolean
  readonly categories: { readonly id: string; readonly name: string }[]
  /** Missing where the portal does not say. */
  readonly limits?: Portal['limits']
}

/** `whole`: false while parts of the decision are not there yet, so that it has to be sent again (docs/publishing.md, P3). */
export interface Held extends RemoteArticle {
  readonly whole: boolean
}

/** An article as a portal may know it: by our id, or by the last part of its public address. */
export interface Sought {
  readonly article: ArticleId
  readonly slug: string
}

/** An article whose page readers have, with the pictures and files that were sent with it. */
export interface SoughtPage extends Sought {
  readonly url: string
  readonly blobs: readonly BlobHash[]
}

/** An address readers have known since before this newsroom. */
export interface PastPlace {
  readonly url: string
  readonly readAt: string
  /** Nobody could read there when it was published: what the portal itself knows stays. */
  readonly undated: boolean
}

/** One decision on its way: `payload` are the stored bytes, sent as they are. `previous`: what the portal held last. */
export interface Delivery {
  readonly article: ArticleId
  readonly sequence: number
  /** The page that showed the article before it was imported, and when it was read there; this decision takes its place. */
  readonly past: PastPlace | null
  readonly previous: number | null
  readonly payload: Uint8Array
  /** A person looked at what somebody changed on the portal, and wants ours there all the same. */
  readonly overwrite: boolean
}

/** What an anonymous reader was answered; `unreadable` when no whole answer came. */
export type PublicAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: Uint8Array }
  | { readonly kind: 'unreadable' }

/** What a page tells readers of its place: the portal's category and when it was published; null: not said. */
export interface PageFacts {
  readonly category: { readonly id: string } | { readonly name: string } | null
  readonly publishedAt: string | null
}

/** A public page held against the approved HTML: `text` says whether readers get it, word for word. */
export type PageReading =
  | { readonly kind: 'unreadable' }
  /** The article is not there; what the page says in its place. */
  | { readonly kind: 'absent'; readonly words: string }
  | {
      readonly kind: 'shown'
      readonly text: 'right' | 'different'
      readonly addressOf: (hash: BlobHash) => string | null
      /** Absent where pages of that kind do not say. */
      readonly facts?: PageFacts | undefined
    }

/** A reader without credentials, over connections of its own. Addresses that lead away from the portal are `unreadable`. */
export interface PublicReader {
  /** `html` null asks only whether there is a page. */
  page(url: string, html: string | null): Promise<PageReading>
  /** `sizeBytes` is what the blob must have; a longer answer is cut off and `unreadable`. */
  blob(url: string, sizeBytes: number): Promise<PublicAnswer>
  close(): Promise<void>
}

/** A test item no reader ever sees: written, read back, and removed. */
export interface Trial {
  /** The portal's name for it. */
  write(item: Uint8Array): Promise<Outcome<string>>
  /** Whether exactly these bytes are there. */
  read(name: string, item: Uint8Array): Promise<Outcome<boolean>>
  /**
   * Whether the portal refuses to write over what somebody saved since it was read, tried on the item while it is there;
   * null where every write is of that kind, or none.
   */
  readonly isGuarded: ((name: string) => Promise<boolean>) | null
  remove(name: string): Promise<Outcome<null>>
}

/** Where a portal keeps checkpoints of our journal (compact JWS), out of reach of whoever can change the journal. */
export interface CheckpointShelf {
  keep(checkpoint: string): Promise<Outcome<null>>
  /** Newest first. */
  list(workspace: WorkspaceId): Promise<Outcome<readonly string[]>>
}

/** Turns a message into what a person copies; files are those of the text, with their sizes. */
export type HandCopy = (
  payload: Uint8Array,
  files: readonly Omit<HandFile, 'name'>[],
) => Pick<HandSheet, 'text' | 'files' | 'notice'>

/** How an upload comes along: bytes more that have left, and those that need not leave because they are there. */
export interface UploadProgress {
  readonly sent: (bytes: number) => void
  readonly held: (bytes: number) => void
}

/** One kind of portal, as the publishing queue sees it. Nothing here throws for what a network or portal does. */
export interface Connector {
  /** How long a request may still take effect after its answer was lost: "nothing there" proves nothing before. */
  readonly settleMs: number
  /** Set where only a person can bring a decision there: `put` is never called, the sheet says what to do. */
  readonly byHand: HandCopy | null
  /** Readers see what was confirmed only after somebody has moved it on: a page that is not right yet proves nothing. */
  readonly lags: boolean
  describe(): Promise<Outcome<PortalFacts>>
  /** What is missing there, or better otherwise, as far as anybody may see; null where there is nothing of the kind. */
  readonly hints: (() => Promise<readonly PortalHint[]>) | null
  /** Makes the place ready when it is connected; null where the portal needs nothing of the kind. */
  readonly claim: (() => Promise<Outcome<null>>) | null
  /** Proves the credentials and every right a push needs. */
  authorise(): Promise<Outcome<null>>
  readonly trial: Trial
  /** Makes a category, or finds the one of that name; null where categories are the portal's alone. */
  readonly addCategory: ((name: string) => Promise<Outcome<PortalFacts['categories'][number]>>) | null
  /** What the portal holds of every article. */
  list(): Promise<Outcome<readonly RemoteArticle[]>>
  /** Null when the portal has never heard of the article. */
  state(sought: Sought): Promise<Outcome<Held | null>>
  /**
   * The article as it stands there now, whoever wrote it: HTML with its headline, pictures and files of ours as
   * `/blob/<hash>`. `done` with null: it is gone. Null where the portal's page cannot be told from its theme.
   */
  readonly theirs: ((sought: SoughtPage) => Promise<Outcome<string | null>>) | null
  /** Null where the portal has no votes on it: another kind of portal, no poll, or no such article. */
  pollResult(article: ArticleId): Promise<Outcome<PollResult | null>>
  hasBlob(hash: BlobHash): Promise<Outcome<boolean>>
  /** Goes on where a former try was cut, where the portal can. */
  putBlob(
    hash: BlobHash,
    bytes: Uint8Array,
    mediaType: string,
    progress?: UploadProgress,
  ): Promise<Outcome<null>>
  /** Idempotent by (article, sequence): the same bytes may be sent again at any time. */
  put(delivery: Delivery): Promise<Outcome<Held>>
  /**
   * A while after a decision was confirmed: takes away what arrived late, and ends what is hot and past its end. Null where
   * the portal sees to both.
   */
  readonly tidy: ((sought: Omit<SoughtPage, 'url'>) => Promise<Outcome<null>>) | null
  registerKey(adminToken: string, kid: string, key: RegisterKeyRequest): Promise<Outcome<null>>
  /** Null where a portal of that kind keeps none. */
  readonly checkpoints: CheckpointShelf | null
  /** Address a reader can open, or null when the path leads away from the portal. */
  publicUrl(path: string): string | null
  reader(): PublicReader
  /** Breaks off what is under way (its outcome is `unknown`) and lets go of the connections. */
  close(): Promise<void>
}
