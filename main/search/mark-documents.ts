import type { AskedWord } from './asked-word'
import { parts } from './passages'
import type { Segment } from './segment'

/** A word as each document has it: 0 where it is not, else (likeness + 1) × 8 + weight of the part it stands in. */
export type WordMarks = Uint8Array

export const markedLikeness = (mark: number): number => (mark >>> 3) - 1
export const markedWeight = (mark: number): number => mark & 7

/**
 * How each document spells the word best, and the weightiest part that holds it: in that spelling for the only word of a query,
 * in any for one of several.
 */
export function markDocuments(segment: Segment, { range, levels }: AskedWord, isOnly: boolean): WordMarks {
  const marks = new Uint8Array(segment.documents)
  // What is compared by itself: the mark as a whole, or likeness and weight apart.
  const high = isOnly ? 255 : 248
  const low = 255 - high
  segment.eachDocuments(range, (term, bytes, start, end) => {
    const best = ((levels[term - range.from] ?? 0) + 1) * 8 + parts.length - 1
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
      const mark = best - (value - steps * parts.length)
      const known = marks[document] ?? 0
      marks[document] = Math.max(mark & high, known & high) | Math.max(mark & low, known & low)
    }
  })
  return marks
}
