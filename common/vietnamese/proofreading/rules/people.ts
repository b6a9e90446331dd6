import { isSyllable } from '#common/vietnamese/syllables/parse-syllable'
import type { BlockText } from '../block-text'
import { differences } from '../differences'
import type { Mark } from '../finding'
import { matches } from '../matches'
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
const rankSet: ReadonlySet<string> = new Set(ranks.split('|'))
/** Between family and given name; nothing but a person is called so. */
const isMiddleName: ReadonlySet<string> = new Set(['văn', 'thị'])
const women: ReadonlySet<string> = new Set(['bà', 'chị', 'cô', 'mẹ'])
const men: ReadonlySet<string> = new Set(['ông', 'anh', 'chú', 'cậu', 'thầy'])

interface Mention {
  readonly block: number
  readonly from: number
  readonly name: string
  /** Of the name, in lower case. */
  readonly words: readonly string[]
  readonly title: string
  /** Where title and name begin. */
  readonly start: number
}

/** Mentions that may be of one person: as many words, the first the same. */
interface Namesakes {
  readonly mentions: Mention[]
  /** By name, in the order of the text. */
  readonly byName: Map<string, Mention[]>
}

/** One person whose name is spelt in two ways, or who is man and woman, major and colonel, head and deputy in one article. */
export function people(blocks: readonly BlockText[]): readonly (readonly Mark[])[] {
  const all = blocks.flatMap((block, index) => mentionsIn(block, index))
  const low = lowNames(blocks, new Set(all.map(({ name }) => name)))
  const marks = blocks.map((_, index) => [...(low[index] ?? [])])
  const groups = new Map<string, Namesakes>()
  for (const mention of all) {
    const { mentions, byName } = namesakesOf(groups, mention)
    mentions.push(mention)
    const same = byName.get(mention.name)
    if (same === undefined) byName.set(mention.name, [mention])
    else same.push(mention)
  }
  for (const mention of all) {
    const namesakes = namesakesOf(groups, mention)
    const mark = otherSpelling(mention, namesakes) ?? otherTitle(mention, namesakes)
    if (mark !== null) marks[mention.block]?.push(mark)
  }
  return marks
}

function namesakesOf(groups: Map<string, Namesakes>, { words }: Mention): Namesakes {
  const key = `${words.length} ${words[0]}`
  const known = groups.get(key) ?? { mentions: [], byName: new Map() }
  groups.set(key, known)
  return known
}

function mentionsIn({ text }: BlockText, block: number): Mention[] {
  return matches(text, named).flatMap(match => {
    const [all, title = '', name = ''] = match
    // Two words are a person only behind a title: Lò Én, but not Hà Tĩnh.
    if (name.split(' ').length === 2 && title === '') return []
    const from = match.index + all.length - name.length
    const words = name.toLowerCase().split(' ')
    return [{ block, from, name, words, title: title.toLowerCase(), start: match.index }]
  })
}

/** The rarer of two names that differ by one slip in one word, or the later one; the other must be somebody spoken of as a person. */
function otherSpelling(mention: Mention, { mentions, byName }: Namesakes): Mark | null {
  if (byName.size === 1) return null
  const own = byName.get(mention.name) ?? []
  const first = own[0] === undefined ? 0 : mentions.indexOf(own[0])
  const other = mentions.find((one, index) => {
    const times = byName.get(one.name)?.length ?? 0
    const isTitled = one.title !== '' || mention.title !== ''
    // In a list of people nobody has a title, and many have names alike: there the other must be said more often.
    const mayTie = isTitled || mention.words.some(word => !isSyllable(word))
    const isSurer = times > own.length || (mayTie && times === own.length && index < first)
    const isPerson = isTitled || isMiddleName.has(one.words[1] ?? '')
    return isSurer && isPerson && isMisspelt(mention.words, one.words)
  })
  if (other === undefined) return null
  const params = { found: mention.name, other: other.name }
  const to = mention.from + mention.name.length
  return { rule: 'person-two-spellings', from: mention.from, to, params, fixes: [other.name] }
}

/** Of namesakes: as many words, the first the same. */
function isMisspelt(written: readonly string[], meant: readonly string[]): boolean {
  const differing = written.flatMap((word, index) =>
    word === meant[index] ? [] : [[word, meant[index] ?? ''] as const],
  )
  const [pair] = differing
  if (differing.length !== 1 || pair === undefined) return false
  return isNearly(pair[0], pair[1]) || differences([...pair[0]], [...pair[1]]) === 1
}

/** ông Lò Thị Én, whom the article called bà; Thiếu tá, who was Trung tá; Phó Chủ tịch, who was Chủ tịch of the same. */
function otherTitle(mention: Mention, { byName }: Namesakes): Mark | null {
  const { name, title, from, start } = mention
  const same = byName.get(name) ?? []
  const right = same.slice(0, same.indexOf(mention)).find(one => contradict(one.title, title))?.title
  const isWomanByName = men.has(title) && name.split(' ')[1] === 'Thị'
  const said = right ?? (isWomanByName ? 'bà' : undefined)
  if (said === undefined) return null
  const params = { found: `${title} ${name}`, right: `${said} ${name}` }
  return { rule: 'person-two-titles', from: start, to: from + name.length, params }
}

function contradict(a: string, b: string): boolean {
  if (a === b) return false
  if ((women.has(a) && men.has(b)) || (men.has(a) && women.has(b))) return true
  if (rankSet.has(a) && rankSet.has(b)) return true
  return a === `phó ${b}` || b === `phó ${a}`
}
