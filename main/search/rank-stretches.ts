import { likenessAt, type WordPlaces } from './collect-places'
import { endsPerDocument } from './encode-segment'
import { parts } from './passages'
import { rankOf } from './rank'
import type { Candidates } from './search-segment'

/** The rank of each document that holds all the words, by the best of its stretches. */
export function rankStretches(words: readonly WordPlaces[], candidates: Candidates): Uint16Array {
  const result = new Uint16Array(candidates.segment.documents)
  const maps = words.map(({ map }) => map)
  for (const [first, word] of words.entries())
    if (first === 0 || isShort(words.length - first, candidates.held, words.length, result))
      rankFrom(first, word, maps, candidates, result)
  return result
}

/** Whether a document is left that has no stretch of more words than that. */
function isShort(together: number, held: Uint8Array, words: number, result: Uint16Array): boolean {
  const more = rankOf(together + 1, 0, 0)
  return held.some((seen, document) => seen === words && (result[document] ?? 0) < more)
}

/** Stretches that begin with the given word of the query. */
function rankFrom(
  first: number,
  { places, spellings }: WordPlaces,
  maps: readonly Uint8Array[],
  { segment: { bases, ends }, finder, held, spelling }: Candidates,
  result: Uint16Array,
): void {
  const before = maps[first - 1]
  const next = maps[first + 1]
  // No stretch from here is longer, so documents that have a longer one are passed over.
  const enough = rankOf(maps.length - first + 1, 0, 0)
  for (const { level, from, to } of spellings) {
    let document = 0
    let end = 0
    let isPassed = false
    for (let index = from; index < to; index++) {
      const place = places[index] ?? 0
      if (place >= end) {
        document = finder.at(place)
        end = bases[document + 1] ?? 0
        isPassed = held[document] !== maps.length || (result[document] ?? 0) >= enough
      }
      if (isPassed) continue
      // A stretch is taken where it begins.
      if (before !== undefined && place > 0 && likenessAt(before, place - 1) >= 0) continue
      let together = 1
      let spelled = level as number
      if (next !== undefined && likenessAt(next, place + 1) >= 0)
        for (let map: Uint8Array | undefined = next; map !== undefined; map = maps[first + together]) {
          const likeness = likenessAt(map, place + together)
          if (likeness < 0) break
          spelled += likeness
          together++
        }
      if (together < maps.length) spelled = spelling[document] ?? 0
      const known = result[document] ?? 0
      if (rankOf(together, spelled, parts.length - 1) <= known) continue
      const rank = rankOf(together, spelled, partAt(ends, document, place - (bases[document] ?? 0)))
      if (rank > known) result[document] = rank
      // The first place of a single word stands in the weightiest part.
      if (maps.length === 1) isPassed = true
    }
  }
}

/** Weight of the part that begins so many places after the document's beginning. */
function partAt(ends: Uint32Array, document: number, offset: number): number {
  let part = 0
  while (part < endsPerDocument && offset >= (ends[document * endsPerDocument + part] ?? 0)) part++
  return parts.length - 1 - part
}
