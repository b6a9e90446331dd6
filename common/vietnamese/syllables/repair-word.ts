import { matchCase } from './letter-case'
import { splitTone, type Tone, telexTones } from './letters'
import { isSyllable, parseSyllable, type StrippedWord, stripTones, type ToneStyle } from './parse-syllable'
import { writeSyllable } from './place-tone'
import { spellingVariants } from './spelling-variants'
import { splitWords } from './split-words'
import { syllableTable } from './syllable-table'

export type RepairReason =
  /** The letters are right, the tone stood on the wrong one: tòan → toàn. */
  | 'tone-place'
  /** A letter of the vowel lacked its mark, or onset and vowel did not fit: đuợc → được, nghành → ngành. */
  | 'spelling'
  /** The same tone or letter twice: hòà → hòa. */
  | 'doubled'
  /** A key too many at the end, or one of Telex that did not become a tone: côngg → công, trươngf → trường. */
  | 'leftover'
  /** A syllable that ends in c, ch, p or t without a tone: đươc → được or đước. */
  | 'tone-missing'
  /** Two words run together: lýluận → lý luận. */
  | 'missing-space'

export type Repair =
  /** Right as it stands, or no syllable near enough. */
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly word: string; readonly why: RepairReason }
  /** Best first. */
  | { readonly kind: 'several'; readonly words: readonly string[]; readonly why: RepairReason }

/**
 * What a wrongly written word must have been, found by rules alone: the same word gives the same answer everywhere, and
 * `one` is given only where a single syllable (or pair) fits. Foreign words without Vietnamese marks are left alone.
 */
export function repairWord(word: string, style: ToneStyle = 'old'): Repair {
  const composed = word.normalize('NFC')
  const stripped = stripTones(word)
  if (isSyllable(word)) return { kind: 'none' }
  // f and j are no letters here, but keys of Telex.
  if (stripped === null)
    return answer(leftover(composed.toLowerCase(), style), composed, 'leftover') ?? { kind: 'none' }
  return (
    answer(placed(stripped, style), composed, 'tone-place') ??
    answer(doubled(composed, stripped, style), composed, 'doubled') ??
    answer(leftover(composed.toLowerCase(), style), composed, 'leftover') ??
    answer(respelled(stripped, style), composed, 'spelling') ??
    answer(toned(stripped, style), composed, 'tone-missing') ??
    answer(splitWords(composed, style), composed, 'missing-space') ?? { kind: 'none' }
  )
}

function answer(found: readonly string[], word: string, why: RepairReason): Repair | null {
  const words = [...new Set(found.map(one => (one.includes(' ') ? one : matchCase(one, word))))]
  const [first] = words
  if (first === undefined) return null
  return words.length === 1 ? { kind: 'one', word: first, why } : { kind: 'several', words, why }
}

function placed({ base, tone, toneCount }: StrippedWord, style: ToneStyle): string[] {
  return toneCount === 1 ? valid(base, tone, style) : []
}

function respelled({ base, tone, toneCount }: StrippedWord, style: ToneStyle): string[] {
  if (toneCount > 1 || !looksVietnamese(base, toneCount)) return []
  return spellingVariants(base).flatMap(variant => valid(variant, tone, style))
}

function toned({ base, toneCount }: StrippedWord, style: ToneStyle): string[] {
  if (toneCount > 0 || !looksVietnamese(base, toneCount)) return []
  const tones: readonly Tone[] = ['nang', 'sac']
  const bases = [base, ...spellingVariants(base)].filter(one => syllableTable.has(one))
  return bases.flatMap(one => tones.flatMap(tone => valid(one, tone, style)))
}

/** One tone written twice, or one letter. */
function doubled(word: string, { base, toneCount }: StrippedWord, style: ToneStyle): string[] {
  const letters = [...word.toLowerCase()].map(splitTone).filter(letter => letter !== null)
  const tones = new Set(letters.map(({ tone }) => tone).filter(tone => tone !== 'ngang'))
  const [tone] = tones
  if (tone === undefined || tones.size > 1) return []
  if (toneCount > 1 && syllableTable.has(base)) return valid(base, tone, style)
  const single = base.replace(/(.)\1+/gu, '$1')
  return single === base ? [] : valid(single, tone, style)
}

function leftover(word: string, style: ToneStyle): string[] {
  const key = word.slice(-1)
  const rest = stripTones(word.slice(0, -1))
  if (rest === null || !looksVietnamese(rest.base, rest.toneCount) || !syllableTable.has(rest.base)) return []
  const meant = rest.toneCount > 0 ? rest.tone : telexTones[key]
  if (meant !== undefined && key in telexTones) return valid(rest.base, meant, style)
  if (word.at(-2) !== key) return []
  const asWritten = valid(rest.base, rest.tone, style)
  return asWritten.length > 0 ? asWritten : toned(rest, style)
}

function valid(base: string, tone: Tone, style: ToneStyle): string[] {
  const written = writeSyllable(base, tone, style)
  return written !== null && parseSyllable(written).kind === 'syllable' ? [written] : []
}

/** A word without one mark of Vietnamese may be foreign: `club` must not become `cúp`. */
function looksVietnamese(base: string, toneCount: number): boolean {
  return toneCount > 0 || /[ăâđêôơư]/.test(base)
}
