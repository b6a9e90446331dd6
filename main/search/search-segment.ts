import { collectPlaces, likenessAt, type WordPlaces } from './collect-places'
import { DocumentFinder } from './document-finder'
import type { Query } from './query'
import { rankStretches } from './rank-stretches'
import type { Segment } from './segment'

/** What is known of a segment's documents while a query is answered. */
export interface Candidates {
  readonly segment: Segment
  readonly finder: DocumentFinder
  /** How many of the words a document was seen to hold, the rarest first: most documents drop out at once. */
  readonly held: Uint8Array
  /** Likeness of each word where it is spelled best, added up. */
  readonly spelling: Uint8Array
}

/** The rank of each document that holds every word and phrase of the query, 0 for the others; null when there is none. */
export function searchSegment(segment: Segment, { words, phrases }: Query): Uint16Array | null {
  if (words.length === 0) return null
  const asked = words.map(word => {
    const range = segment.range(word.folded, word.prefix)
    return { word, range, count: segment.count(range) }
  })
  if (asked.some(({ count }) => count === 0)) return null
  const candidates: Candidates = {
    segment,
    finder: new DocumentFinder(segment),
    held: new Uint8Array(segment.documents),
    spelling: new Uint8Array(segment.documents),
  }
  const [only] = asked
  if (only !== undefined && asked.length === 1) {
    candidates.held.fill(1)
    return rankStretches([collectPlaces(segment, only.word, only.range, false)], candidates)
  }
  const found = new Map<number, WordPlaces>()
  const rarestFirst = [...asked.entries()].sort(([, a], [, b]) => a.count - b.count)
  for (const [step, [index, { word, range }]] of rarestFirst.entries()) {
    const own = collectPlaces(segment, word, range, true)
    found.set(index, own)
    if (!markDocuments(own, step, candidates)) return null
  }
  const inOrder = words.flatMap((_, index) => found.get(index) ?? [])
  for (const { from, to } of phrases) dropWithoutPhrase(inOrder.slice(from, to), words.length, candidates)
  return rankStretches(inOrder, candidates)
}

/** False when no document holds this word and all before it. */
function markDocuments(
  { places, spellings }: WordPlaces,
  step: number,
  { segment: { bases }, finder, held, spelling }: Candidates,
): boolean {
  const best = new Uint8Array(held.length)
  let isAny = false
  for (const { level, from, to } of spellings) {
    let end = 0
    for (let index = from; index < to; index++) {
      const place = places[index] ?? 0
      // One place a document is enough.
      if (place < end) continue
      const document = finder.at(place)
      end = bases[document + 1] ?? 0
      const seen = held[document] ?? 0
      if (seen !== step && seen !== step + 1) continue
      held[document] = step + 1
      isAny = true
      if (level > (best[document] ?? 0)) best[document] = level
    }
  }
  for (let document = 0; document < held.length; document++)
    spelling[document] = (spelling[document] ?? 0) + (best[document] ?? 0)
  return isAny
}

function dropWithoutPhrase(
  phrase: readonly WordPlaces[],
  wanted: number,
  { finder, held }: Candidates,
): void {
  const [first, ...rest] = phrase
  if (first === undefined) return
  const has = new Uint8Array(held.length)
  for (const place of first.places)
    if (rest.every(({ map }, index) => likenessAt(map, place + index + 1) >= 0)) has[finder.at(place)] = 1
  for (let document = 0; document < held.length; document++)
    if (has[document] === 0 && held[document] === wanted) held[document] = 0
}
