import { remembered } from '../remembered'
import type { Tone } from '../syllables/letters'
import { parseSyllable, stripTones } from '../syllables/parse-syllable'
import { writeSyllable } from '../syllables/place-tone'
import { differences } from './differences'

/* How far one syllable is from another, by ear and by keyboard. */

const onsetGroups: Readonly<Record<string, string>> = {
  x: 's',
  ch: 'tr',
  d: 'd',
  gi: 'd',
  r: 'd',
  đ: 'd',
  k: 'c',
  gh: 'g',
  ngh: 'ng',
  l: 'l',
  n: 'l',
}
const codaGroups: Readonly<Record<string, string>> = {
  t: 'c',
  p: 'c',
  ch: 'c',
  ng: 'n',
  nh: 'n',
  m: 'n',
  o: 'u',
}

/** A syllable as the ear takes it apart. */
interface Heard {
  readonly onset: string
  readonly vowels: string
  readonly coda: string
  readonly tone: Tone
  /** Its letters without tone and with i for y. */
  readonly letters: string
  /** Read with a tone that it lacks. */
  readonly isToneAdded: boolean
}

const heard = remembered((word): Heard | 'nothing' => {
  const read = parseSyllable(word)
  const isToneAdded = read.kind === 'not-syllable' && read.why === 'stop-without-tone'
  // "phat" of phat động is read as if it had the tone that it lacks.
  const parsed = isToneAdded ? parseSyllable(writeSyllable(word, 'nang', 'old') ?? word) : read
  if (parsed.kind !== 'syllable') return 'nothing'
  const { onset, glide, nucleus, coda, tone, base } = parsed.syllable
  return { onset, vowels: glide + nucleus, coda, tone, letters: base.replace('y', 'i'), isToneAdded }
})

/** Marks, tones and the consonants speech merges taken away: what sounds alike has one key. */
export const keyOf: (word: string) => string = remembered(word => {
  const syllable = heard(word)
  if (syllable === 'nothing') return word
  return mergedOnset(syllable.onset) + plain(syllable.vowels) + mergedCoda(syllable.coda)
})

function plain(vowels: string): string {
  const flat = vowels
    .replace(/[ăâ]/g, 'a')
    .replace(/ê/g, 'e')
    .replace(/[ôơ]/g, 'o')
    .replace(/ư/g, 'u')
    .replace(/y/g, 'i')
  return flat
}

function mergedOnset(onset: string): string {
  return onsetGroups[onset] ?? onset
}

function mergedCoda(coda: string): string {
  return codaGroups[coda] ?? coda
}

/** One letter apart, or one part of the syllable; i for y is a matter of style. What lacks every mark only lacks its marks. */
export function isNearly(written: string, meant: string): boolean {
  // What shares neither end is further away; most pairs end here, before anything is taken apart.
  const sharesAnEnd = written.charAt(0) === meant.charAt(0) || written.at(-1) === meant.at(-1)
  if (!sharesAnEnd && written.length > 2) return false
  const apart = slips(written, meant)
  if (apart === 0) return false
  if (parseSyllable(written).kind !== 'syllable' && !/[^a-z]/.test(written))
    return bare(written) === bare(meant)
  return apart === 1 || isOneKey(written, meant)
}

function bare(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
}

/** One letter put in, left out, replaced or swapped with its neighbour, its mark being part of it; the tone stays. */
export function isOneKey(written: string, meant: string): boolean {
  if (written.length < 2 || meant.length < 3 || Math.abs(written.length - meant.length) > 1) return false
  const [left, right] = [stripTones(written), stripTones(meant)]
  if (left === null || right === null || left.toneCount > 1)
    return differences([...written], [...meant]) === 1
  return left.tone === right.tone && differences([...left.base], [...right.base]) === 1
}

/** The consonant that speech swaps at the beginning, nothing else. */
export function isSwapped(written: string, meant: string): boolean {
  const [a, b] = [heard(written), heard(meant)]
  return a !== 'nothing' && b !== 'nothing' && a.onset !== b.onset && slips(written, meant) === 1
}

/** What speech merges: s and x, tr and ch, l and n, d, gi and r; n, ng and nh, c, ch and t at the end; hỏi and ngã. */
export function isSpokenSlip(written: string, meant: string): boolean {
  const [a, b] = [heard(written), heard(meant)]
  if (a === 'nothing' || b === 'nothing' || slips(written, meant) !== 1) return false
  if (a.onset !== b.onset)
    return a.onset !== 'đ' && b.onset !== 'đ' && mergedOnset(a.onset) === mergedOnset(b.onset)
  if (a.coda !== b.coda) return a.coda !== '' && mergedCoda(a.coda) === mergedCoda(b.coda)
  return a.tone !== b.tone && ['hoi', 'nga'].includes(a.tone) && ['hoi', 'nga'].includes(b.tone)
}

/** How many of tone, onset, vowel and coda differ. */
export function slips(written: string, meant: string): number {
  const [a, b] = [heard(written), heard(meant)]
  if (a === 'nothing' || b === 'nothing') return Number.POSITIVE_INFINITY
  const vowelsDiffer = a.vowels !== b.vowels
  const toneDiffers = a.tone !== b.tone || a.isToneAdded
  const count =
    Number(toneDiffers) + Number(a.onset !== b.onset) + Number(vowelsDiffer) + Number(a.coda !== b.coda)
  // Spelling i or y alone is a matter of style: kĩ thuật, quí.
  return vowelsDiffer && count === 1 && a.letters === b.letters ? 0 : count
}
