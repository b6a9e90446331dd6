import { matchCase } from '#common/vietnamese/syllables/letter-case'
import type { Syllable } from '#common/vietnamese/syllables/parse-syllable'
import { writeSyllable } from '#common/vietnamese/syllables/place-tone'
import { areNeighbours, type BlockText, type Word } from '../block-text'
import { commonPairs } from '../data/common-pairs'
import { everydayPairs, freeWords } from '../data/everyday-words'
import { plainSyllables } from '../data/plain-syllables'
import { solidCompounds } from '../data/solid-compounds'
import type { Mark } from '../finding'
import { readSyllable } from '../remember-syllables'
import { differences } from './abbreviations'

/** Words somebody may have meant, and words that are right as they stand. */
const meantPairs: ReadonlySet<string> = new Set([...solidCompounds, ...commonPairs])
/** Whether two syllables make a word that the packs know. */
export const isWord = (pair: string): boolean => meantPairs.has(pair) || everydayPairs.has(pair)

export const solidPairs: ReadonlySet<string> = new Set(solidCompounds)

/** Syllables that begin, and that end, a word of two. */
const starters = new Set<string>()
const enders = new Set<string>()
for (const pair of [...solidPairs, ...commonPairs, ...everydayPairs]) {
  const [first = '', second = ''] = pair.split(' ')
  starters.add(first)
  enders.add(second)
}

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

/** What may stand before, and behind, a syllable. */
const secondsOf = new Map<string, string[]>()
const firstsOf = new Map<string, string[]>()
for (const pair of meantPairs) {
  const [first = '', second = ''] = pair.split(' ')
  secondsOf.set(first, [...(secondsOf.get(first) ?? []), second])
  firstsOf.set(second, [...(firstsOf.get(second) ?? []), first])
}

const knownKeys = new Map<string, string>()
const byKey = new Map<string, string[]>()
for (const pair of meantPairs) {
  const key = pair.split(' ').map(keyOf).join(' ')
  byKey.set(key, [...(byKey.get(key) ?? []), pair])
}

/** Marks, tones and the consonants speech merges taken away: what sounds alike has one key. */
function keyOf(word: string): string {
  const known = knownKeys.get(word)
  if (known !== undefined) return known
  const key = soundOf(word)
  // Names and numbers are many; beyond this they are reckoned again.
  if (knownKeys.size < 20_000) knownKeys.set(word, key)
  return key
}

function soundOf(word: string): string {
  const syllable = syllableOf(word)
  if (syllable === null) return word
  return mergedOnset(syllable.onset) + plain(syllable.glide + syllable.nucleus) + mergedCoda(syllable.coda)
}

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

/** Two neighbouring syllables that are no word of their own but one slip away from one. */
export function compounds(block: BlockText): Mark[] {
  const { words, text } = block
  return words.flatMap((word, index): Mark[] => {
    const next = words[index + 1]
    if (next === undefined || !areNeighbours(text, word, next)) return []
    const pair = `${word.lower} ${next.lower}`
    if (isWord(pair)) return []
    if (!isPlainWords(text, words, index)) return []
    const fitting = [
      ...new Set([...soundAlike(word.lower, next.lower), ...lookAlike(word.lower, next.lower)]),
    ]
    if (fitting.length === 0) fitting.push(...besideBound(block, index))
    if (fitting.length === 0) return []
    // A syllable that no word is made of belongs nowhere else: chang thiết bị.
    const isOdd = isAttested(word.lower) !== isAttested(next.lower)
    if (!isOdd && belongsElsewhere(block, index)) return []
    return [
      {
        rule: 'compound-misspelt',
        from: word.from,
        to: next.to,
        params: { found: text.slice(word.from, next.to), right: fitting[0] ?? '' },
        fixes: fitting.map(candidate => recase(candidate, word, next)),
      },
    ]
  })
}

function soundAlike(left: string, right: string): string[] {
  return (byKey.get(`${keyOf(left)} ${keyOf(right)}`) ?? []).filter(
    candidate =>
      (isTwiceSwapped(left, right, candidate) && !neverSlips.has(left) && !neverSlips.has(right)) ||
      (isOneSlip(left, right, candidate) && !mayBeChance(left, right, candidate)),
  )
}

/** A syllable that no word here is made of, beside one with which a neighbouring spelling makes a word: công khia, huy độmg. */
function lookAlike(left: string, right: string): string[] {
  if (isAttested(left) === isAttested(right) || neverSlips.has(left) || neverSlips.has(right)) return []
  return isAttested(left)
    ? (secondsOf.get(left) ?? []).filter(meant => isOneKey(right, meant)).map(meant => `${left} ${meant}`)
    : (firstsOf.get(right) ?? []).filter(meant => isOneKey(left, meant)).map(meant => `${meant} ${right}`)
}

/**
 * A syllable that is never a word by itself (nhậm, tiến, tọa) and makes none with its neighbours, one letter away from one that
 * does: thu nhậm, trực tiến, tôn tọa.
 */
function besideBound({ words, text }: BlockText, index: number): string[] {
  const [before, word, next, after] = [words[index - 1], words[index], words[index + 1], words[index + 2]]
  if (word === undefined || next === undefined || !isBound(word.lower) || !isBound(next.lower)) return []
  const makes = (left: Word | undefined, right: Word | undefined) =>
    isPair(text, left, right) ||
    (left !== undefined &&
      right !== undefined &&
      areNeighbours(text, left, right) &&
      /^\p{Lu}/u.test(right.text))
  const behind = makes(next, after)
    ? []
    : (secondsOf.get(word.lower) ?? [])
        .filter(meant => isNearly(next.lower, meant))
        .map(meant => `${word.lower} ${meant}`)
  const ahead = makes(before, word)
    ? []
    : (firstsOf.get(next.lower) ?? [])
        .filter(meant => isNearly(word.lower, meant))
        .map(meant => `${meant} ${next.lower}`)
  return [...behind, ...ahead]
}

function isBound(syllable: string): boolean {
  return isAttested(syllable) && ![freeWords, neverSlips, plainSyllables].some(known => known.has(syllable))
}

/** One letter apart, or one part of the syllable. */
function isNearly(written: string, meant: string): boolean {
  return isOneKey(written, meant) || slips(written, meant) === 1
}

function isAttested(syllable: string): boolean {
  return [starters, enders, freeWords, neverSlips, plainSyllables].some(known => known.has(syllable))
}

/** One letter put in, left out, replaced or swapped with its neighbour, marks and tones being part of the letter. */
function isOneKey(written: string, meant: string): boolean {
  return written.length > 1 && meant.length > 2 && differences([...written], [...meant]) === 1
}

function recase(candidate: string, word: Word, next: Word): string {
  const [first = '', second = ''] = candidate.split(' ')
  return `${matchCase(first, word.text)} ${matchCase(second, next.text)}`
}

/** A capital on the second word alone, or on both in running text, is a name. */
function isPlainWords(text: string, words: readonly Word[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]]
  if (word === undefined || next === undefined) return false
  const shouting = word.text === word.text.toUpperCase() && next.text === next.text.toUpperCase()
  if (shouting) return true
  if (/^\p{Lu}/u.test(next.text)) return false
  if (!/^\p{Lu}/u.test(word.text)) return true
  // Capital first: a sentence begins, or a name ends here (Trần Văn Kinh kể …).
  const before = words[index - 1]
  return before === undefined || !areNeighbours(text, before, word) || !/^\p{Lu}/u.test(before.text)
}

/** Exactly one syllable differs, and by one thing: the tone, the marks of the vowel, the onset or the coda. */
function isOneSlip(left: string, right: string, candidate: string): boolean {
  const [first = '', second = ''] = candidate.split(' ')
  if (left === first) return slips(right, second) === 1
  if (right === second) return slips(left, first) === 1
  return false
}

/** Words that stand beside any other. */
const neverSlips = new Set(
  'cả các của và là thì mà có không được bị cho với ở tại từ đến để đã đang sẽ vẫn cũng mỗi mọi này đó kia nào ai gì tôi ta họ ông bà anh chị em con cháu một hai ba bốn tư năm sáu bảy tám chín mười mươi trăm nghìn rất quá hơn như khi nếu vì do bởi nên hay hoặc nhưng còn chỉ đều ra vào lên xuống đi lại qua xã thôn'.split(
    ' ',
  ),
)

/** "chuyện | đề cập", "định hướng | dân": a free word beside a syllable that may belong to its other neighbour. */
function mayBeChance(left: string, right: string, candidate: string): boolean {
  const isSecond = candidate.startsWith(`${left} `)
  const [same, other] = isSecond ? [left, right] : [right, left]
  if (neverSlips.has(other) || (neverSlips.has(same) && freeWords.has(other))) return true
  // Two words that differ by the consonant speech swaps, and meet by chance, are rare.
  const meant = isSecond ? candidate.slice(left.length + 1) : candidate.slice(0, -right.length - 1)
  if (isSwapped(other, meant) && other.length > 2) return false
  const mayStandApart = isSecond ? enders.has(left) : starters.has(right)
  return freeWords.has(other) && mayStandApart && (freeWords.has(same) || plainSyllables.has(same))
}

/** Both syllables with the consonant that speech swaps, nothing else: dộn dàng, chầm chồ. */
function isTwiceSwapped(left: string, right: string, candidate: string): boolean {
  const [first = '', second = ''] = candidate.split(' ')
  return isSwapped(left, first) && isSwapped(right, second)
}

function isSwapped(written: string, meant: string): boolean {
  const [a, b] = [syllableOf(written), syllableOf(meant)]
  return a !== null && b !== null && a.onset !== b.onset && slips(written, meant) === 1
}

function slips(written: string, meant: string): number {
  const [a, b] = [syllableOf(written), syllableOf(meant)]
  if (a === null || b === null) return Number.POSITIVE_INFINITY
  const vowelsDiffer = a.glide + a.nucleus !== b.glide + b.nucleus
  const toneDiffers = a.tone !== b.tone || readSyllable(written).kind !== 'syllable'
  const count =
    Number(toneDiffers) + Number(a.onset !== b.onset) + Number(vowelsDiffer) + Number(a.coda !== b.coda)
  // Spelling i or y alone is a matter of style: kĩ thuật, quí.
  return vowelsDiffer && count === 1 && a.base.replace('y', 'i') === b.base.replace('y', 'i') ? 0 : count
}

/** "phat" of phat động is read as if it had the tone that it lacks. */
function syllableOf(word: string): Syllable | null {
  const read = readSyllable(word)
  const parsed =
    read.kind === 'not-syllable' && read.why === 'stop-without-tone'
      ? readSyllable(writeSyllable(word, 'nang', 'old') ?? word)
      : read
  return parsed.kind === 'syllable' ? parsed.syllable : null
}

/** "cả nhân dân", "định hướng dân cư": one of the two syllables makes a word with its other neighbour. */
function belongsElsewhere({ words, text }: BlockText, index: number): boolean {
  const [before, word, next, after] = [words[index - 1], words[index], words[index + 1], words[index + 2]]
  if (word === undefined || next === undefined) return true
  return isPair(text, before, word) || isPair(text, next, after)
}

function isPair(text: string, left: Word | undefined, right: Word | undefined): boolean {
  return (
    left !== undefined &&
    right !== undefined &&
    areNeighbours(text, left, right) &&
    isWord(`${left.lower} ${right.lower}`)
  )
}
