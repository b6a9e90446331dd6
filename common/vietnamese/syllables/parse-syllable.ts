import { remembered } from '../remembered'
import { splitTone, type Tone } from './letters'
import { type SyllableShape, syllableTable } from './syllable-table'

/** Where open oa, oe, uy carry their tone: `hòa` (old) or `hoà` (new). */
export type ToneStyle = 'old' | 'new'

export interface Syllable extends SyllableShape {
  /** The spelling without tone, lower case, NFC: `hoa` for `Hòa`. */
  readonly base: string
  readonly tone: Tone
  /** `either` where both styles write the same. */
  readonly style: ToneStyle | 'either'
}

export type NotSyllable =
  /** A digit, a foreign letter (f j w z), punctuation, or nothing at all. */
  | 'not-letters'
  /** Letters that make no syllable of the grammar. */
  | 'no-such-syllable'
  /** More than one letter carries a tone: mostly two words without a space. */
  | 'two-tones'
  /** A syllable with its tone on the wrong letter: `đựơc`. */
  | 'misplaced-tone'
  /** c, ch, p and t end only syllables with sắc or nặng. */
  | 'stop-without-tone'

export type ParsedSyllable =
  | { readonly kind: 'syllable'; readonly syllable: Syllable }
  | { readonly kind: 'not-syllable'; readonly why: NotSyllable }

export interface StrippedWord {
  readonly base: string
  readonly tone: Tone
  /** Index of the letter with the tone; -1 for ngang. */
  readonly toneAt: number
  readonly toneCount: number
}

const toneAllowedBeforeStop: ReadonlySet<Tone> = new Set(['sac', 'nang'])
const stops = new Set(['c', 'ch', 'p', 't'])

/** A single written word, any case, NFC or NFD, taken apart by the grammar of the Vietnamese syllable. */
export const parseSyllable: (word: string) => ParsedSyllable = remembered(parse)

function parse(word: string): ParsedSyllable {
  const stripped = stripTones(word)
  if (stripped === null) return { kind: 'not-syllable', why: 'not-letters' }
  const { base, tone, toneAt, toneCount } = stripped
  if (toneCount > 1) return { kind: 'not-syllable', why: 'two-tones' }
  const shape = syllableTable.get(base)
  if (shape === undefined) return { kind: 'not-syllable', why: 'no-such-syllable' }
  if (stops.has(shape.coda) && !toneAllowedBeforeStop.has(tone)) {
    return { kind: 'not-syllable', why: 'stop-without-tone' }
  }
  const style = styleAt(shape, toneAt)
  if (style === null) return { kind: 'not-syllable', why: 'misplaced-tone' }
  return { kind: 'syllable', syllable: { ...shape, base, tone, style } }
}

/** Whether a word is a correctly spelt syllable, in either tone style. */
export function isSyllable(word: string): boolean {
  return parseSyllable(word).kind === 'syllable'
}

/** Lower case, composed, tones taken off and counted; null where a character is not of the Vietnamese alphabet. */
export function stripTones(word: string): StrippedWord | null {
  let base = ''
  let tone: Tone = 'ngang'
  let toneAt = -1
  let toneCount = 0
  for (const letter of word.normalize('NFC').toLowerCase()) {
    const split = splitTone(letter)
    if (split === null) return null
    if (split.tone !== 'ngang') {
      if (toneCount === 0) {
        tone = split.tone
        toneAt = base.length
      }
      toneCount += 1
    }
    base += split.base
  }
  return base === '' ? null : { base, tone, toneAt, toneCount }
}

function styleAt({ toneAt: places }: SyllableShape, toneAt: number): Syllable['style'] | null {
  if (toneAt === -1) return 'either'
  if (toneAt === places.old) return toneAt === places.new ? 'either' : 'old'
  return toneAt === places.new ? 'new' : null
}
