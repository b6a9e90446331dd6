import { stripTones } from './parse-syllable'
import { writeSyllable } from './place-tone'
import { syllableTable } from './syllable-table'

const markOf: Readonly<Record<string, string>> = { ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u', đ: 'd' }
const marked: Readonly<Record<string, readonly string[]>> = {
  a: ['ă', 'â'],
  e: ['ê'],
  o: ['ô', 'ơ'],
  u: ['ư'],
}

/** One run of vowels: a word of two syllables (loans) has a consonant between them, and p, k or s before l or r is no onset here. */
const oneSyllable = /^[bcdđfghjklmnpqrstvwxz]*[aăâeêioôơuưy]+[bcdđfghjklmnpqrstvwxz]*$/
const foreignOnset = /^(?:[bcdđgkmp]h?[lr]|[sh][lmnr])/

/**
 * Syllables that one slip of the fingers turns into this word, which is none: two letters swapped (khôgn), one too many (chưua), a
 * mark on the wrong vowel (đuă), one left out at the end (sih, mìh). Best first. Lower case in and out.
 */
export function letterSlips(word: string): string[] {
  const stripped = stripTones(word)
  if (stripped === null || stripped.toneCount > 1 || word.length < 3 || word.length > 8) return []
  const { base, tone } = stripped
  if (!oneSyllable.test(base) || foreignOnset.test(base)) return []
  const found = [...swapped(base), ...moved(base), ...shortened(base), ...lengthened(base)]
    .filter(one => syllableTable.has(one))
    .map(one => writeSyllable(one, tone, 'old'))
  return [...new Set(found.filter(one => one !== null))]
}

function swapped(base: string): string[] {
  return Array.from(
    { length: base.length - 1 },
    (_, at) => base.slice(0, at) + base.charAt(at + 1) + base.charAt(at) + base.slice(at + 2),
  )
}

/** The mark of one vowel on its neighbour: đuă → đưa. */
function moved(base: string): string[] {
  return [...base].flatMap((letter, at) => {
    const plain = markOf[letter]
    if (plain === undefined || plain === 'd') return []
    return [at - 1, at + 1].flatMap(other =>
      (marked[base.charAt(other)] ?? []).map(put =>
        [...base].map((one, index) => (index === at ? plain : index === other ? put : one)).join(''),
      ),
    )
  })
}

/** One letter too many beside a vowel: hoỗ → hỗ, thuưởng → thưởng. A letter with a mark is the last to go. */
function shortened(base: string): string[] {
  return [...base]
    .map((letter, at) => ({
      isMarked: markOf[letter] !== undefined,
      rest: base.slice(0, at) + base.slice(at + 1),
    }))
    .sort((a, b) => Number(a.isMarked) - Number(b.isMarked))
    .map(({ rest }) => rest)
}

/** The n of nh or ng left out: sih → sinh, côg → công. */
function lengthened(base: string): string[] {
  return /[aăâeêioôơuưy][gh]$/.test(base) ? [`${base.slice(0, -1)}n${base.slice(-1)}`] : []
}
