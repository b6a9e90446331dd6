import { matchCase } from '#common/vietnamese/syllables/letter-case'
import { parseSyllable } from '#common/vietnamese/syllables/parse-syllable'
import { type BlockText, isPartOfAnother, seatOf, type Word } from '../block-text'
import { singleWords } from '../data/single-words'
import type { Mark } from '../finding'
import { fitting } from '../fitting'
import { isName } from '../is-name'
import { isAttested, isBound, isWord, syllablesLike } from '../known-words'
import { isSwapped, slips } from '../slips'

/** Syllables that no word is made of: thuột, rưỡng, chiệu. */
export function astray(block: BlockText): Mark[] {
  return block.words.flatMap((word, index) => {
    if (!isPlain(block, word, index)) return []
    return isAttested(word.lower) ? partnerless(block, word, index) : unheard(block, word, index)
  })
}

/** A syllable by its letters, no name, no part of ô-tô, no short form. */
function isPlain(block: BlockText, word: Word, index: number): boolean {
  return (
    word.lower.length > 1 &&
    !isPartOfAnother(block.text, word) &&
    (word.text === word.lower || /^\p{Lu}\p{Ll}+$/u.test(word.text)) &&
    parseSyllable(word.lower).kind === 'syllable' &&
    !isName(block, word, index)
  )
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
