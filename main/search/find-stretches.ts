import type { Query } from './query'
import { likeness, type Term } from './terms'

/** A run of the query's words in a text, by numbers of the text's words: from the first to before the last. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** Likeness of its words added up. */
  readonly spelling: number
}

/** Every run of the query's words that stand side by side in the query's order, each as long as it goes. */
export function findStretches(terms: readonly Term[], { words }: Query): Stretch[] {
  const level = (query: number, place: number): number => {
    const [wanted, term] = [words[query], terms[place]]
    if (wanted === undefined || term === undefined) return -1
    const isMeant = wanted.prefix ? term.folded.startsWith(wanted.folded) : term.folded === wanted.folded
    return isMeant ? likeness(wanted, { folded: term.folded, spelling: term.letters + term.tone }) : -1
  }
  const found: Stretch[] = []
  for (let from = 0; from < terms.length; from++)
    for (let query = 0; query < words.length; query++) {
      if (level(query, from) < 0 || level(query - 1, from - 1) >= 0) continue
      let spelling = 0
      let to = from
      for (let next = level(query, to); next >= 0; next = level(query + to - from, to)) {
        spelling += next
        to++
      }
      found.push({ from, to, spelling })
    }
  return found
}
