import { remembered } from '#common/vietnamese/remembered'
import { type BlockText, sentenceAt } from '../block-text'
import { differences } from '../differences'
import type { Mark } from '../finding'
import { matches } from '../matches'
import { slips } from '../slips'

const kinds =
  '[Xx]ã|[Pp]hường|[Tt]hôn|[Bb]ản|[Bb]uôn|[Ấấ]p|[Xx]óm|[Ll]àng|[Kk]hu phố|[Tt]ổ dân phố|[Ss]uối|[Ss]ông|[Hh]ồ|[Đđ]èo|[Nn]úi|[Cc]ầu|[Cc]hợ|[Cc]hùa|[Đđ]ình|[Đđ]ền|[Đđ]ội|[Tt]rường'
const named = new RegExp(
  `(?<!\\p{L})(${kinds}) (\\p{Lu}\\p{Ll}*(?: \\p{Lu}\\p{Ll}*){1,2})(?!\\p{L}| \\p{Lu})`,
  'gu',
)

interface Mention {
  readonly block: number
  readonly from: number
  readonly name: string
}

/** "thôn Đá Bạt" in an article about thôn Đá Bạc: the one that stands alone against a name said again and again. */
export function places(blocks: readonly BlockText[]): readonly (readonly Mark[])[] {
  const byKind = new Map<string, Mention[]>()
  for (const [block, { text }] of blocks.entries())
    for (const match of matches(text, named)) {
      const [all, kind = '', name = ''] = match
      const mention = { block, from: match.index + all.length - name.length, name }
      const same = byKind.get(kind.toLowerCase())
      if (same === undefined) byKind.set(kind.toLowerCase(), [mention])
      else same.push(mention)
    }
  const all = blocks.map(({ text }) => text).join('\n')
  const times = remembered(name => matches(all, new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu')).length)
  const marks: Mark[][] = blocks.map(() => [])
  for (const mentions of byKind.values()) {
    const names = [...new Set(mentions.map(({ name }) => name))]
    const [rare, known] = [names.filter(name => times(name) === 1), names.filter(name => times(name) > 1)]
    for (const { block, from, name } of mentions) {
      const other = rare.includes(name) ? known.find(one => isOneSlip(name, one)) : undefined
      if (other === undefined) continue
      const text = blocks[block]?.text ?? ''
      const sentence = sentenceAt(text, from)
      // Named in one sentence they are two places.
      if (text.slice(sentence.from, sentence.to).includes(other)) continue
      const params = { found: name, other }
      const to = from + name.length
      marks[block]?.push({ rule: 'place-two-spellings', from, to, params, fixes: [other] })
    }
  }
  return marks
}

function isOneSlip(written: string, meant: string): boolean {
  const [left, right] = [written.toLowerCase().split(' '), meant.toLowerCase().split(' ')]
  const differing = left.flatMap((word, at) => (word === right[at] ? [] : [[word, right[at] ?? ''] as const]))
  const [pair] = differing
  if (left.length !== right.length || differing.length !== 1 || pair === undefined) return false
  // Tân Lập A and Tân Lập B.
  if (pair.some(word => word.length < 2)) return false
  return slips(...pair) === 1 || differences([...pair[0]], [...pair[1]]) === 1
}
