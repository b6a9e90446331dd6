import { matchCase } from '#common/vietnamese/syllables/letter-case'
import type { Syllable } from '#common/vietnamese/syllables/parse-syllable'
import { areNeighbours, type BlockText, type Word } from '../block-text'
import { everydayPairs, freeWords } from '../data/everyday-words'
import { solidCompounds } from '../data/solid-compounds'
import type { Mark } from '../finding'
import { readSyllable } from '../remember-syllables'

export const solidPairs: ReadonlySet<string> = new Set(solidCompounds)

/** Syllables that begin, and that end, a word of two. */
const starters = new Set<string>()
const enders = new Set<string>()
for (const pair of [...solidPairs, ...everydayPairs]) {
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
const codaGroups: Readonly<Record<string, string>> = { t: 'c', ng: 'n', ch: 'c', nh: 'n' }

const byKey = new Map<string, string[]>()
for (const pair of solidPairs) {
  const key = pair.split(' ').map(keyOf).join(' ')
  byKey.set(key, [...(byKey.get(key) ?? []), pair])
}

/** Marks, tones and the consonants speech merges taken away: what sounds alike has one key. */
function keyOf(word: string): string {
  const parsed = readSyllable(word)
  if (parsed.kind !== 'syllable') return word
  return (
    mergedOnset(parsed.syllable.onset) +
    plain(parsed.syllable.glide + parsed.syllable.nucleus) +
    mergedCoda(parsed.syllable.coda)
  )
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
    if (solidPairs.has(pair) || everydayPairs.has(pair)) return []
    const candidates = byKey.get(`${keyOf(word.lower)} ${keyOf(next.lower)}`)
    if (candidates === undefined || !isPlainWords(text, words, index)) return []
    const fitting = candidates.filter(
      candidate =>
        isOneSlip(word.lower, next.lower, candidate) && !mayBeChance(word.lower, next.lower, candidate),
    )
    if (fitting.length === 0 || belongsElsewhere(block, index)) return []
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

/** "chuyện | đề cập", "định hướng | dân": a free word beside a syllable that may belong to its other neighbour. */
function mayBeChance(left: string, right: string, candidate: string): boolean {
  return candidate.startsWith(`${left} `)
    ? freeWords.has(right) && enders.has(left)
    : freeWords.has(left) && starters.has(right)
}

function slips(written: string, meant: string): number {
  const [a, b] = [syllableOf(written), syllableOf(meant)]
  if (a === null || b === null) return Number.POSITIVE_INFINITY
  const vowelsDiffer = a.glide + a.nucleus !== b.glide + b.nucleus
  const count =
    Number(a.tone !== b.tone) + Number(a.onset !== b.onset) + Number(vowelsDiffer) + Number(a.coda !== b.coda)
  // Spelling i or y alone is a matter of style: kĩ thuật, quí.
  return vowelsDiffer && count === 1 && a.base.replace('y', 'i') === b.base.replace('y', 'i') ? 0 : count
}

function syllableOf(word: string): Syllable | null {
  const parsed = readSyllable(word)
  return parsed.kind === 'syllable' ? parsed.syllable : null
}

/** "cả nhân dân", "định hướng dân cư": one of the two syllables makes a word with its other neighbour. */
function belongsElsewhere({ words, text }: BlockText, index: number): boolean {
  const [before, word, next, after] = [words[index - 1], words[index], words[index + 1], words[index + 2]]
  if (word === undefined || next === undefined) return true
  const isPair = (left: Word | undefined, right: Word | undefined) =>
    left !== undefined &&
    right !== undefined &&
    areNeighbours(text, left, right) &&
    (solidPairs.has(`${left.lower} ${right.lower}`) || everydayPairs.has(`${left.lower} ${right.lower}`))
  return isPair(before, word) || isPair(next, after)
}
