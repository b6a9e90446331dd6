import { decodePlaces } from './decode-places'
import type { QueryWord } from './query'
import type { Segment, TermRange } from './segment'
import { type Likeness, likeness } from './terms'

/** Where one word of the query stands in a segment. */
export interface WordPlaces {
  /** Rising within each spelling only. */
  readonly places: Uint32Array
  /** Of the word at the same index of `places`. */
  readonly levels: Uint8Array
  /** Four bits a place: 0 is another word, else the likeness and one. */
  readonly map: Uint8Array
}

export function collectPlaces(segment: Segment, word: QueryWord, range: TermRange): WordPlaces {
  const size = segment.count(range)
  const places = new Uint32Array(size)
  const levels = new Uint8Array(size)
  const map = new Uint8Array((segment.length >>> 1) + 1)
  let count = 0
  segment.postings(range, (term, postings) => {
    const level = likeness(word, segment.key(term))
    const first = count
    count = decodePlaces(postings, places, count)
    levels.fill(level, first, count)
    for (let index = first; index < count; index++) {
      const place = places[index] ?? 0
      map[place >>> 1] = (map[place >>> 1] ?? 0) | ((level + 1) << ((place & 1) << 2))
    }
  })
  return { places, levels, map }
}

/** The likeness of the word at a place, or -1 when another word stands there. */
export function likenessAt({ map }: WordPlaces, place: number): Likeness | -1 {
  return ((((map[place >>> 1] ?? 0) >>> ((place & 1) << 2)) & 15) - 1) as Likeness | -1
}
