import { matchCase } from '#common/vietnamese/syllables/letter-case'
import { areNeighbours, type BlockText, type Word } from '../block-text'
import { freeWords } from '../data/everyday-words'
import { plainSyllables } from '../data/plain-syllables'
import { singleWords } from '../data/single-words'
import type { Mark } from '../finding'
import {
  enders,
  firstsOf,
  isAttested,
  isBound,
  isField,
  isWord,
  neverSlips,
  secondsOf,
  solidPairs,
  soundingLike,
  starters,
} from '../known-words'
import { isNearly, isSpokenSlip, isSwapped } from '../slips'
import { isShouting } from './capitals'

/** Two neighbouring syllables that are no word of their own but one slip away from one. */
export function compounds(block: BlockText): Mark[] {
  const { words, text } = block
  const homes = words.map((_, index) => homeOf(block, index))
  return words.flatMap((word, index): Mark[] => {
    const next = words[index + 1]
    if (next === undefined || homes[index] !== 'none' || !areNeighbours(text, word, next)) return []
    // Typed twice: another rule says so.
    if (word.lower === next.lower || !isPlainWords(text, words, index)) return []
    const meant = wordsMeant(word.lower, next.lower, homes[index - 1] ?? 'none', homes[index + 1] ?? 'none')
    if (meant.length === 0) return []
    return [
      {
        rule: 'compound-misspelt',
        from: word.from,
        to: next.to,
        params: { found: text.slice(word.from, next.to), right: meant[0] ?? '' },
        fixes: meant.map(candidate => recase(candidate, word, next)),
      },
    ]
  })
}

type Home = 'none' | 'field' | 'word'

/** A slip that would explain the pair: which of the two was meant otherwise. */
interface Slip {
  readonly word: string
  readonly written: string
  readonly meant: string
  readonly kept: string
  /** The word that the written syllable, and the kept one, make with the neighbour on their other side. */
  readonly home: Home
  readonly keptHome: Home
  /** Whether the kept syllable may as well belong to what stands on its other side. */
  readonly mayKeptStandApart: boolean
}

/** Words that the pair was meant for; the likelier first, at most five. */
function wordsMeant(left: string, right: string, homeOfLeft: Home, homeOfRight: Home): string[] {
  const behind = (meant: string): Slip => ({
    word: `${left} ${meant}`,
    written: right,
    meant,
    kept: left,
    home: homeOfRight,
    keptHome: homeOfLeft,
    mayKeptStandApart: enders.has(left),
  })
  const ahead = (meant: string): Slip => ({
    word: `${meant} ${right}`,
    written: left,
    meant,
    kept: right,
    home: homeOfLeft,
    keptHome: homeOfRight,
    mayKeptStandApart: starters.has(right),
  })
  const isOpen = (written: string, home: Home) => !isAttested(written) || home !== 'word'
  const seconds = isOpen(right, homeOfRight) ? secondsOf(left) : []
  const firsts = isOpen(left, homeOfLeft) ? firstsOf(right) : []
  const found = [
    ...seconds.filter(meant => isNearly(right, meant)).map(behind),
    ...firsts.filter(meant => isNearly(left, meant)).map(ahead),
  ].filter(isLikely)
  const likelier = (slip: Slip) =>
    Number(isSpokenSlip(slip.written, slip.meant)) * 2 + Number(solidPairs.has(slip.word))
  const words = found.sort((a, b) => likelier(b) - likelier(a)).map(slip => slip.word)
  const isEitherAtHome = homeOfLeft !== 'none' || homeOfRight !== 'none'
  return [...new Set([...words, ...(isEitherAtHome ? [] : twiceSwapped(left, right))])].slice(0, 5)
}

function isLikely(slip: Slip): boolean {
  const { written, meant, kept, word } = slip
  if (!isAttested(written)) return true
  if (slip.home === 'word') return false
  const isAlone = slip.home === 'none' && slip.keptHome === 'none'
  // tham ra, ra đình: words that stand anywhere are slips only of words that are hardly ever parted.
  if (neverSlips.has(written))
    return isAlone && solidPairs.has(word) && isSwapped(written, meant) && isSpokenSlip(written, meant)
  if (isBound(written)) return slip.home === 'none'
  const isSpoken = isSpokenSlip(written, meant)
  // "nhà vệ | xinh": what many words are said beside does not keep vệ from sinh.
  const isKeptFree = slip.keptHome === 'none' || (slip.keptHome === 'field' && isSpoken && !isField(word))
  if (slip.home !== 'none' || !isKeptFree) return false
  if (isBound(kept)) return true
  if (!isSpoken)
    return (
      !neverSlips.has(kept) &&
      (solidPairs.has(word) ||
        (isTight(slip) && !singleWords.has(written) && !freeWords.has(written)) ||
        (!isField(word) &&
          !freeWords.has(written) &&
          !freeWords.has(kept) &&
          !plainSyllables.has(kept) &&
          !plainSyllables.has(written)))
    )
  // Two words that differ by the consonant speech swaps, and meet by chance, are rare.
  if (isSwapped(written, meant) && written.length > 2)
    return !(neverSlips.has(kept) && singleWords.has(written))
  const mayKeptBeAlone = slip.mayKeptStandApart && (freeWords.has(kept) || plainSyllables.has(kept))
  return !(freeWords.has(written) && (neverSlips.has(kept) || mayKeptBeAlone || isField(word)))
}

/** A word that hardly comes about by chance: one of its syllables is no word alone, or it is said as one. */
function isTight({ word, meant }: Slip): boolean {
  return isBound(meant) || !isField(word)
}

/** Both syllables with the consonant that speech swaps, nothing else: dộn dàng, chầm chồ. */
function twiceSwapped(left: string, right: string): string[] {
  if (neverSlips.has(left) || neverSlips.has(right)) return []
  return soundingLike(left, right).filter(candidate => {
    const [first = '', second = ''] = candidate.split(' ')
    return isSwapped(left, first) && isSwapped(right, second)
  })
}

/** Whether the word and the next make a word: `field` where only the fields of life have it. */
function homeOf({ words, text }: BlockText, index: number): Home {
  const [left, right] = [words[index], words[index + 1]]
  if (left === undefined || right === undefined || !areNeighbours(text, left, right)) return 'none'
  const pair = `${left.lower} ${right.lower}`
  if (!isWord(pair)) return 'none'
  return isField(pair) ? 'field' : 'word'
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
  // In running text words in capitals are a name: Đồng chí NGUYỄN VĂN BÀNG.
  if (shouting) return isShouting(text)
  if (/^\p{Lu}/u.test(next.text)) return false
  if (!/^\p{Lu}/u.test(word.text)) return true
  // Capital first: a sentence begins, or a name ends here (Trần Văn Kinh kể …).
  const before = words[index - 1]
  return before === undefined || !areNeighbours(text, before, word) || !/^\p{Lu}/u.test(before.text)
}
