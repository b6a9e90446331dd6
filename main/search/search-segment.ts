import { collectPlaces, likenessAt, type WordPlaces } from './collect-places'
import { endsPerDocument } from './encode-segment'
import { parts } from './passages'
import type { Query } from './query'
import { rankOf } from './rank'
import type { Segment } from './segment'

/** The rank of each document that holds every word and phrase of the query, 0 for the others; null when there is none. */
export function searchSegment(segment: Segment, { words, phrases }: Query): Uint16Array | null {
  if (words.length === 0) return null
  const ranges = words.map(word => segment.range(word.folded, word.prefix))
  if (ranges.some(({ from, to }) => from === to)) return null
  const documentAt = documentFinder(segment)
  // How many of the words a document was seen to hold, the rarest first: most documents drop out at once.
  const held = new Uint8Array(segment.documents)
  const spelling = new Uint8Array(segment.documents)
  const found: WordPlaces[] = []
  const rarestFirst = [...words.keys()].sort(
    (a, b) => segment.count(at(ranges, a)) - segment.count(at(ranges, b)),
  )
  for (const [step, index] of rarestFirst.entries()) {
    const own = collectPlaces(segment, at(words, index), at(ranges, index))
    found[index] = own
    if (!markDocuments(own, step, held, spelling, documentAt)) return null
  }
  for (const { from, to } of phrases) dropWithoutPhrase(found.slice(from, to), words.length, held, documentAt)
  return rankStretches(segment, found, held, spelling, documentAt)
}

type DocumentFinder = (place: number) => number

/** The document at a place, found from a table of every 256th. */
function documentFinder({ bases, documents, length }: Segment): DocumentFinder {
  const table = new Uint32Array((length >>> 8) + 1)
  let document = 0
  for (let block = 0; block < table.length; block++) {
    while (document + 1 < documents && (bases[document + 1] ?? 0) <= block << 8) document++
    table[block] = document
  }
  return place => {
    let candidate = table[place >>> 8] ?? 0
    while ((bases[candidate + 1] ?? 0) <= place) candidate++
    return candidate
  }
}

/** False when no document holds this word and all before it. */
function markDocuments(
  { places, levels }: WordPlaces,
  step: number,
  held: Uint8Array,
  spelling: Uint8Array,
  documentAt: DocumentFinder,
): boolean {
  const best = new Uint8Array(held.length)
  let isAny = false
  for (let index = 0; index < places.length; index++) {
    const document = documentAt(places[index] ?? 0)
    const seen = held[document] ?? 0
    if (seen !== step && seen !== step + 1) continue
    held[document] = step + 1
    isAny = true
    const level = levels[index] ?? 0
    if (level > (best[document] ?? 0)) best[document] = level
  }
  for (let document = 0; document < held.length; document++)
    spelling[document] = (spelling[document] ?? 0) + (best[document] ?? 0)
  return isAny
}

function dropWithoutPhrase(
  phrase: readonly WordPlaces[],
  wanted: number,
  held: Uint8Array,
  documentAt: DocumentFinder,
): void {
  const [first, ...rest] = phrase
  if (first === undefined) return
  const has = new Uint8Array(held.length)
  for (const place of first.places)
    if (rest.every((word, index) => likenessAt(word, place + index + 1) >= 0)) has[documentAt(place)] = 1
  for (let document = 0; document < held.length; document++)
    if (has[document] === 0 && held[document] === wanted) held[document] = 0
}

function rankStretches(
  segment: Segment,
  found: readonly WordPlaces[],
  held: Uint8Array,
  spelling: Uint8Array,
  documentAt: DocumentFinder,
): Uint16Array {
  const result = new Uint16Array(segment.documents)
  for (const [index, word] of found.entries()) {
    const before = found[index - 1]
    for (let nth = 0; nth < word.places.length; nth++) {
      const place = word.places[nth] ?? 0
      const document = documentAt(place)
      if (held[document] !== found.length) continue
      // A stretch is taken where it begins.
      if (before !== undefined && place > 0 && likenessAt(before, place - 1) >= 0) continue
      let together = 1
      let likenessSum = word.levels[nth] ?? 0
      for (let next = found[index + 1]; next !== undefined; next = found[index + together]) {
        const level = likenessAt(next, place + together)
        if (level < 0) break
        likenessSum += level
        together++
      }
      const spelled = together === found.length ? likenessSum : (spelling[document] ?? 0)
      const rank = rankOf(together, spelled, partAt(segment, document, place))
      if (rank > (result[document] ?? 0)) result[document] = rank
    }
  }
  return result
}

/** Weight of the part in which a place lies. */
function partAt({ bases, ends }: Segment, document: number, place: number): number {
  const offset = place - (bases[document] ?? 0)
  let part = 0
  while (part < endsPerDocument && offset >= (ends[document * endsPerDocument + part] ?? 0)) part++
  return parts.length - 1 - part
}

function at<T>(values: readonly T[], index: number): T {
  const value = values[index]
  if (value === undefined) throw new RangeError(`no item ${index}`)
  return value
}
