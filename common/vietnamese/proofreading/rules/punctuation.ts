import { isSyllable } from '#common/vietnamese/syllables/parse-syllable'
import type { BlockText } from '../block-text'
import { isWithin } from '../block-text'
import type { Mark } from '../finding'
import { find } from '../matches'

/** Doubled marks, sentences without their end and the two spellings of the ellipsis inside one block. */
export function punctuation(block: BlockText): Mark[] {
  return [...doubled(block), ...ellipses(block), ...ends(block)].filter(
    mark => !isWithin(block.opaque, mark.from),
  )
}

function doubled({ text }: BlockText): Mark[] {
  if (!/[.,;:!?]\s*[.,;:!?]/.test(text)) return []
  const same = find(text, /([,;:])\1+|(!)\2{1,}|(\?)\3{1,}/g, match => ({
    rule: 'marks-doubled',
    fixes: [match[0].charAt(0)],
    params: { found: match[0] },
  }))
  const mixed = find(
    text,
    /(?<=\p{Ll}{2}[”)]?)(?:,\s?[.;:]|;\s?[,.:]|:\s?[,.;]|\.\s?[,;:])(?![.\d]|(?<=\s\.)[a-z])/gu,
    match => ({
      rule: 'marks-doubled',
      fixes: fixesOf(match[0]),
      params: { found: match[0] },
    }),
  ).filter(({ from }) => !/\b(v|vv|tr|etc|tp|co|ltd|inc)$/iu.test(text.slice(0, from)))
  // “?”. is right; ?. and !. and two full stops with a blank are not.
  const closed = find(text, /(?<=\p{L}[”")]?)(?:[?!]\.(?!\.)|\.[?!](?!\.)|\.\s+\.(?!\s*[.\d]))/gu, match => ({
    rule: 'marks-doubled',
    fixes: [match[0].charAt(0)],
    params: { found: match[0] },
  }))
  // One full stop too many where a sentence ends; elsewhere two dots are a short ellipsis.
  const stops = find(text, /(?<=[\p{L}\d%)”])\.\.(?=\s+[\p{Lu}“]|\s*$)/gu, match => ({
    rule: 'marks-doubled',
    fixes: ['.', '...'],
    params: { found: match[0] },
  }))
  // The sign that ends a document is ./. alone.
  const last = find(text, /\.\/\.{2,3}(?!\.)|(?<!\.)\.{2}\/\.(?!\.)/g, match => ({
    rule: 'marks-doubled',
    fixes: ['./.'],
    params: { found: match[0] },
  }))
  return [...same, ...mixed, ...closed, ...stops, ...last]
}

/** Words that begin sentences and no name. */
const openers =
  'Mỗi|Các|Những|Nhưng|Nếu|Khi|Đây|Đó|Đồng thời|Tuy nhiên|Ngoài ra|Bên cạnh đó|Sau đó|Nhờ đó|Do đó|Vì vậy|Theo'
const afterComma = new RegExp(`(?<=\\p{Ll}{2})[,;](?= (?:${openers}) \\p{Ll})`, 'gu')
const afterQuotation = new RegExp(
  `(?<=\\p{Ll})”(?= (?:(?:${openers}) \\p{Ll}|(?:Ông|Bà|Chị|Anh|Cô|Thầy) \\p{Lu}\\p{Ll}))`,
  'gu',
)

/** A paragraph that stops at a comma or a word, a sentence begun after a comma or a quotation, a question that ends as a statement. */
function ends({ text, kind }: BlockText): Mark[] {
  if (kind !== 'paragraph') return []
  const say =
    (...fixes: string[]) =>
    (match: RegExpExecArray) =>
      ({ rule: 'sentence-end', fixes, params: { found: match[0] } }) as const
  return [
    ...unfinished(text),
    ...find(text, afterComma, match => say('.', match[0])(match)),
    ...find(text, afterQuotation, say('”.')),
    ...find(
      text,
      /(?<=(?:^|\s)[Hh]ỏi: [^.!?…]{8,300} (?:gì|ở đâu|thế nào|bao lâu|bao nhiêu|khi nào|ra sao))\.(?=\s|$)/gu,
      say('?'),
    ),
  ]
}

/** Only where the paragraph holds another finished sentence: lines of verse, greetings and credits need no full stop. */
function unfinished(text: string): Mark[] {
  const whole = text.trimEnd()
  const last = /(?<=\p{Ll}{2}[”)]?[.!?] )\p{Lu}[^.!?…:]{24,}$/u.exec(whole)?.[0]
  if (last === undefined || !/ \p{Ll}{2,},?$/u.test(last)) return []
  const found = /\p{L}+,?$/u.exec(last)?.[0] ?? ''
  if (!isSyllable(found.replace(',', '').toLowerCase()) || !/[^\s!-~]/.test(last)) return []
  const from = whole.length - found.length
  const fixes = [`${found.replace(',', '')}.`]
  return [{ rule: 'sentence-end', from, to: whole.length, params: { found }, fixes }]
}

function fixesOf(found: string): string[] {
  const marks = [...found.replace(/\s/g, '')]
  return [...new Set(marks)].reverse()
}

function ellipses({ text }: BlockText): Mark[] {
  if (!/…|\.\.|\. \./.test(text)) return []
  const form = (match: RegExpExecArray, ...fixes: string[]) =>
    ({ rule: 'ellipsis-form', fixes, params: { found: match[0] } }) as const
  return [
    ...find(text, /(?<![.\d])\.\.(?![./\\]|\s+[\p{Lu}“]|\s*$)/gu, match => form(match, '...', '.')),
    ...find(text, /(?<=\p{L}) (?:…|\.\.\.)(?=\s+\p{Lu}|$)/gu, match => form(match, match[0].trim())),
    // Six dots and more are a blank to be filled in by hand.
    ...find(text, /(?<!\.)\.{4,5}(?!\.)/g, match => form(match, '...')),
    ...find(text, /(?<!\.)\. \. \.(?! ?\.)/g, match => form(match, '...', '.')),
    ...find(text, /…\.+|\.\.\.…|……(?!…)/g, match => form(match, '…')),
    ...find(text, /(?:…|(?<!\.)\.\.\.),/g, match => form(match, ',', match[0].slice(0, -1))),
    ...find(text, /,\s?(?:…|\.\.\.(?!\.))/g, match => form(match, match[0].replace(/^,\s?/, ''))),
  ]
}
