import { decodeWord } from '#common/vietnamese/encodings/decode-word'
import { areNeighbours, type BlockText } from '../block-text'
import type { Mark } from '../finding'
import { matches } from '../matches'

/** Cyrillic and Greek letters that look like Latin ones. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  һ: 'h',
  ԁ: 'd',
  ո: 'n',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  І: 'I',
  Ѕ: 'S',
  ο: 'o',
  α: 'a',
  ν: 'v',
  ι: 'i',
  υ: 'u',
  ρ: 'p',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  Ζ: 'Z',
  ð: 'đ',
  Ð: 'Đ',
  ɗ: 'đ',
  Ɖ: 'Đ',
}

const anyLookalike = new RegExp(`[${Object.keys(lookalikes).join('')}]`)

/** Letters that are not composed, not Latin, not plain, or not to be seen. */
export function characters(block: BlockText): Mark[] {
  return [
    ...decomposed(block),
    ...invisible(block),
    ...lookalike(block),
    ...styled(block),
    ...looseMarks(block),
    ...broken(block),
    ...wideMarks(block),
    ...noughts(block),
  ]
}

function decomposed({ text }: BlockText): Mark[] {
  if (!/\p{M}/u.test(text)) return []
  return matches(text, /[\p{L}\p{M}]*\p{L}\p{M}[\p{L}\p{M}]*/gu)
    .filter(([word]) => word.normalize('NFC') !== word)
    .map(match => ({
      rule: 'decomposed-letters',
      from: match.index,
      to: match.index + match[0].length,
      params: { found: match[0] },
      fixes: [match[0].normalize('NFC')],
    }))
}

/** A combining mark that no letter takes stands alone after composing. */
function looseMarks({ text }: BlockText): Mark[] {
  return matches(text, /(?<![\p{L}\p{M}])[\u0300-\u036f]+/gu).map(match => ({
    rule: 'invisible-character',
    from: match.index,
    to: match.index + match[0].length,
    params: { code: codeOf(match[0]) },
    fixes: [''],
  }))
}

function invisible({ text }: BlockText): Mark[] {
  const marks: Mark[] = []
  for (const match of matches(
    text,
    /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202f\u2060-\u2064\ufeff\ue000-\uf8ff]+|(?<=\p{L})\u00a0+(?=\p{L})/gu,
  )) {
    const around = text.slice(Math.max(0, match.index - 2), match.index + match[0].length + 2)
    // Emoji are joined by U+200D.
    if (match[0] === '\u200d' && /\p{Extended_Pictographic}/u.test(around)) continue
    marks.push({
      rule: 'invisible-character',
      from: match.index,
      to: match.index + match[0].length,
      params: { code: codeOf(match[0]) },
      fixes: [/[\u00a0\u202f]/.test(match[0]) ? ' ' : ''],
    })
  }
  return marks
}

const wide: Readonly<Record<string, string>> = { '、': ',', '。': '.' }

/** ， ： （ ）: punctuation as wide as a Chinese letter, behind a letter, a figure or a mark of ours. */
function wideMarks({ text }: BlockText): Mark[] {
  return matches(
    text,
    /(?<=[\p{Script=Latin}\d”)]\s?)[\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\u3001\u3002]/gu,
  ).map(match => ({
    rule: 'lookalike-letter',
    from: match.index,
    to: match.index + 1,
    params: { found: match[0] },
    fixes: [wide[match[0]] ?? match[0].normalize('NFKC')],
  }))
}

/** 1O giờ: the letter O for a nought, where a unit shows that a figure is meant. */
function noughts({ text }: BlockText): Mark[] {
  const pattern =
    /(?<![\p{L}\d.,/-])[1-9][\dOo.,]*[Oo][\dOo]*(?=%| (?:giờ|phút|ngày|tháng|đồng|triệu|tỷ|người|hộ|ha|km|kg|m2)(?!\p{L}))/gu
  return matches(text, pattern).map(match => ({
    rule: 'letter-in-figure',
    from: match.index,
    to: match.index + match[0].length,
    params: { found: match[0] },
    fixes: [match[0].replace(/[Oo]/g, '0')],
  }))
}

/** kho\ufffdng, nh©n: letters that another encoding lost or shows as a sign. */
function broken({ text }: BlockText): Mark[] {
  if (!/[\ufffd©®µ¸¦§¨¤]/.test(text)) return []
  return matches(
    text,
    /[\p{L}\p{M}]*(?:\ufffd|(?<=\p{L})[©®µ¸¦§¨¤](?=\p{Ll}))[\p{L}\p{M}\ufffd©®µ¸¦§¨¤]*/gu,
  ).map(match => {
    const found = match[0]
    const { text: read, valid } = decodeWord(found, { encoding: 'tcvn3', through: 'cp1252' })
    const fixes = valid && !found.includes('\ufffd') ? [read] : []
    return {
      rule: 'broken-letter',
      from: match.index,
      to: match.index + found.length,
      params: { found },
      fixes,
    }
  })
}

function codeOf(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Only where Latin letters stand in the same word or beside it: α alone is a formula, a Russian name is Russian. */
function lookalike(block: BlockText): Mark[] {
  const { text, words } = block
  if (!anyLookalike.test(text)) return []
  return words.flatMap((word, index): Mark[] => {
    const latin = [...word.text].map(letter => lookalikes[letter] ?? letter).join('')
    if (latin === word.text) return []
    const mixed = /\p{Script=Latin}/u.test(word.text.replace(/[ðÐɗƉ]/g, ''))
    const between = [words[index - 1], words[index + 1]]
    const inLatin = between.every((other, side) => {
      if (other === undefined) return false
      const [left, right] = side === 0 ? [other, word] : [word, other]
      return areNeighbours(text, left, right) && /^[\p{Script=Latin}\p{M}]+$/u.test(other.text)
    })
    const whole = /^[\p{Script=Latin}\p{M}]+$/u.test(latin) && [...word.text].length > 1 && inLatin
    return mixed || whole
      ? [
          {
            rule: 'lookalike-letter',
            from: word.from,
            to: word.to,
            params: { found: word.text },
            fixes: [latin],
          },
        ]
      : []
  })
}

function styled({ text }: BlockText): Mark[] {
  return matches(
    text,
    /[\u{1d400}-\u{1d7ff}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a][\u{1d400}-\u{1d7ff}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\p{M}]*/gu,
  ).map(match => ({
    rule: 'styled-letters',
    from: match.index,
    to: match.index + match[0].length,
    params: { found: match[0] },
    fixes: [match[0].normalize('NFKC')],
  }))
}
