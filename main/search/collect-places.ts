import { decodePlaces } from './decode-places'
import type { QueryWord } from './query'
import type { Segment, TermRange } from './segment'
import { type Likeness, likeness } from './terms'

/** Places of one spelling, as a stretch of `WordPlaces.places`: rising from `from` to before `to`. */
export interface SpellingPlaces {
  readonly level: Likeness
  readonly from: number
  readonly to: number
}

/** Where one word of the query stands in a segment, spelling by spelling. */
export interface WordPlaces {
  readonly places: Uint32Array
  readonly spellings: readonly SpellingPlaces[]
  /** Four bits a place: 0 is another word, else the likeness and one. Empty when nobody asks for neighbours. */
  readonly map: Uint8Array
}

export function collectPlaces(
  segment: Segment,
  word: QueryWord,
  range: TermRange,
  withMap: boolean,
): WordPlaces {
  const places = new Uint32Array(segment.count(range))
  const spellings: SpellingPlaces[] = []
  const map = new Uint8Array(withMap ? (segment.length >>> 1) + 1 : 0)
  let from = 0
  segment.postings(range, (term, postings) => {
    const level = likeness(word, segment.key(term))
    const to = decodePlaces(postings, places, from)
    if (withMap) markPlaces(map, places, from, to, level + 1)
    spellings.push({ level, from, to })
    from = to
  })
  return { places, spellings, map }
}

function markPlaces(map: Uint8Array, places: Uint32Array, from: number, to: number, mark: number): void {
  for (let index = from; index < to; index++) {
    const place = places[index] ?? 0
    map[place >>> 1] = (map[place >>> 1] ?? 0) | (mark << ((place & 1) << 2))
  }
}

/** The likeness of the word at a place, or -1 when another word stands there. */
export function likenessAt(map: Uint8Array, place: number): number {
  return (((map[place >>> 1] ?? 0) >>> ((place & 1) << 2)) & 15) - 1
}
