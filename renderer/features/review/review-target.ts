import type { ReviewView } from '#common/api/views'

/** What the commands of a review are done to, and the questions only this screen can put. */
export interface ReviewTarget {
  readonly review: ReviewView
  /** The page has stood on the screen for a moment: only then is anything decided about it. */
  readonly stood: boolean
  /** Why it goes back; `taken`: the article was held just for that, and is let go again where nothing comes of it. */
  readonly askReason: (taken: boolean) => void
  readonly askPassphrase: () => void
  /** Who reviews it on another machine. */
  readonly askExport: () => void
  /** Why it is published ahead of its approval. */
  readonly askUrgent: () => void
  /** Goes on to the next article. */
  readonly onDone: () => void
}
