import type { LegacyEncoding } from './legacy-encoding'

export interface WordChange {
  /** Offsets in the text before, UTF-16 units; `to` is exclusive. */
  readonly from: number
  readonly to: number
  readonly before: string
  readonly after: string
  /** Not certain: restored capitals, a lost ư, bytes with two readings. Worth a look. */
  readonly guessed: boolean
}

/** A stretch of one block that is not Unicode, and what it says. */
export interface LegacyFinding {
  readonly block: number
  readonly encoding: LegacyEncoding
  readonly through: 'cp1252' | 'cp1258'
  /** Offsets in the block's text, the texts of its runs joined. */
  readonly from: number
  readonly to: number
  /** Every word that changes, in order. */
  readonly changes: readonly WordChange[]
}
