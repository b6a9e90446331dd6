import type { BlockText } from '../block-text'
import type { Mark } from '../finding'
import { isNearly } from '../slips'
import { lowNames } from './low-names'

const forms = 'ông|anh|chú|cậu|thầy|bà|chị|cô|mẹ'
const ranks =
  'thượng sĩ|thiếu úy|trung úy|thượng úy|đại úy|thiếu tá|trung tá|thượng tá|đại tá|thiếu tướng|trung tướng'
/** Names are told by their capitals, so a title is written out with its first letter in either case. */
const eitherCase = (titles: string): string =>
  titles.replace(
    /(^|\||\(\?:)(\p{Ll})/gu,
    (_, before: string, letter: string) => `${before}[${letter}${letter.toUpperCase()}]`,
  )
const office =
  '(?:[Pp]hó )?(?:[Cc]hủ tịch|[Bb]í thư|[Gg]iám đốc|[Tt]rưởng ban|[Tt]rưởng phòng|[Tt]rưởng thôn|[Hh]iệu trưởng|[Cc]hủ nhiệm)(?: (?:UBND|HĐND|Đảng ủy|Ủy ban nhân dân|Hội đồng nhân dân|Đoàn|Hội \\p{L}+(?: \\p{Ll}+){0,2}))?(?: xã| phường)?'
const named = new RegExp(
  `(?<!\\p{L})(?:(${eitherCase(forms)}|${eitherCase(ranks)}|${office}|${eitherCase('đồng chí|em|cháu|cụ')}) )?(\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){1,3})(?!\\p{L}| \\p{Lu})`,
  'gu',
)
const women: ReadonlySet<string> = new Set(['bà', 'chị', 'cô', 'mẹ'])
const men: ReadonlySet<string> = new Set(['ông', 'anh', 'chú', 'cậu', 'thầy'])

interface Mention {
  readonly block: number
  readonly from: number
  readonly name: string
  readonly title: string
  /** Where title and name begin. */
  readonly start: number
}

/** One person whose name is spelt in two ways, or who is man and woman, major and colonel, head and deputy in one article. */
export function people(blocks: readonly BlockText[]): readonly (readonly Mark[])[] {
  const all = blocks.flatMap((block, index) => mentionsIn(block, index))
  const counts = new Map<string, number>()
  for (const { name } of all) counts.set(name, (counts.get(name) ?? 0) + 1)
  const marks = all.flatMap((mention, index): { readonly block: number; readonly mark: Mark }[] => {
    const earlier = all.slice(0, index)
    const mark = otherSpelling(mention, all, counts) ?? otherTitle(mention, earlier)
    return mark === null ? [] : [{ block: mention.block, mark }]
  })
  const low = lowNames(blocks, new Set(counts.keys()))
  return blocks.map((_, index) => [
    ...(low[index] ?? []),
    ...marks.filter(({ block }) => block === index).map(({ mark }) => mark),
  ])
}

function mentionsIn({ text }: BlockText, block: number): Mention[] {
  return [...text.matchAll(named)].flatMap(match => {
    const [all, title = '', name = ''] = match
    // Two words are a person only behind a title: Lò Én, but not Hà Tĩnh.
    if (name.split(' ').length === 2 && title === '') return []
    const from = match.index + all.length - name.length
    return [{ block, from, name, title: title.toLowerCase(), start: match.index }]
  })
}

/** The rarer of two names that differ by one slip in one word, or the later one; the other must be somebody spoken of as a person. */
function otherSpelling(
  mention: Mention,
  all: readonly Mention[],
  counts: ReadonlyMap<string, number>,
): Mark | null {
  const own = counts.get(mention.name) ?? 0
  const first = all.findIndex(one => one.name === mention.name)
  const other = all.find((one, index) => {
    const times = counts.get(one.name) ?? 0
    const isSurer = times > own || (times === own && index < first)
    return isSurer && (one.title !== '' || mention.title !== '') && isMisspelt(mention.name, one.name)
  })
  if (other === undefined) return null
  const params = { found: mention.name, other: other.name }
  const to = mention.from + mention.name.length
  return { rule: 'person-two-spellings', from: mention.from, to, params, fixes: [other.name] }
}

function isMisspelt(written: string, meant: string): boolean {
  const [a, b] = [written.toLowerCase().split(' '), meant.toLowerCase().split(' ')]
  if (a.length !== b.length) return false
  const differing = a.flatMap((word, index) => (word === b[index] ? [] : [[word, b[index] ?? ''] as const]))
  const [pair] = differing
  return differing.length === 1 && pair !== undefined && a[0] === b[0] && isNearly(pair[0], pair[1])
}

/** ông Lò Thị Én, whom the article called bà; Thiếu tá, who was Trung tá; Phó Chủ tịch, who was Chủ tịch of the same. */
function otherTitle({ name, title, from, start }: Mention, earlier: readonly Mention[]): Mark | null {
  const right = earlier.find(one => one.name === name && contradict(one.title, title))?.title
  const isWomanByName = men.has(title) && name.split(' ')[1] === 'Thị'
  const said = right ?? (isWomanByName ? 'bà' : undefined)
  if (said === undefined) return null
  const params = { found: `${title} ${name}`, right: `${said} ${name}` }
  return { rule: 'person-two-titles', from: start, to: from + name.length, params }
}

function contradict(a: string, b: string): boolean {
  if (a === b) return false
  if ((women.has(a) && men.has(b)) || (men.has(a) && women.has(b))) return true
  const rankList = ranks.split('|')
  if (rankList.includes(a) && rankList.includes(b)) return true
  return a === `phó ${b}` || b === `phó ${a}`
}
