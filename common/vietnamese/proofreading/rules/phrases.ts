import { matchCase } from '#common/vietnamese/syllables/letter-case'
import { areNeighbours, type BlockText, type Word } from '../block-text'
import { confusablePhrases } from '../data/confusable-phrases'
import type { Mark } from '../finding'
import { isWord } from '../known-words'

const longest = Math.max(...[...confusablePhrases.keys()].map(phrase => phrase.split(' ').length))

/** Their first two words: the first alone would let half of all words pass. */
const openings = new Set([...confusablePhrases.keys()].map(phrase => phrase.split(' ', 2).join(' ')))

/** Phrases of the pack, longest first; a phrase never crosses a mark. */
export function phrases({ text, words }: BlockText): Mark[] {
  const marks: Mark[] = []
  for (let index = 0; index < words.length; index += 1) {
    if (!openings.has(`${words[index]?.lower} ${words[index + 1]?.lower}`)) continue
    const run = runFrom(text, words, index)
    for (let length = run.length; length > 1; length -= 1) {
      const part = run.slice(0, length)
      const right = confusablePhrases.get(part.map(word => word.lower).join(' '))
      const [first, last] = [part[0], part.at(-1)]
      if (right === undefined || first === undefined || last === undefined || isTitle(part)) continue
      if (length === 2 && isShared(text, words, index)) continue
      const fix = recase(right, part)
      const params = { found: text.slice(first.from, last.to), right: fix }
      marks.push({ rule: 'confusable-phrase', from: first.from, to: last.to, params, fixes: [fix] })
      index += length - 1
      break
    }
  }
  return marks
}

/** "ban hành | sử dụng", "lưu | dữ liệu": one of two syllables makes a word with its other neighbour. */
function isShared(text: string, words: readonly Word[], index: number): boolean {
  const isPair = (left: Word | undefined, right: Word | undefined) =>
    left !== undefined &&
    right !== undefined &&
    areNeighbours(text, left, right) &&
    isWord(`${left.lower} ${right.lower}`)
  return isPair(words[index - 1], words[index]) || isPair(words[index + 1], words[index + 2])
}

/** Names in which every word has a capital: thôn Xã Hội is asked of nobody. */
function isTitle(words: readonly Word[]): boolean {
  return words.slice(1).some(word => /^\p{Lu}\p{Ll}/u.test(word.text))
}

function runFrom(text: string, words: readonly Word[], start: number): Word[] {
  const run: Word[] = []
  for (let at = start; at < words.length && run.length < longest; at += 1) {
    const [before, word] = [run.at(-1), words[at]]
    if (word === undefined || (before !== undefined && !areNeighbours(text, before, word))) break
    run.push(word)
  }
  return run
}

function recase(right: string, words: readonly Word[]): string {
  return right
    .split(' ')
    .map((word, index) => matchCase(word, words[index]?.text ?? word))
    .join(' ')
}
