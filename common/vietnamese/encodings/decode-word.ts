import { isSyllable } from '../syllables/parse-syllable'
import { decodeLegacy } from './convert'
import { undoCp1258 } from './undo-cp1258'

/** A legacy text as the screen shows its bytes: by code page 1252 (everywhere) or 1258 (Windows in Vietnamese). */
export interface LegacyReading {
  readonly encoding: 'tcvn3' | 'vni'
  readonly through: 'cp1252' | 'cp1258'
}

export interface DecodedWord {
  readonly text: string
  readonly valid: boolean
  /** Several letters would fit: a lost ư, or bytes with two readings. */
  readonly guessed: boolean
}

/** One word decoded; of several readings the one that makes a syllable. */
export function decodeWord(word: string, { encoding, through }: LegacyReading): DecodedWord {
  const readings = through === 'cp1258' ? undoCp1258(word) : [word]
  const decoded = readings.map(reading => decodeLegacy(reading, encoding))
  const right = decoded.find(isSyllable)
  if (right !== undefined) return { text: right, valid: true, guessed: right !== decoded[0] }
  const repaired = encoding === 'tcvn3' ? decoded.flatMap(insertLostHorn) : []
  const [only] = repaired
  if (only !== undefined && repaired.length === 1) return { text: only, valid: true, guessed: true }
  return { text: decoded[0] ?? word, valid: false, guessed: false }
}

/** Bytes that became valid words without their ư and would be wrong far more often than right. */
const knownLosses: ReadonlyMap<string, string> = new Map([['ngời', 'người']])

/** TCVN3 writes ư as a soft hyphen, which web pages and PDF readers drop: every place where one ư makes a syllable. */
export function insertLostHorn(word: string): string[] {
  const dashed = word.replace(/[-\u2010\u2011]/, 'ư')
  if (dashed !== word) return isSyllable(dashed) ? [dashed] : []
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at += 1) {
    const whole = `${word.slice(0, at)}ư${word.slice(at)}`
    if (word.length > 1 && isSyllable(whole)) found.add(whole)
  }
  return [...found]
}

/** For a text in which every ư was lost: words that stay valid without it (`ngời` for người). */
export function knownLoss(word: string): string | undefined {
  const known = knownLosses.get(word.toLowerCase())
  return known === undefined
    ? undefined
    : /^\p{Lu}/u.test(word)
      ? known.charAt(0).toUpperCase() + known.slice(1)
      : known
}
