import { spellingOf } from './terms'

/** Buckets of words, numbered from 1; 0 stands for a gap. */
export const bucketLimit = 256

/**
 * The bucket of each term: all the words of a segment, in the order of their spelling, cut into stretches that stand in the text
 * about equally often. Words that begin with the same letters lie in few buckets, which are hardly shared with others:
 * so one byte says of nearly every neighbour whether it is the word meant.
 */
export function bucketsOf(keys: readonly string[], counts: Uint32Array): Uint8Array {
  const spellings = keys.map(spellingOf)
  const order = [...keys.keys()].sort((a, b) => compare(spellings[a] ?? '', spellings[b] ?? ''))
  const buckets = new Uint8Array(keys.length)
  let rest = counts.reduce((sum, count) => sum + count, 0)
  let bucket = 1
  let filled = 0
  for (const term of order) {
    const count = counts[term] ?? 0
    // What is left is shared by the buckets that are left; the last takes all of it.
    if (filled > 0 && filled + count > (filled + rest) / (bucketLimit - bucket)) {
      bucket++
      filled = 0
    }
    filled += count
    rest -= count
    buckets[term] = bucket
  }
  return buckets
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
