import { matchCase } from '#common/vietnamese/syllables/letter-case'
import { areNeighbours, type BlockText, isWithin, type Word } from '../block-text'
import { companyOf } from '../data/closed-words'
import { singleWords } from '../data/single-words'
import type { Mark } from '../finding'
import { isName } from '../is-name'
import { firstsOf, isWord, neverSlips, secondsOf, syllablesLike } from '../known-words'
import { isNearly, isSpokenSlip } from '../slips'

/** A word that keeps close company, and where it stands. */
interface Seat {
  readonly block: number
  readonly word: Word
  readonly before: Word | null
  readonly after: Word | null
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

function seatsIn(block: BlockText, at: number): Seat[] {
  const { words, text } = block
  return words.flatMap((word, index): Seat[] => {
    const company = companyOf(word.lower)
    if (
      company === 'open' ||
      isWithin(block.quoted, word.from) ||
      isPartOfAnother(text, word) ||
      isInCapitals(word) ||
      isName(block, word, index)
    )
      return []
    const [left, right] = [words[index - 1], words[index + 1]]
    const before = left !== undefined && areNeighbours(text, left, word) ? left : null
    const after = right !== undefined && areNeighbours(text, word, right) ? right : null
    const isAtHome =
      (before !== null && (company.before.has(before.lower) || isWord(`${before.lower} ${word.lower}`))) ||
      (after !== null && (company.after.has(after.lower) || isWord(`${word.lower} ${after.lower}`))) ||
      (company.before.has('#') && /\d\s$/.test(text.slice(Math.max(0, word.from - 2), word.from)))
    return [{ block: at, word, before, after, isAtHome }]
  })
}

/** NGUYỄN VĂN BÀNG: a name as well as a headline. */
function isInCapitals({ text, lower }: Word): boolean {
  return text.length > 1 && text !== lower && text === text.toUpperCase()
}

/** Parts of ô-tô, M’Nông, Bru–Vân are no words of their own. */
function isPartOfAnother(text: string, { from, to }: Word): boolean {
  return /[-’'‑·]/.test(text.charAt(from - 1)) || /[-’'‑·]\p{L}/u.test(text.slice(to, to + 2))
}

function markOf({ word, before, after }: Seat): Mark | null {
  const beside = [
    ...(before === null ? [] : secondsOf(before.lower)),
    ...(after === null ? [] : firstsOf(after.lower)),
  ].filter(meant => isNearly(word.lower, meant))
  const alone =
    before === null || after === null
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
