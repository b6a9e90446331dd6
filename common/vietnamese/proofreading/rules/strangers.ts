import { matchCase } from '#common/vietnamese/syllables/letter-case'
import { type BlockText, isPartOfAnother, isWithin, type Seat, seatOf, type Word } from '../block-text'
import { companyOf } from '../data/closed-words'
import { singleWords } from '../data/single-words'
import type { Mark } from '../finding'
import { fitting } from '../fitting'
import { isName } from '../is-name'
import { isWord, neverSlips, syllablesLike } from '../known-words'
import { isSpokenSlip } from '../slips'

/** A word that keeps close company, and where it stands. */
interface Seated {
  readonly block: number
  readonly word: Word
  readonly seat: Seat
  readonly isAtHome: boolean
}

/** So often in one article that it is what the article is about. */
const topicFrom = 2

/**
 * Real words in a company they never keep: "sây được nhà", "chả hết nợ", "lá xung". A word that the article uses rightly elsewhere, or
 * again and again, is what it is about and is left alone.
 */
export function strangers(blocks: readonly BlockText[]): readonly (readonly Mark[])[] {
  const seats = blocks.flatMap(seatsIn)
  const times = new Map<string, number>()
  for (const { word, isAtHome } of seats)
    times.set(word.lower, (times.get(word.lower) ?? 0) + (isAtHome ? topicFrom : 1))
  const marks: Mark[][] = blocks.map(() => [])
  for (const seat of seats) {
    if (seat.isAtHome || (times.get(seat.word.lower) ?? 0) >= topicFrom) continue
    const mark = markOf(seat)
    if (mark !== null) marks[seat.block]?.push(mark)
  }
  return marks
}

function seatsIn(block: BlockText, at: number): Seated[] {
  const { words, text } = block
  return words.flatMap((word, index): Seated[] => {
    const company = companyOf(word.lower)
    if (
      company === 'open' ||
      isWithin(block.quoted, word.from) ||
      isPartOfAnother(text, word) ||
      isInCapitals(word) ||
      isName(block, word, index)
    )
      return []
    const seat = seatOf(block, index)
    const { before, after } = seat
    const isAtHome =
      (before !== null && (company.before.has(before.lower) || isWord(`${before.lower} ${word.lower}`))) ||
      (after !== null && (company.after.has(after.lower) || isWord(`${word.lower} ${after.lower}`))) ||
      (company.before.has('#') && /\d\s$/.test(text.slice(Math.max(0, word.from - 2), word.from)))
    return [{ block: at, word, seat, isAtHome }]
  })
}

/** NGUYỄN VĂN BÀNG: a name as well as a headline. */
function isInCapitals({ text, lower }: Word): boolean {
  return text.length > 1 && text !== lower && text === text.toUpperCase()
}

function markOf({ word, seat }: Seated): Mark | null {
  const beside = fitting(word.lower, seat)
  const alone =
    seat.before === null || seat.after === null
      ? []
      : syllablesLike(word.lower).filter(
          meant => isSpokenSlip(word.lower, meant) && (singleWords.has(meant) || neverSlips.has(meant)),
        )
  const fixes = [...new Set([...beside, ...alone])].slice(0, 5).map(meant => matchCase(meant, word.text))
  const [right] = fixes
  if (right === undefined) return null
  const params = { found: word.text, right }
  return { rule: 'compound-misspelt', from: word.from, to: word.to, params, fixes }
}
