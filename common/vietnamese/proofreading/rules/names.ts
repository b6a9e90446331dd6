import { fold } from '#common/vietnamese/fold'
import { placeTone, toneStyleOf } from '#common/vietnamese/syllables/place-tone'
import { type BlockText, isWithin, sentenceAt } from '../block-text'
import type { Mark } from '../finding'
import { matches } from '../matches'
import type { KnownName, NamesTable } from '../names-table'
import { foldToneStyle } from './fold-tone-style'

/** Names of the organisation's table and the people of this article, over the whole article. */
export function names(
  blocks: readonly BlockText[],
  table: NamesTable,
  today: string,
): readonly (readonly Mark[])[] {
  const people = peopleOf(blocks)
  const minority = minorityStyle(blocks, table)
  return blocks.map((block, index) => [
    ...table.names.flatMap(name => [
      ...variants(block, name),
      ...ceased(block, name, today),
      ...otherOffice(block, name),
    ]),
    ...people.filter(mark => mark.block === index).map(({ mark }) => mark),
    ...minority(block),
  ])
}

function occurrences(text: string, needle: string): number[] {
  const found: number[] = []
  if (needle === '') return found
  const edge = (at: number) => /[\p{L}\d]/u.test(text.charAt(at))
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    if (!edge(at - 1) && !edge(at + needle.length)) found.push(at)
  }
  return found
}

/** Listed variants as they stand, and the name itself in another tone style or, after "xã" and its like, in lower case. */
function variants({ text }: BlockText, { name, variants: listed }: KnownName): Mark[] {
  const say = (from: number, length: number): Mark => ({
    rule: 'name-variant',
    from,
    to: from + length,
    params: { found: text.slice(from, from + length), right: name },
    fixes: [name],
  })
  const marks = listed
    .filter(variant => variant !== name)
    .flatMap(variant => occurrences(text, variant).map(at => say(at, variant.length)))
  const folded = foldToneStyle(text)
  if (folded.length !== text.length) return marks
  for (const at of occurrences(folded, foldToneStyle(name))) {
    const written = text.slice(at, at + name.length)
    if (written === name || written === written.toUpperCase() || marks.some(mark => mark.from === at))
      continue
    const lower = /^\p{Ll}/u.test(written) && /^\p{Lu}/u.test(name)
    const led = /(?:xã|phường|tỉnh|thôn|huyện|thành phố|chợ|làng|bản|đồng chí|ông|bà|anh|chị)\s$/iu.test(
      text.slice(0, at),
    )
    if (!lower || led || !name.includes(' ')) marks.push(say(at, name.length))
  }
  return marks
}

/** A place or body that is no more, spoken of as if it were. */
function ceased({ text }: BlockText, { name, validTo, successor }: KnownName, today: string): Mark[] {
  if (validTo === null || validTo >= today) return []
  return occurrences(text, name).flatMap((at): Mark[] => {
    const { from, to } = sentenceAt(text, at)
    const sentence = text.slice(from, to)
    const years = matches(sentence, /(?:19|20)\d{2}/g).map(match => Number(match[0]))
    const past =
      /(?<!\p{L})(?:cũ|trước đây|nguyên|khi đó|thời đó|tiền thân|sáp nhập|hợp nhất|giải thể|tách|trước khi|xưa)(?!\p{L})/iu.test(
        sentence,
      )
    if (past || years.some(year => year <= Number(validTo.slice(0, 4)))) return []
    return [
      {
        rule: 'name-ceased',
        from: at,
        to: at + name.length,
        params: { found: name, until: validTo.split('-').reverse().join('/'), successor: successor ?? '' },
        fixes: successor === null ? [] : [successor],
      },
    ]
  })
}

const officeWords = String.raw`(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Trưởng ban|Trưởng phòng|Trưởng thôn|Hiệu trưởng|Chủ nhiệm)(?: (?:UBND|HĐND|Đảng ủy|Hội [\p{L} ]{3,20}|UBMTTQ|Ủy ban nhân dân|Hội đồng nhân dân))?`

/** "Chủ tịch UBND xã Nguyễn Văn A" where the table knows a deputy. */
function otherOffice({ text }: BlockText, { kind, name, office }: KnownName): Mark[] {
  if (kind !== 'person' || office === null) return []
  return occurrences(text, name).flatMap((at): Mark[] => {
    const before = new RegExp(
      `(${officeWords})(?: xã| phường| tỉnh| huyện)?(?: \\p{Lu}\\p{L}+){0,3}(?: đồng chí| ông| bà)? $`,
      'u',
    ).exec(text.slice(0, at))
    const after = new RegExp(`^,? (?:là |– )?(${officeWords})`, 'u').exec(text.slice(at + name.length))
    const said = after?.[1] ?? before?.[1]
    if (said === undefined || !contradicts(said, office)) return []
    return [
      {
        rule: 'office-differs',
        from: at,
        to: at + name.length,
        params: { name, found: said, right: office },
      },
    ]
  })
}

/** Deputy against head of the same: other offices may be held besides. */
function contradicts(said: string, known: string): boolean {
  const bare = (office: string) => fold(office).replace(/^pho /, '')
  const isDeputy = /^Phó /.test(said)
  const parts = known.split(/,\s*/)
  const same = parts.filter(part => bare(part).startsWith(bare(said)))
  return same.length > 0 && same.every(part => /^Phó /i.test(part) !== isDeputy)
}

interface Person {
  readonly block: number
  readonly from: number
  readonly name: string
  readonly office: string
}

const person = String.raw`\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){2,3}`
const office = String.raw`(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Trưởng ban|Trưởng phòng|Trưởng thôn|Hiệu trưởng|Chủ nhiệm)(?: (?:UBND|HĐND|Đảng ủy|Ủy ban nhân dân|Hội đồng nhân dân|Hội [\p{L} ]{3,20}?))?(?: xã| phường)?`
const inOffice = new RegExp(`(${person}),? (?:– )?(${office})|(${office}) (?:đồng chí )?(${person})`, 'gu')

/** One office, two nearly equal names in one article: one of them is misspelt. The later one is marked. */
function peopleOf(blocks: readonly BlockText[]): { readonly block: number; readonly mark: Mark }[] {
  const found: Person[] = []
  for (const [block, { text }] of blocks.entries()) {
    if (!/Chủ tịch|Bí thư|Giám đốc|Trưởng|Hiệu trưởng|Chủ nhiệm/.test(text)) continue
    for (const match of matches(text, inOffice)) {
      const name = match[1] ?? match[4] ?? ''
      found.push({
        block,
        from: match.index + match[0].indexOf(name),
        name,
        office: match[2] ?? match[3] ?? '',
      })
    }
  }
  return found.flatMap((one, index) => {
    const earlier = found
      .slice(0, index)
      .find(
        other =>
          other.name !== one.name && other.office === one.office && isOneWordApart(other.name, one.name),
      )
    return earlier === undefined
      ? []
      : [
          {
            block: one.block,
            mark: {
              rule: 'person-two-spellings' as const,
              from: one.from,
              to: one.from + one.name.length,
              params: { found: one.name, other: earlier.name },
              fixes: [earlier.name],
            },
          },
        ]
  })
}

function isOneWordApart(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')]
  if (left.length !== right.length) return false
  const differing = left.filter((word, index) => word !== right[index])
  return (
    differing.length === 1 &&
    left[0] === right[0] &&
    fold(left.at(-1) ?? '').charAt(0) === fold(right.at(-1) ?? '').charAt(0)
  )
}

/** hòa and hoà in one article: what the minority writes is marked. Names the table fixes are left alone. */
function minorityStyle(blocks: readonly BlockText[], table: NamesTable): (block: BlockText) => Mark[] {
  const counts = { old: 0, new: 0 }
  for (const block of blocks) {
    for (const word of block.words) {
      const style = toneStyleOf(word.lower)
      if (style !== null) counts[style] += 1
    }
  }
  if (counts.old === 0 || counts.new === 0) return () => []
  const wanted = counts.old === counts.new ? table.toneStyle : counts.old > counts.new ? 'old' : 'new'
  return ({ words, text, quoted }) =>
    words.flatMap((word): Mark[] => {
      const style = toneStyleOf(word.lower)
      if (style === null || style === wanted || isWithin(quoted, word.from)) return []
      // A person may be registered "Thuý".
      const isPart =
        /^\p{Lu}/u.test(word.text) &&
        /\p{Lu}\p{Ll}*\s$/u.test(text.slice(0, word.from)) &&
        /(?:ông|bà|anh|chị|đồng chí|em|cháu|Thị|Văn) (?:\p{Lu}\p{L}* ?)*$/u.test(text.slice(0, word.from))
      if (isPart) return []
      const fix = placeTone(word.text, wanted)
      return [
        {
          rule: 'tone-style-mixed',
          from: word.from,
          to: word.to,
          params: { found: word.text, right: fix },
          fixes: [fix],
        },
      ]
    })
}
