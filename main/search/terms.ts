import { fold } from '#common/vietnamese/fold'

/** One word as the index knows it: `hoà`, `hòa` and their NFD forms are the same term; `hoa` shares its folded form. */
export interface Term {
  /** Without marks, case and leading zeros; equal for everything a search without marks finds. */
  readonly folded: string
  /** Lower-case letters with their hooks and hats, without the tone. */
  readonly letters: string
  /** The tone as a combining character, wherever it was written; empty for none. */
  readonly tone: string
}

const word = /[\p{L}\p{N}\p{M}]+/gu
const longestWord = 64
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
/** Raw words seen so far; a language has few, a text repeats them. */
const known = new Map<string, Term>()
const knownLimit = 100_000

/** Where the words of a text stand, in reading order; `start` and `end` count UTF-16 units. */
export function* wordsOf(
  text: string,
): Generator<{ readonly term: Term; readonly start: number; readonly end: number }> {
  for (const found of text.matchAll(word)) {
    const [raw] = found
    const term = termOf(raw)
    if (term.folded !== '') yield { term, start: found.index, end: found.index + raw.length }
  }
}

/** The terms of a text, in reading order. */
export function termsOf(text: string): Term[] {
  // A lone mark folds to nothing and is no word.
  return (
    text
      .match(word)
      ?.map(termOf)
      .filter(({ folded }) => folded !== '') ?? []
  )
}

/** Separates the folded form from the spelling in a dictionary key, and sorts before every letter. */
export const keySeparator = '\u0001'
/** Ends a key in the dictionary, so that many can be read at once. */
export const keyEnd = '\u0002'

/** The dictionary's key: every spelling of a folded form stands beside the others. */
export function keyOf({ folded, letters, tone }: Term): string {
  return `${folded}${keySeparator}${letters}${tone}`
}

export function spellingOf(key: string): string {
  return key.slice(key.indexOf(keySeparator) + 1)
}

function termOf(raw: string): Term {
  const seen = known.get(raw)
  if (seen !== undefined) return seen
  const decomposed = raw.slice(0, longestWord).toLowerCase().normalize('NFD')
  const term: Term = {
    folded: fold(raw.slice(0, longestWord)).replace(/^0+(?=\d)/, ''),
    letters: decomposed.replace(tones, '').normalize('NFC'),
    tone: decomposed.match(tones)?.[0] ?? '',
  }
  if (known.size >= knownLimit) known.clear()
  known.set(raw, term)
  return term
}

/** How well a word of the text answers a word of the query; greater is better. */
export type Likeness = 0 | 1 | 2 | 3

/**
 * 3: the same word, spelled the same. 0: only the beginning of a word, in another spelling. Between them the same word in
 * another spelling and a word that begins as it is spelled: who wrote marks means the marks, who wrote none the word.
 * The folded forms are known to match.
 */
export function likeness(
  wanted: Term,
  found: { readonly folded: string; readonly spelling: string },
): Likeness {
  const { letters, tone } = wanted
  const hasMarks = tone !== '' || letters !== wanted.folded
  if (wanted.folded === found.folded) return found.spelling === letters + tone ? 3 : hasMarks ? 1 : 2
  const isSpelledSo = found.spelling.startsWith(letters) && found.spelling.endsWith(tone)
  return isSpelledSo ? (hasMarks ? 2 : 1) : 0
}

/** Letters, tones and marks in every form; an index made with another way of folding has another print. */
export const foldingSample =
  'Cẩm Yên ĐƯỜNG đường hoà hòa Thuỷ Thủy quý giữa 05/2026 NĐ-CP Krông Ắk Straße İstanbul ﬁ Ⅳ о\u0301'
