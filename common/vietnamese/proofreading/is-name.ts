import { areNeighbours, type BlockText, type Word } from './block-text'
import { solidPairs } from './known-words'

/** A capitalised word that is, or stands beside, a name. */
export function isName(block: BlockText, word: Word, index: number): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word.text)) return false
  const { words, text } = block
  const before = words[index - 1]
  const after = words[index + 1]
  const capitalAfter = after !== undefined && areNeighbours(text, word, after) && /^\p{Lu}/u.test(after.text)
  if (before === undefined || !areNeighbours(text, before, word)) {
    // Begins a sentence or follows a mark.
    return capitalAfter && !solidPairs.has(`${word.lower} ${after.lower}`)
  }
  // Inside a sentence every capital is a name.
  return true
}
