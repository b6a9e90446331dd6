import type { BlockText } from '../block-text'
import { isWithin } from '../block-text'
import type { Mark } from '../finding'
import { find } from './spacing'

/** Doubled marks and the two spellings of the ellipsis inside one block. */
export function punctuation(block: BlockText): Mark[] {
  return [...doubled(block), ...ellipses(block)].filter(mark => !isWithin(block.opaque, mark.from))
}

function doubled({ text }: BlockText): Mark[] {
  const same = find(text, /([,;:])\1+|(!)\2{1,}|(\?)\3{1,}/g, match => ({
    rule: 'marks-doubled',
    fixes: [match[0].charAt(0)],
    params: { found: match[0] },
  }))
  const mixed = find(
    text,
    /(?<=\p{Ll}{2}[”)]?)(?:,\s?[.;:]|;\s?[,.:]|:\s?[,.;]|\.\s?[,;:])(?![.\d])/gu,
    match => ({
      rule: 'marks-doubled',
      fixes: fixesOf(match[0]),
      params: { found: match[0] },
    }),
  ).filter(({ from }) => !/\b(v|vv|tr|etc|tp|co|ltd|inc)$/iu.test(text.slice(0, from)))
  // “?”. is right; ?. and !. and two full stops with a blank are not.
  const ends = find(
    text,
    /(?<=\p{L}[”)]?)(?:[?!]\.(?!\.)|\.[?!](?!\.)|\.\s+\.(?![.\d\s]|\s*\.))/gu,
    match => ({
      rule: 'marks-doubled',
      fixes: [match[0].charAt(0)],
      params: { found: match[0] },
    }),
  )
  // One full stop too many where a sentence ends; elsewhere two dots are a short ellipsis.
  const stops = find(text, /(?<=[\p{L}\d%)”])\.\.(?=\s+[\p{Lu}“]|\s*$)/gu, match => ({
    rule: 'marks-doubled',
    fixes: ['.', '...'],
    params: { found: match[0] },
  }))
  return [...same, ...mixed, ...ends, ...stops]
}

function fixesOf(found: string): string[] {
  const marks = [...found.replace(/\s/g, '')]
  return [...new Set(marks)].reverse()
}

function ellipses({ text }: BlockText): Mark[] {
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
