import { isSyllable } from '../syllables/parse-syllable'
import { fontHint } from './font-hint'
import type { TextBlock } from './legacy-encoding'
import { type Word, wordsOf } from './words-of'

/** Neighbouring words of one block that may share one encoding. */
export interface Stretch {
  readonly block: number
  /** The whole text of the block; words carry offsets in it. */
  readonly text: string
  readonly words: readonly Word[]
  /** Readings of the same words by both code pages share one. */
  readonly group: string
  readonly font: string | undefined
  readonly fontAt: (at: number) => string | undefined
  /** The words hold letters that only code page 1258 puts into a legacy text. */
  readonly cp1258: boolean
}

/** Cuts a block where the font's encoding changes and around words that are Unicode Vietnamese for certain. */
export function stretchesOf(runs: TextBlock, block: number): Stretch[] {
  const text = runs.map(run => run.text).join('')
  const fontAt = fontsOf(runs)
  const stretches: Stretch[] = []
  for (const words of groupByFont(wordsOf(text), fontAt)) {
    const from = words[0]?.from ?? 0
    const font = fontAt(from)
    const group = `${block}:${from}`
    const beyond = words.filter(word => hasLetterBeyondLatin(word.text))
    const unicode = beyond.filter(word => isSyllable(word.text))
    // Most such words make no sense as they are: not Unicode, but code page 1258.
    if (beyond.length > 0 && unicode.length * 2 <= words.filter(word => !isSyllable(word.text)).length) {
      stretches.push({ block, text, words, group, font, fontAt, cp1258: true })
    }
    for (const part of splitAround(words, word => hasLetterBeyondLatin(word.text))) {
      stretches.push({ block, text, words: part, group, font, fontAt, cp1258: false })
    }
  }
  return stretches
}

function fontsOf(runs: TextBlock): (at: number) => string | undefined {
  let end = 0
  const ends = runs.map(({ text, font }) => {
    end += text.length
    return { end, font }
  })
  return at => ends.find(run => at < run.end)?.font
}

function groupByFont(words: readonly Word[], fontAt: (at: number) => string | undefined): Word[][] {
  const groups: Word[][] = []
  let last: string | null | undefined
  for (const word of words) {
    const { encoding } = fontHint(fontAt(word.from))
    if (encoding !== last) groups.push([])
    groups.at(-1)?.push(word)
    last = encoding
  }
  return groups
}

function splitAround(words: readonly Word[], isBorder: (word: Word) => boolean): Word[][] {
  const parts: Word[][] = [[]]
  for (const word of words) {
    if (isBorder(word)) parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts.filter(part => part.some(({ text }) => /[\u0080-\uffff]/.test(text)))
}

/** Letters of Unicode Vietnamese that no legacy text shows by code page 1252. */
function hasLetterBeyondLatin(word: string): boolean {
  return /[\u0100-\u024f\u1e00-\u1eff\u20ab]|\p{M}/u.test(word)
}
