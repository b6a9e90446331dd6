import type { AskedWord } from './asked-word'
import { parts } from './passages'
import { rankOf } from './rank'
import type { Segment } from './segment'

/** What is known of a segment's documents while a query is answered. */
export interface Candidates {
  /** How many of the words a document was seen to hold, the rarest first: most documents drop out at once. */
  readonly held: Uint8Array
  /** Likeness of each word where it is spelled best, added up. */
  readonly spelling: Uint8Array
  /** Of the weightiest part that holds one of the words. */
  readonly weight: Uint8Array
}

/** Marks those that hold this word and all before it (`step` of them); false when there is none. */
export function markDocuments(segment: Segment, word: AskedWord, step: number, to: Candidates): boolean {
  const { held, spelling, weight } = to
  const best = new Uint8Array(held.length)
  let isAny = false
  eachSpelling(segment, word, (level, documents, count) => {
    for (let item = 0; item < count; item++) {
      const value = documents[item] ?? 0
      const document = value >>> 3
      const seen = held[document] ?? 0
      if (seen !== step && seen !== step + 1) continue
      held[document] = step + 1
      isAny = true
      if (level > (best[document] ?? 0)) best[document] = level
      if ((value & 7) > (weight[document] ?? 0)) weight[document] = value & 7
    }
  })
  for (let document = 0; document < held.length; document++)
    spelling[document] = (spelling[document] ?? 0) + (best[document] ?? 0)
  return isAny
}

/** The rank of each document for a query of one word: that of the place where it is spelled best. */
export function rankDocuments(segment: Segment, word: AskedWord): Uint16Array {
  const ranks = new Uint16Array(segment.documents)
  eachSpelling(segment, word, (level, documents, count) => {
    for (let item = 0; item < count; item++) {
      const value = documents[item] ?? 0
      const document = value >>> 3
      const rank = rankOf(1, level, value & 7)
      if (rank > (ranks[document] ?? 0)) ranks[document] = rank
    }
  })
  return ranks
}

/** Calls back with the documents of each spelling, as document × 8 + weight of the part of its first place there. */
function eachSpelling(
  segment: Segment,
  { range, levels }: AskedWord,
  each: (level: number, documents: Uint32Array, count: number) => void,
): void {
  const documents = new Uint32Array(segment.documents)
  segment.eachDocuments(range, (term, bytes, start, end) => {
    let count = 0
    let document = -1
    for (let index = start; index < end; ) {
      let byte = bytes[index++] ?? 0
      let value = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[index++] ?? 0
        value |= (byte & 127) << shift
      }
      const steps = (value / parts.length) | 0
      document += steps + 1
      documents[count++] = document * 8 + parts.length - 1 - (value - steps * parts.length)
    }
    each(levels[term - range.from] ?? 0, documents, count)
  })
}
