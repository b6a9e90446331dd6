import { splitTone, type Tone, telexTones } from './letters'
import { parseSyllable } from './parse-syllable'
import { writeSyllable } from './place-tone'

const vniTones: Readonly<Record<string, Tone>> = { 1: 'sac', 2: 'huyen', 3: 'hoi', 4: 'nga', 5: 'nang' }
const telexDoubles: Readonly<Record<string, string>> = { aa: 'â', ee: 'ê', oo: 'ô', dd: 'đ' }
const vniMarks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  6: { a: 'â', e: 'ê', o: 'ô' },
  7: { u: 'ư', o: 'ơ' },
  8: { a: 'ă' },
  9: { d: 'đ' },
}
const horned: Readonly<Record<string, string>> = { u: 'ư', o: 'ơ', a: 'ă' }
const vowels = /[aăâeêioôơuưy]/

/**
 * The syllable that the keys of Telex or VNI would have made, where the typing tool was off or lost its place: dduwowcj, nawmf,
 * ho65i → được, nằm, hội. Null where the letters are no such keys or make no syllable. Lower case in and out.
 */
export function typedKeys(word: string): string | null {
  const letters: string[] = []
  let tone: Tone = 'ngang'
  let keys = 0
  for (const [index, letter] of [...word].entries()) {
    const split = splitTone(letter)
    if (split !== null && split.tone !== 'ngang') {
      if (tone !== 'ngang') return null
      letters.push(split.base)
      tone = split.tone
      continue
    }
    const meant = toneOf(letter, letters, index === word.length - 1, keys > 0)
    if (meant !== null) {
      if (tone !== 'ngang') return null
      tone = meant
      keys += 1
    } else if (marked(letter, letters)) keys += 1
    else letters.push(letter)
  }
  if (keys === 0) return null
  // uow and uo7 put the horn on both letters where more follows: duoc with w is được, thuo with w is thuở.
  const written = writeSyllable(letters.join('').replace(/uơ(?=\p{L})/u, 'ươ'), tone, 'old')
  return written !== null && written !== word && parseSyllable(written).kind === 'syllable' ? written : null
}

/** A key of a tone stands at the end; within a word only beside other keys, for `test` and `list` are words. No word here has f or j. */
function toneOf(
  letter: string,
  before: readonly string[],
  isLast: boolean,
  isAmongKeys: boolean,
): Tone | null {
  if (!before.some(one => vowels.test(one))) return null
  return (
    vniTones[letter] ??
    (isLast || isAmongKeys || letter === 'f' || letter === 'j' ? (telexTones[letter] ?? null) : null)
  )
}

/** Puts the mark of a key on the letter before that it belongs to. */
function marked(letter: string, letters: string[]): boolean {
  const last = letters.at(-1) ?? ''
  const doubled = telexDoubles[last + letter]
  if (doubled !== undefined) {
    letters.splice(-1, 1, doubled)
    return true
  }
  const marks = letter === 'w' ? horned : vniMarks[letter]
  if (marks === undefined) return false
  const at = letters.findLastIndex(one => marks[one] !== undefined)
  const found = letters[at]
  if (found === undefined) {
    if (letter === 'w') letters.push('ư')
    return letter === 'w'
  }
  letters[at] = marks[found] ?? found
  return true
}
