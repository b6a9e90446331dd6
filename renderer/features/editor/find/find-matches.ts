import type { Node } from 'prosemirror-model'
import { suggestionMark } from '#common/document/suggestions/suggestion-marks'
import { fold } from '#common/vietnamese/fold'

/** What is looked for. Letters are compared without their marks and without case unless it is asked for. */
export interface FindQuery {
  readonly text: string
  /** `ma` is not `mã`. */
  readonly exactMarks: boolean
  /** `xã` is not `Xã`. */
  readonly exactCase: boolean
  /** Not inside another word: `an` is not in `bàn`. */
  readonly wholeWords: boolean
}

export interface Match {
  readonly from: number
  readonly to: number
}

/** Every place of the words, in the order of the text; never across blocks. What is suggested to go is not there any more. */
export function findMatches(document: Node, query: FindQuery): Match[] {
  const keyOf = letterKey(query)
  const wanted = Array.from(letters(query.text), keyOf).join('')
  if (wanted === '') return []
  const found: Match[] = []
  document.descendants((node, position) => {
    if (node.isTextblock) search(readBlock(node, position + 1, keyOf))
  })
  return found

  function search({ text, from, to }: BlockLetters): void {
    for (let at = text.indexOf(wanted); at >= 0; ) {
      const end = at + wanted.length
      const fits = !query.wholeWords || !(isWord(text, at - 1) || isWord(text, end))
      const [start, stop] = [from[at], to[end - 1]]
      if (fits && start !== undefined && stop !== undefined) found.push({ from: start, to: stop })
      at = text.indexOf(wanted, fits ? end : at + 1)
    }
  }
}

/** The letters of a block as they are compared, and where each stands in the document. */
interface BlockLetters {
  readonly text: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

function readBlock(block: Node, start: number, keyOf: (letter: string) => string): BlockLetters {
  let text = ''
  const from: number[] = []
  const to: number[] = []
  const add = (key: string, begin: number, end: number) => {
    text += key
    for (let index = 0; index < key.length; index += 1) {
      from.push(begin)
      to.push(end)
    }
  }
  block.forEach((child, offset) => {
    if (suggestionMark(child, 'deleted') !== undefined) return
    if (!child.isText) {
      add('\n', start + offset, start + offset + child.nodeSize)
      return
    }
    let at = start + offset
    for (const letter of letters(child.text ?? '')) {
      add(keyOf(letter), at, at + letter.length)
      at += letter.length
    }
  })
  return { text, from, to }
}

/** A base letter with the marks that follow it is one letter, however it is encoded. */
function letters(text: string): readonly string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
}

function letterKey({ exactMarks, exactCase }: FindQuery): (letter: string) => string {
  const known = new Map<string, string>()
  return letter => {
    const before = known.get(letter)
    if (before !== undefined) return before
    const key = compared(letter)
    known.set(letter, key)
    return key
  }

  function compared(letter: string): string {
    if (/\s/.test(letter)) return ' '
    const composed = letter.normalize('NFC')
    if (exactMarks) return exactCase ? composed : composed.toLowerCase()
    const bare = fold(composed)
    return exactCase && composed !== composed.toLowerCase() ? bare.toUpperCase() : bare
  }
}

function isWord(text: string, index: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(index))
}
