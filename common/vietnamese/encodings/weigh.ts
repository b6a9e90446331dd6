import { parseSyllable } from '../syllables/parse-syllable'
import { decodeWord, type LegacyReading } from './decode-word'
import { frequentSyllables } from './frequent-syllables'
import { looksDisplaced, type Word } from './words-of'

/** How well a reading turns the words of a stretch into Vietnamese. */
export interface Weight {
  /** 0 or more; from 2 on the words prove the reading alone. */
  readonly evidence: number
  /** Share of words that are Vietnamese after decoding, of those that could be; 0–1. */
  readonly share: number
  /** Words with marks that were Vietnamese and would stop to be. */
  readonly lost: number
  /** Words with marks that decoding makes Vietnamese, and those that are so before and after. */
  readonly gained: number
  readonly kept: number
}

/** A vowel and a modifier letter as only VNI writes them; French has one such word, où. */
const vniPair = /^(?!où$).*(?:[aeoyu][ùøûõï]|[aoe][âáàåãäêèúüë]|[öô][ùøûõï])/i

export function weigh(words: readonly Word[], reading: LegacyReading): Weight {
  let evidence = 0
  let proved = 0
  let good = 0
  let counted = 0
  let lost = 0
  let gained = 0
  let kept = 0
  for (const { text } of words) {
    if (isAscii(text)) {
      if (isNeutral(text)) continue
      counted += 1
      if (isPlausible(text)) good += 1
      continue
    }
    const decoded = decodeWord(text, reading)
    const was = isPlausible(text)
    counted += 1
    if (decoded.valid) good += 1
    if (decoded.valid && was) kept += 1
    if (!decoded.valid && was) lost += 1
    if (!decoded.valid || was) continue
    gained += 1
    const strong = reading.encoding === 'vni' ? vniPair.test(text) : looksDisplaced(text)
    if (strong) proved += 1
    evidence += strong ? 2 : evidenceOf(decoded.text)
  }
  // Letters alone prove nothing where most words make sense as they are.
  if (proved === 0 && kept > gained) evidence = Math.min(evidence, 1)
  return { evidence, share: counted === 0 ? 0 : good / counted, lost, gained, kept }
}

/** Letters alone could be another language: `så må gå` decodes to syllables too, but to short and seldom ones. */
function evidenceOf(syllable: string): number {
  const parsed = parseSyllable(syllable)
  if (parsed.kind !== 'syllable' || parsed.syllable.rarity === 'rare') return 0
  const { nucleus, coda } = parsed.syllable
  if (nucleus.length > 1 && coda !== '') return 1.6
  if (frequentSyllables.has(syllable.toLowerCase())) return 1.2
  return syllable.length >= 4 ? 1 : 0.15
}

export function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text)
}

/** Acronyms, Roman numerals and single letters say nothing about the language. */
function isNeutral(word: string): boolean {
  return word.length === 1 || /^[IVXLC]+$/.test(word) || (/^[A-Z]{2,6}$/.test(word) && !isPlausible(word))
}

/** A syllable that a reader would take for a word; rare ones (`céng`) more often come from a wrong reading. */
function isPlausible(word: string): boolean {
  const parsed = parseSyllable(word)
  return parsed.kind === 'syllable' && parsed.syllable.rarity === 'common'
}
