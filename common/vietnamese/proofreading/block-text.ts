import type { BlockKind, TextBlock } from './article-text'
import { matches } from './matches'

export interface Word {
  readonly text: string
  readonly lower: string
  readonly from: number
  readonly to: number
}

export interface Range {
  readonly from: number
  readonly to: number
}

/** A block made ready for the rules: its words, what of it is quoted, and what no rule of language may touch. */
export interface BlockText {
  readonly kind: BlockKind
  readonly text: string
  /** Runs of letters outside `opaque`. */
  readonly words: readonly Word[]
  /** Stretches between quotation marks, marks included; the whole of a quotation block. */
  readonly quoted: readonly Range[]
  /** Addresses, document numbers, codes, hashtags: not language. */
  readonly opaque: readonly Range[]
}

/** Addresses; mail; hashtags and handles; document numbers (15/QĐ-UBND, 30/2020/NĐ-CP); codes with digits (CT-02A); files. */
const opaquePattern =
  /(?:https?:\/\/|www\.)[^\s“”"<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\d])[#@][\p{L}\d_]+|(?<![\p{L}\d/])\d+[A-Za-z]?(?:\/\d{4})?\/[\p{Lu}Đ][\p{L}\d]*(?:-[\p{L}\d]+)*|(?<![\p{L}\d-])(?=[\p{L}-]*\d)(?=[\d-]*\p{L})[\p{L}\d]+(?:-[\p{L}\d]+)*(?![\p{L}\d])|(?<![\p{L}\d.])(?:[a-z\d-]+\.)+(?:vn|com|net|org|gov|edu|info|example|docx?|xlsx?|pdf|jpe?g|png|zip|mp[34])(?:\/[^\s“”"<>]*)?(?![\p{L}])/giu

/** Where none of these stands the whole pattern need not be tried. */
const opaqueSign = /[@#]|\/[\p{L}/]|\p{L}-?\d|\d-?\p{L}|www|\.[\p{L}\d-]/u

export function readBlock({ kind, text }: TextBlock): BlockText {
  const opaque = opaqueSign.test(text) ? ranges(text, opaquePattern) : []
  return {
    kind,
    text,
    opaque,
    quoted: kind === 'quotation' ? [{ from: 0, to: text.length }] : quotedRanges(text),
    words: wordsOf(text, opaque),
  }
}

/** Whether the stretch, or the one letter at `from`, lies in one of the ranges. */
export function isWithin(all: readonly Range[], from: number, to = from + 1): boolean {
  return all.some(range => range.from <= from && to <= range.to)
}

function wordsOf(text: string, opaque: readonly Range[]): Word[] {
  const found: Word[] = []
  for (const match of matches(text, /[\p{L}\p{M}]+/gu)) {
    const word = match[0]
    const from = match.index
    if (!isWithin(opaque, from))
      found.push({ text: word, lower: word.toLowerCase().normalize('NFC'), from, to: from + word.length })
  }
  return found
}

function quotedRanges(text: string): Range[] {
  return /[“"«‘]/.test(text) ? ranges(text, /“[^“”]*”|"[^"“”]*"|«[^«»]*»|‘[^‘’]*’(?!\p{L})/gu) : []
}

function ranges(text: string, pattern: RegExp): Range[] {
  return matches(text, pattern).map(match => ({ from: match.index, to: match.index + match[0].length }))
}

/** Only blanks (at most one line) stand between two words. */
export function areNeighbours(text: string, left: Word, right: Word): boolean {
  const isOneBlank = right.from - left.to === 1 && text.charCodeAt(left.to) === 32
  return isOneBlank || /^[ \u00a0]+$/.test(text.slice(left.to, right.from))
}

/** Parts of ô-tô, M’Nông, Bru–Vân are no words of their own. */
export function isPartOfAnother(text: string, { from, to }: Word): boolean {
  return /[-’'‑·]/.test(text.charAt(from - 1)) || /[-’'‑·]\p{L}/u.test(text.slice(to, to + 2))
}

export interface Seat {
  readonly before: Word | null
  readonly after: Word | null
}

/** The words that stand beside a word with nothing but a blank between. */
export function seatOf({ words, text }: BlockText, index: number): Seat {
  const [before, word, after] = [words[index - 1], words[index], words[index + 1]]
  return {
    before: before && word && areNeighbours(text, before, word) ? before : null,
    after: word && after && areNeighbours(text, word, after) ? after : null,
  }
}

/** A sentence around an offset: from the last full stop, question or exclamation mark to the next. */
export function sentenceAt(text: string, offset: number): Range {
  const ends = /[.!?…]+(?=[”"’)\]]*(?:\s|$))|\n/gu
  let from = 0
  for (const match of matches(text, ends)) {
    const end = match.index + match[0].length
    if (end > offset) return { from, to: end }
    from = end
  }
  return { from, to: text.length }
}
