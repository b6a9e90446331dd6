import { parts } from './passages'

/**
 * What decides the order of the articles found, the weightiest first; the newest come first where all is equal.
 * A stretch is a run of the query's words that stand side by side in one passage, in the query's order.
 */
export interface Merits {
  /** Words in the longest stretch. */
  readonly together: number
  /**
   * Likeness of the words added up: of those in the best stretch where it is the whole query, else of each word where it
   * is spelled best.
   */
  readonly spelling: number
  /** Weight of the part in which the best stretch stands; greater is better. */
  readonly part: number
}

const spellings = 128

/** Merits as one number: greater is better, never 0. Fits 16 bits with `mostWords` words. */
export function rankOf(together: number, spelling: number, part: number): number {
  return (together * spellings + spelling) * parts.length + part + 1
}
