import { isSyllable } from '../syllables/parse-syllable'
import { readAloud } from './read-aloud'

/** An announcer reads 150 to 180 syllables a minute. */
const syllablesPerMinuteByDefault = 165

/** Seconds an announcer needs for a text, numbers and dates read in full; 0 for an empty one. */
export function readingTimeSeconds(text: string, syllablesPerMinute = syllablesPerMinuteByDefault): number {
  return Math.ceil((countSyllables(readAloud(text)) * 60) / syllablesPerMinute)
}

/** Written words, which in Vietnamese are syllables; an acronym counts each of its letters. */
export function countSyllables(text: string): number {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  return words.reduce(
    (sum, word) => sum + (/^\p{Lu}{2,6}$/u.test(word) && !isSyllable(word) ? word.length : 1),
    0,
  )
}
