import type { ReviewView } from '#common/api/views'

/** What the commands of a review are done to, and the questions only this screen can put. */
export interface ReviewTarget {
  readonly review: ReviewView
  readonly askReason: () => void
  readonly askPassphrase: () => void
  /** Who reviews it on another machine. */
  readonly askExport: () => void
  /** Why it is published ahead of its approval. */
  readonly askUrgent: () => void
  /** Goes on to the next article. */
  readonly onDone: () => void
}
