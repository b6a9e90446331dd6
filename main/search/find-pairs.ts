import type { AskedWord } from './asked-word'
import { bucketLimit } from './buckets'
import { RisingNumbers } from './rising-numbers'
import type { Segment } from './segment'

/** What a bucket says of the word after a place: a likeness, or one of these. */
const isOther = -1
const isUnsure = 4
/** Unsure places that are stepped over at a time: a rare word follows few of them. */
const stride = 32

/**
 * Where the one word stands just before the other: place × 16 + likeness of the first × 4 + likeness of the second. By the bucket of the neighbour, and by the places of the second word where that does not tell.
 */
export function findPairs(segment: Segment, word: AskedWord, next: AskedWord): RisingNumbers {
  const verdicts = verdictsOf(segment, next)
  const pairs = new RisingNumbers()
  /** Place × 4 + likeness of the first word. */
  const unsure = new RisingNumbers()
  segment.eachPlaces(word.range, (term, bytes, start, count, end) => {
    const level = word.levels[term - word.range.from] ?? 0
    const neighbours = end - count
    let place = 0
    let index = start
    for (let item = 0; item < count; item++) {
      let byte = bytes[index++] ?? 0
      let difference = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[index++] ?? 0
        difference |= (byte & 127) << shift
      }
      place += difference
      const verdict = verdicts[bytes[neighbours + item] ?? 0] ?? isOther
      if (verdict === isOther) continue
      if (verdict === isUnsure) unsure.push(place * 4 + level)
      else pairs.push(place * 16 + level * 4 + verdict)
    }
    pairs.endStretch()
    unsure.endStretch()
  })
  if (unsure.length > 0) addFollowed(segment, next, verdicts, unsure.merged(), pairs)
  return pairs
}

/** A bucket is sure when all its words are meant and answer equally well. */
function verdictsOf({ buckets, bucketSizes }: Segment, { range, levels }: AskedWord): Int8Array {
  const verdicts = new Int8Array(bucketLimit).fill(isOther)
  const seen = new Uint32Array(bucketLimit)
  for (let term = range.from; term < range.to; term++) {
    const bucket = buckets[term] ?? 0
    const level = levels[term - range.from] ?? 0
    if (seen[bucket] === 0) verdicts[bucket] = level
    else if (verdicts[bucket] !== level) verdicts[bucket] = isUnsure
    seen[bucket] = (seen[bucket] ?? 0) + 1
  }
  for (let bucket = 0; bucket < bucketLimit; bucket++)
    if (seen[bucket] !== 0 && seen[bucket] !== bucketSizes[bucket]) verdicts[bucket] = isUnsure
  return verdicts
}

/** Adds those of the unsure places that the next word really follows. */
function addFollowed(
  segment: Segment,
  { range: { from, to }, levels }: AskedWord,
  verdicts: Int8Array,
  unsure: Uint32Array,
  pairs: RisingNumbers,
): void {
  const isAsked = (term: number) => term < to && verdicts[segment.buckets[term] ?? 0] === isUnsure
  for (let first = from; first < to; first++) {
    if (!isAsked(first)) continue
    let last = first + 1
    while (isAsked(last)) last++
    segment.eachPlaces({ from: first, to: last }, (term, bytes, start, count) => {
      const level = levels[term - from] ?? 0
      let item = 0
      let wanted = unsure[0] ?? 0
      let place = 0
      let index = start
      for (let done = 0; done < count; done++) {
        let byte = bytes[index++] ?? 0
        let difference = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[index++] ?? 0
          difference |= (byte & 127) << shift
        }
        place += difference
        while (item + stride < unsure.length && ((unsure[item + stride] ?? 0) >>> 2) + 1 < place)
          item += stride
        wanted = unsure[item] ?? 0
        while (item < unsure.length && (wanted >>> 2) + 1 < place) wanted = unsure[++item] ?? 0
        if (item === unsure.length) break
        if ((wanted >>> 2) + 1 === place) pairs.push(wanted * 4 + level)
      }
      pairs.endStretch()
    })
    first = last
  }
}
