import { isSyllable } from '#common/vietnamese/syllables/parse-syllable'
import { type BlockText, isWithin } from '../block-text'
import { shortForms } from '../data/short-forms'
import type { Mark } from '../finding'
import { find } from '../matches'

/** Blanks between words and around punctuation marks. */
export function spacing(block: BlockText): Mark[] {
  const marks = [...doubled(block), ...beforeMark(block), ...afterMark(block), ...insideBrackets(block)]
  return marks.filter(mark => !isWithin(block.opaque, mark.from)).concat(figuresJoined(block))
}

/** 48giờ, đạt84,6%. */
function figuresJoined({ text, opaque }: BlockText): Mark[] {
  if (!/\d/.test(text)) return []
  const marks = find(
    text,
    /(?<![\p{L}\d.,/-])\d{1,4}(?=(?:giờ|phút|ngày|tháng|người|đồng|triệu|nghìn|tấn)(?![\p{L}\d]))|(?<![\p{L}\d-])(?:đạt|gồm|được|khoảng|ngày|tháng|giảm|tăng|chiếm|đến|trên|dưới|gần|hơn)(?=\d)/gu,
    match => ({ rule: 'figure-joined', fixes: [`${match[0]} `], params: { found: match[0] } }),
  )
  // Run together they look like a code; inside an address or a hashtag they are part of one.
  return marks.filter(({ from }) => !opaque.some(range => range.from < from && from < range.to))
}

function doubled({ text }: BlockText): Mark[] {
  if (!text.includes('  ')) return []
  return find(text, /(?<=\S) {2,}(?=\S)/g, match => ({
    rule: 'double-space',
    fixes: [' '],
    params: { count: match[0].length },
  })).filter(
    // A mark that follows is the other rule's.
    ({ to }) => !/[,.;:!?%)”]/.test(text.charAt(to)),
  )
}

function beforeMark({ text }: BlockText): Mark[] {
  if (!/ [,;:!?.]/.test(text)) return []
  // "đồng tình ,mọi người": the blank stands on the wrong side.
  const swapped = find(text, /(?<=[\p{L}\d%)”"’]) +([,;!?])(?=\p{L})/gu, match => ({
    rule: 'space-before-mark',
    fixes: [`${match[1]} `],
    params: { mark: match[1] ?? '' },
  }))
  const before = find(text, /(?<=[\p{L}\d%)”"’]) +([,;:!?]|\.(?![.\p{L}\d]))(?=[\s”"’)]|$)/gu, match => ({
    rule: 'space-before-mark',
    fixes: [match[1] ?? ''],
    params: { mark: match[1] ?? '' },
  })).filter(({ from, to }) => {
    // A ratio (1 : 500) and signs of chat (:) are no punctuation.
    const around = text.slice(from - 1, to + 2)
    return !/^\d\s*:\s*\d/.test(around) && !/:[)(]/.test(around)
  })
  return [...before, ...swapped]
}

function afterMark({ text }: BlockText): Mark[] {
  if (!/[,;:!?.%)”](?=[\p{L}\d])|\S[(“]/u.test(text)) return []
  const fix = (match: RegExpExecArray) =>
    ({ rule: 'space-after-mark', fixes: [`${match[0]} `], params: { mark: match[0] } }) as const
  const plain = find(
    text,
    /(?<=[\p{L}\d)”"’%])[,;!?](?=\p{L})|(?<=\p{L})[,;](?=\d)|(?<=\p{L}{2})[:](?=\p{L}{2})/gu,
    fix,
  )
  const percent = find(text, /(?<=\d)%(?=\p{Ll}{2})/gu, fix)
  const closing = find(text, /(?<=[\p{L}\d])[)”](?=\p{L}{2})/gu, fix)
  const opening = find(text, /(?<=\p{L}{2})[(“](?=\p{L}{2})/gu, match => ({
    rule: 'space-after-mark',
    fixes: [` ${match[0]}`],
    params: { mark: match[0] },
  })).filter(
    ({ from, to }) => isVietnameseWord(wordBefore(text, from)) && !/^\p{L}{1,2}\)/u.test(text.slice(to)),
  )
  const stops = find(text, /(?<=\p{L}{2}|\d%?|[)”])\.(?=\p{L})/gu, fix).filter(({ from, to }) =>
    isSentenceEnd(text, from, to),
  )
  return [...plain, ...percent, ...closing, ...opening, ...stops]
}

/** A full stop between two Vietnamese words; TP.HCM, ThS.Lan and node.js are names. */
function isSentenceEnd(text: string, from: number, to: number): boolean {
  const before = wordBefore(text, from)
  const after = /^\p{L}+/u.exec(text.slice(to))?.[0] ?? ''
  if (before === '')
    return /[\d%)”]/.test(text.charAt(from - 1)) && /^\p{Lu}\p{Ll}/u.test(after) && isSyllable(after)
  if (shortForms.has(before.toLowerCase()) || before === before.toUpperCase()) return false
  if (!isSyllable(before) || !isSyllable(after)) return false
  return /^\p{Lu}\p{Ll}/u.test(after) || /[^a-z]/i.test(before + after)
}

function wordBefore(text: string, at: number): string {
  return /[\p{L}\p{M}]+$/u.exec(text.slice(0, at))?.[0] ?? ''
}

function isVietnameseWord(word: string): boolean {
  return isSyllable(word)
}

function insideBrackets({ text }: BlockText): Mark[] {
  if (!/[([“] | [)\]”]/.test(text)) return []
  const opened = find(text, /[([“] +(?=[\p{L}\d“])/gu, match => ({
    rule: 'space-inside-brackets',
    fixes: [match[0].trim()],
    params: { mark: match[0].trim() },
  }))
  const closed = find(text, /(?<=[\p{L}\d.,!?…%]) +[)\]”]/gu, match => ({
    rule: 'space-inside-brackets',
    fixes: [match[0].trim()],
    params: { mark: match[0].trim() },
  }))
  return [...opened, ...closed]
}
