import { decodePlaces } from './decode-places'
import type { WordStream } from './encode-segment'
import { endsPerDocument } from './part-at'
import type { Segment } from './segment'

/** A segment and which of its documents are still current, by their numbers, rising. */
export interface MergePart {
  readonly segment: Segment
  readonly kept: readonly number[]
}

/** The words of the kept documents in one stream; documents are numbered in the order given. */
export function mergeSegments(sources: readonly MergePart[]): WordStream {
  const bases = [0]
  const ends: number[] = []
  for (const { segment, kept } of sources)
    for (const document of kept) {
      const length = (segment.bases[document + 1] ?? 0) - (segment.bases[document] ?? 0)
      bases.push((bases.at(-1) ?? 0) + length)
      ends.push(...segment.ends.subarray(document * endsPerDocument, (document + 1) * endsPerDocument))
    }
  const places = new Uint32Array(bases.at(-1) ?? 0)
  const numbers = new Map<string, number>()
  const keys: string[] = []
  let first = 0
  for (const { segment, kept } of sources) {
    const moved = movedBases(segment, kept, bases, first)
    first += kept.length
    const decoded = new Uint32Array(segment.length)
    const all = { from: 0, to: segment.terms }
    const segmentKeys = segment.keys(all)
    segment.eachPlaces(all, (term, bytes, start, count) => {
      const key = segmentKeys[term] ?? ''
      let number = numbers.get(key)
      decodePlaces(bytes, start, count, decoded)
      let document = 0
      for (let index = 0; index < count; index++) {
        const place = decoded[index] ?? 0
        while ((segment.bases[document + 1] ?? 0) <= place) document++
        const base = moved[document] ?? -1
        if (base < 0) continue
        if (number === undefined) {
          number = keys.push(key)
          numbers.set(key, number)
        }
        places[base + place - (segment.bases[document] ?? 0)] = number
      }
    })
  }
  return { places, keys, bases: Uint32Array.from(bases), ends: Uint32Array.from(ends) }
}

/** Where each document of the segment begins in the merged stream; -1 for those left behind. */
function movedBases(
  segment: Segment,
  kept: readonly number[],
  bases: readonly number[],
  first: number,
): Int32Array {
  const moved = new Int32Array(segment.documents).fill(-1)
  for (const [index, document] of kept.entries()) moved[document] = bases[first + index] ?? -1
  return moved
}
