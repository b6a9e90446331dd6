import { type ParsedSyllable, parseSyllable } from '../syllables/parse-syllable'

const known = new Map<string, ParsedSyllable>()
const most = 20_000

/** `parseSyllable` with a memory: a text has few different words. */
export function readSyllable(word: string): ParsedSyllable {
  const before = known.get(word)
  if (before !== undefined) return before
  if (known.size > most) known.clear()
  const parsed = parseSyllable(word)
  known.set(word, parsed)
  return parsed
}

export function isKnownSyllable(word: string): boolean {
  return readSyllable(word).kind === 'syllable'
}
