import { matchCase } from '#common/vietnamese/syllables/letter-case'
import { parseSyllable } from '#common/vietnamese/syllables/parse-syllable'
import { areNeighbours, type BlockText, type Word } from '../block-text'
import { singleWords } from '../data/single-words'
import type { Mark } from '../finding'
import { isName } from '../is-name'
import { firstsOf, isAttested, isBound, isWord, secondsOf, syllablesLike } from '../known-words'
import { isNearly, isSwapped, slips } from '../slips'

/** Syllables that no word is made of: thuột, rưỡng, chiệu. */
export function astray(block: BlockText): Mark[] {
  return block.words.flatMap((word, index) => {
    if (!isPlain(block, word, index)) return []
    return isAttested(word.lower) ? partnerless(block, word, index) : unheard(block, word, index)
  })
}

/** A syllable by its letters, no name, no part of ô-tô, no short form. */
function isPlain(block: BlockText, word: Word, index: number): boolean {
  const { text } = block
  const isPart =
    /[-’'‑·]/.test(text.charAt(word.from - 1)) || /[-’'‑·]\p{L}/u.test(text.slice(word.to, word.to + 2))
  return (
    word.lower.length > 1 &&
    !isPart &&
    (word.text === word.lower || /^\p{Lu}\p{Ll}+$/u.test(word.text)) &&
    parseSyllable(word.lower).kind === 'syllable' &&
    !isName(block, word, index)
  )
}

interface Seat {
  readonly before: Word | null
  readonly after: Word | null
}

/** The words that stand beside it with nothing but a blank between. */
function seatOf({ words, text }: BlockText, index: number): Seat {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]]
  return {
    before: before && word && areNeighbours(text, before, word) ? before : null,
    after: word && after && areNeighbours(text, word, after) ? after : null,
  }
}

/** Syllables one slip from the written one that make a word with a neighbour. */
function fitting(written: string, { before, after }: Seat): string[] {
  const found = [
    ...(before === null ? [] : secondsOf(before.lower)),
    ...(after === null ? [] : firstsOf(after.lower)),
  ]
  return [...new Set(found.filter(meant => isNearly(written, meant)))]
}

function unheard(block: BlockText, word: Word, index: number): Mark[] {
  const seat = seatOf(block, index)
  // Two of them side by side are another language: múa pồn pôông.
  const isForeign = [seat.before, seat.after].some(
    other => other !== null && (parseSyllable(other.lower).kind !== 'syllable' || !isAttested(other.lower)),
  )
  if (isForeign) return []
  const fits = fitting(word.lower, seat)
  const isMarked = /[^a-z]/.test(word.lower)
  const alike = isMarked ? syllablesLike(word.lower).filter(meant => slips(word.lower, meant) === 1) : []
  const meant = [...new Set([...fits, ...alike])].slice(0, 5).map(one => matchCase(one, word.text))
  const [right] = meant
  if (right === undefined) return []
  const params = { found: word.text, right }
  return [{ rule: 'unwritten-syllable', from: word.from, to: word.to, params, fixes: meant }]
}

/** rịp, dọng: never words alone, and neither neighbour makes one with them; speech has another that is. */
function partnerless(block: BlockText, word: Word, index: number): Mark[] {
  if (!isBound(word.lower) || word.lower.length < 3) return []
  const { before, after } = seatOf(block, index)
  const isAtHome =
    (before !== null && (isWord(`${before.lower} ${word.lower}`) || /^\p{Lu}/u.test(before.text))) ||
    (after !== null && (isWord(`${word.lower} ${after.lower}`) || /^\p{Lu}/u.test(after.text)))
  if (isAtHome) return []
  const meant = syllablesLike(word.lower).filter(one => isSwapped(word.lower, one) && singleWords.has(one))
  const fixes = meant.map(one => matchCase(one, word.text))
  const [right] = fixes
  if (right === undefined) return []
  return [
    { rule: 'compound-misspelt', from: word.from, to: word.to, params: { found: word.text, right }, fixes },
  ]
}
