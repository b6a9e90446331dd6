import type { BlockText } from '../block-text'
import type { Mark } from '../finding'
import { matches } from '../matches'

/** Quotation marks and brackets over the whole article: a quotation may run over several paragraphs. */
export function quotes(blocks: readonly BlockText[]): readonly (readonly Mark[])[] {
  const loose = blocks.map(looseQuotes)
  return blocks.map((block, index) => {
    const own = loose[index] ?? { opened: [], closed: [], marks: [] }
    const goesOn = continues(blocks, loose, index)
    const cameOn = blocks.slice(Math.max(0, index - longest), index).some((_, back) => {
      const at = Math.max(0, index - longest) + back
      return (loose[at]?.opened.length ?? 0) > 0 && continues(blocks, loose, at)
    })
    return [
      ...own.marks,
      ...straightPairs(block),
      ...(goesOn ? [] : own.opened.map(at => mark('quote-unclosed', at, block.text))),
      ...(cameOn ? [] : own.closed.map(at => mark('quote-unopened', at, block.text))),
      ...brackets(block),
    ]
  })
}

/** "Gửi": a pair of straight marks around words, where print has “ and ”. */
function straightPairs({ text }: BlockText): Mark[] {
  return matches(text, /(?<=^|[\s(:])"([^"“”]*\p{L}[^"“”]*)"(?=$|[\s.,;:!?)…])/gu).map(match => ({
    rule: 'quote-straight',
    from: match.index,
    to: match.index + match[0].length,
    params: { found: match[0], right: `“${match[1]}”` },
    fixes: [`“${match[1]}”`],
  }))
}

interface Loose {
  /** Offsets of “ that nothing closes in this block. */
  readonly opened: readonly number[]
  readonly closed: readonly number[]
  readonly marks: readonly Mark[]
}

const longest = 8

/** A later paragraph closes what this one opened; paragraphs between may each open again, as printers do. */
function continues(blocks: readonly BlockText[], loose: readonly Loose[], index: number): boolean {
  for (let at = index + 1; at < blocks.length && at <= index + longest; at += 1) {
    const kind = blocks[at]?.kind
    if (kind !== blocks[index]?.kind) continue
    if ((loose[at]?.closed.length ?? 0) > 0) return true
    const opensAgain = (loose[at]?.opened.length ?? 0) > 0 && blocks[at]?.text.trimStart().startsWith('“')
    if (opensAgain) continue
    if (blocks[at]?.text.trimStart().startsWith('“')) {
      // Opened at the start here and closed here: the last paragraph of such a quotation.
      return true
    }
  }
  return false
}

function looseQuotes({ text }: BlockText): Loose {
  const open: number[] = []
  const closed: number[] = []
  const marks: Mark[] = []
  let straight: number | null = null
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === '„') {
      open.push(at)
      marks.push({ rule: 'quote-mixed', from: at, to: at + 1, params: { found: letter }, fixes: ['“'] })
    } else if (letter === '“') {
      const before = open.at(-1)
      // “… “ where a closing mark was meant: nothing opens before a blank or the end.
      if (before !== undefined && /^(?:[\s,.;:!?)]|$)/.test(text.slice(at + 1))) {
        open.pop()
        marks.push({ rule: 'quote-mixed', from: at, to: at + 1, params: { found: letter }, fixes: ['”'] })
      } else open.push(at)
    } else if (letter === '”') {
      if (open.length > 0) open.pop()
      else if (straight !== null) {
        marks.push({
          rule: 'quote-mixed',
          from: straight,
          to: straight + 1,
          params: { found: '"' },
          fixes: ['“'],
        })
        straight = null
      } else closed.push(at)
    } else if (letter === '"' && !isMeasure(text, at)) {
      if (open.length > 0) {
        const opens = /^\S/.test(text.slice(at + 1)) && /(?:^|\s)$/.test(text.slice(0, at))
        const another = text.indexOf('"', at + 1)
        if (opens && another !== -1) straight = straight === null ? at : null
        else if (straight !== null) straight = null
        else {
          open.pop()
          marks.push({ rule: 'quote-mixed', from: at, to: at + 1, params: { found: '"' }, fixes: ['”'] })
        }
      } else straight = straight === null ? at : null
    }
  }
  if (straight !== null) open.push(straight)
  return { opened: open, closed, marks }
}

/** 24" of a screen, 10°15'30". */
function isMeasure(text: string, at: number): boolean {
  return /\d['’]?$/.test(text.slice(0, at)) && (text.slice(0, at).match(/"/g)?.length ?? 0) % 2 === 0
}

function mark(rule: 'quote-unclosed' | 'quote-unopened', at: number, text: string): Mark {
  return { rule, from: at, to: at + 1, params: { found: text.charAt(at) } }
}

function brackets({ text }: BlockText): Mark[] {
  const open: number[] = []
  const marks: Mark[] = []
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === '(') open.push(at)
    if (letter !== ')') continue
    if (open.length > 0) open.pop()
    // a) 1) iv) of a list, and signs of chat.
    else if (
      !/(?:^|[\s;,(])[\p{L}\d.]{1,4}$/u.test(text.slice(0, at)) &&
      !/[:;=]-?$/.test(text.slice(0, at))
    ) {
      marks.push({ rule: 'bracket-unclosed', from: at, to: at + 1, params: { found: ')' } })
    }
  }
  for (const at of open) {
    if (!/[:;=]-?$/.test(text.slice(0, at)))
      marks.push({ rule: 'bracket-unclosed', from: at, to: at + 1, params: { found: '(' } })
  }
  return marks
}
