import type { QueryWord } from './query'
import type { Segment, TermRange } from './segment'
import { keyOf, keySeparator, type Likeness, likeness } from './terms'

/** One word of a query as a segment knows it: its terms, and how well each of them answers. */
export interface AskedWord {
  /** Equal for what is asked alike. */
  readonly key: string
  readonly range: TermRange
  /** Likeness of each term of the range. */
  readonly levels: Uint8Array
  /** Places of all of them together. */
  readonly count: number
}

export function askedWord(segment: Segment, word: QueryWord): AskedWord {
  const range = segment.range(word.folded, word.prefix)
  const levels = Uint8Array.from(segment.keys(range), key => levelOf(word, key))
  return { key: keyOf(word) + (word.prefix ? '*' : ''), range, levels, count: segment.count(range) }
}

function levelOf(word: QueryWord, key: string): Likeness {
  const end = key.indexOf(keySeparator)
  return likeness(word, { folded: key.slice(0, end), spelling: key.slice(end + 1) })
}
