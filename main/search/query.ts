import { type Term, termsOf } from './terms'

export interface QueryWord extends Term {
  /** Still being typed: every word that begins so is meant. */
  readonly prefix: boolean
}

/** A question to the index: words in order, and which of them must stand side by side. */
export interface Query {
  readonly words: readonly QueryWord[]
  /** From the first word to before the last; only phrases of two words and more. */
  readonly phrases: readonly { readonly from: number; readonly to: number }[]
}

/** Later words are left out; a headline has fewer. */
export const mostWords = 24

const part = /["“”«»]([^"“”«»]*)["“”«»]?|[^\s"“”«»]+/gu

/**
 * Words between quotes, and words that are written without a blank between them (`12/2026/QĐ-UBND`), must stand side by
 * side. The last word is a beginning unless a blank or a quote follows it.
 */
export function parseQuery(text: string): Query {
  const words: QueryWord[] = []
  const phrases: { from: number; to: number }[] = []
  for (const found of text.matchAll(part)) {
    const from = words.length
    const terms = termsOf(found[1] ?? found[0]).slice(0, mostWords - from)
    const isOpen = found[1] === undefined && found.index + found[0].length === text.length
    for (const [place, term] of terms.entries())
      words.push({ ...term, prefix: isOpen && place === terms.length - 1 })
    if (terms.length > 1) phrases.push({ from, to: words.length })
  }
  return { words, phrases }
}
