import { matchCase } from './letter-case'
import { addTone, type Tone } from './letters'
import { parseSyllable, stripTones, type ToneStyle } from './parse-syllable'
import { syllableTable } from './syllable-table'

/** Writes a toneless base with a tone in a style: (`hoa`, `huyen`, `old`) → `hòa`. Null where the base is no syllable. */
export function writeSyllable(base: string, tone: Tone, style: ToneStyle): string | null {
  const shape = syllableTable.get(base)
  if (shape === undefined) return null
  const at = shape.toneAt[style]
  return base.slice(0, at) + addTone(base.charAt(at), tone) + base.slice(at + 1)
}

/**
 * Moves the tone mark of one word to where the style puts it, repairing a misplaced one on the way; case stays.
 * A word that is no syllable comes back unchanged.
 */
export function placeTone(word: string, style: ToneStyle): string {
  const stripped = stripTones(word)
  if (stripped === null || stripped.toneCount !== 1) return word
  const written = writeSyllable(stripped.base, stripped.tone, style)
  return written === null ? word : matchCase(written, word.normalize('NFC'))
}

/** `old` for hòa, `new` for hoà, null for a word that both styles write alike or that is no syllable. */
export function toneStyleOf(word: string): ToneStyle | null {
  const parsed = parseSyllable(word)
  return parsed.kind === 'syllable' && parsed.syllable.style !== 'either' ? parsed.syllable.style : null
}

/**
 * A whole text in one tone style; only words whose style differs change, and none that `keep` names (names of persons,
 * quotations). Offsets stay the same for NFC text.
 */
export function restyleTones(
  text: string,
  style: ToneStyle,
  keep: (word: string, at: number) => boolean = () => false,
): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word, at: number) => {
    const now = toneStyleOf(word)
    return now === null || now === style || keep(word, at) ? word : placeTone(word, style)
  })
}
