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
  /** The sentence it stands in. */
  readonly sentence: string
}

/** "thôn Đá Bạt" in an article about thôn Đá Bạc: the one that stands alone against a name said again and again. */
export function places(blocks: readonly BlockText[]): readonly (readonly Mark[])[] {
  const byKind = new Map<string, Mention[]>()
  for (const [block, { text }] of blocks.entries())
    for (const match of matches(text, named)) {
      const [all, kind = '', name = ''] = match
      const { from, to } = sentenceAt(text, match.index)
      const mention = {
        block,
        from: match.index + all.length - name.length,
        name,
        sentence: text.slice(from, to),
      }
      const key = kind.toLowerCase()
      byKind.set(key, [...(byKind.get(key) ?? []), mention])
    }
  const all = blocks.map(({ text }) => text).join('\n')
  const times = (name: string) => matches(all, new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'gu')).length
  const marks: Mark[][] = blocks.map(() => [])
  for (const mentions of byKind.values())
    for (const mention of mentions) {
      const other = meantBy(mention, mentions, times)
      if (other === null) continue
      const to = mention.from + mention.name.length
      const params = { found: mention.name, other }
      marks[mention.block]?.push({
        rule: 'place-two-spellings',
        from: mention.from,
        to,
        params,
        fixes: [other],
      })
    }
  return marks
}

/** The name that was probably meant: said twice at least, one slip away, and not beside this one in a sentence as another place. */
function meantBy(
  { name, sentence }: Mention,
  mentions: readonly Mention[],
  times: (name: string) => number,
): string | null {
  const other = mentions.find(
    one =>
      isOneSlip(name, one.name) && times(name) === 1 && times(one.name) > 1 && !sentence.includes(one.name),
  )
  return other?.name ?? null
}

function isOneSlip(written: string, meant: string): boolean {
  const [left, right] = [written.toLowerCase().split(' '), meant.toLowerCase().split(' ')]
  const differing = left.flatMap((word, at) => (word === right[at] ? [] : [[word, right[at] ?? ''] as const]))
  const [pair] = differing
  if (left.length !== right.length || differing.length !== 1 || pair === undefined) return false
  return slips(...pair) === 1 || differences([...pair[0]], [...pair[1]]) === 1
}
