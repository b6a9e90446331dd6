import type { Node } from 'prosemirror-model'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import type { BlobHash } from '#common/domain/ids'
import type { NamesTable } from '#common/domain/names-table'

/** The sample commune as pure data, read from `resources/sample`, with every date already reckoned from today. */
export interface SamplePlan {
  readonly organisation: string
  readonly portalName: string
  readonly accounts: readonly SampleAccount[]
  /** Categories of the embedded portal; the documents' `category` holds their ids. */
  readonly categories: readonly { readonly id: string; readonly name: string }[]
  /** The commune's table of names: its offices, people, abbreviations and public contacts. */
  readonly names: NamesTable
  readonly media: ReadonlyMap<string, SampleFile>
  /** In the order they are created: the last one published is the newest on the portal. */
  readonly articles: readonly SampleArticle[]
}

export type SampleAccount = Pick<Account, 'name' | 'signInName' | 'roles'>

/** A picture or a file as it lies in the resources; `hash` is the SHA-256 of its bytes. */
export interface SampleFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly hash: BlobHash
  readonly mediaType: string
}

/** One article and how far it has come; people are named by their sign-in names. */
export interface SampleArticle {
  /** Name of its file, without `.md`. */
  readonly name: string
  readonly writer: string
  readonly story: SampleStory
  /** Valid documents whose pictures and files are named by the hashes of `SamplePlan.media`. */
  readonly texts: SampleTexts
}

/** `later` is the text after a return, a correction or a revision; where a story has none, it is `first` itself. */
export interface SampleTexts {
  readonly first: Node
  readonly later: Node
}

export interface SampleReturn {
  readonly by: string
  readonly reason: NonNullable<Article['returned']>['reason']
  readonly note: string
}

/** What happened to an article until now. */
export type SampleStory =
  | { readonly stage: 'draft' }
  | { readonly stage: 'submitted' }
  | ({ readonly stage: 'returned' } & SampleReturn)
  | {
      readonly stage: 'in-review' | 'approved' | 'live' | 'expired'
      readonly reviewer: string
      /** Sent back once, mended and submitted again before this. */
      readonly returned?: SampleReturn | undefined
    }
  | { readonly stage: 'scheduled'; readonly reviewer: string; readonly at: string }
  | { readonly stage: 'corrected'; readonly reviewer: string; readonly notice: string }
  /** Live, while a newer text waits for review. */
  | { readonly stage: 'revised'; readonly reviewer: string }
  | { readonly stage: 'taken-down'; readonly reviewer: string; readonly reason: string }
  | { readonly stage: 'spiked'; readonly by: string; readonly reason: string }
