import { raised } from '#common/vietnamese/syllables/letter-case'
import { isSyllable } from '#common/vietnamese/syllables/parse-syllable'
import { areNeighbours, type BlockText } from '../block-text'
import {
  capitalPatterns,
  documentKinds,
  offices,
  officialNames,
  overCapitalised,
  provinces,
} from '../data/official-names'
import { shortForms } from '../data/short-forms'
import type { Mark } from '../finding'
import { solidPairs } from '../known-words'
import { find, matches } from '../matches'
import { foldToneStyle } from './fold-tone-style'

/** Capitals where a sentence begins, inside a word, and as Nghị định 30/2020/NĐ-CP, Phụ lục II writes bodies and offices. */
export function capitals(block: BlockText): Mark[] {
  const { text } = block
  const inside = insideWords(block)
  // A line wholly in capitals is the headline rules' business.
  if (isShouting(text)) return []
  const folded = foldToneStyle(text)
  const marks = [
    ...sentenceStarts(block),
    ...blockStart(block),
    ...calendarWords(text),
    ...inside,
    ...official(text, folded),
    ...patterns(text),
    ...lowProvinces(text, folded),
    ...tooMany(block),
    ...secondOnly(block),
    ...ordersAndParty(text),
    ...familiesInLowerCase(text),
    ...weekdays(text),
    ...placesWithin(text),
  ]
  return marks.filter(
    (mark, index) => marks.findIndex(other => other.from < mark.to && mark.from < other.to) === index,
  )
}

export function isShouting(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  if (capitals < 7) return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters > 8 && capitals > letters * 0.7
}

function sentenceStarts({ text, kind }: BlockText): Mark[] {
  if (kind === 'quotation' || kind === 'table-cell') return []
  return matches(text, /(?<=(\p{L}+|\d{3,}|%|\d°?|[)”])[.!?]\s+)\p{Ll}\p{L}*/gu).flatMap((match): Mark[] => {
    const before = match[1] ?? ''
    const at = text.slice(0, match.index).trimEnd()
    if (shortForms.has(before.toLowerCase()) || /^\p{L}$/u.test(before) || /^\d$/.test(before)) return []
    if (
      /\.\.\.$|…$/.test(at) ||
      (before.length > 1 && before === before.toUpperCase() && /\p{L}/u.test(before))
    )
      return []
    if (/[!?]$/.test(at) && /^[\p{L}]+[!?]$/u.test(at.split(/\s/).at(-1) ?? '') && /[”"]/.test(text))
      return []
    if (!isSyllable(match[0])) return []
    // Numbers of a list: "1. thực hiện".
    if (/(?:^|\s)\d{1,2}\.$/.test(at)) return []
    return [
      {
        rule: 'sentence-start',
        from: match.index,
        to: match.index + match[0].length,
        params: { found: match[0] },
        fixes: [raised(match[0])],
      },
    ]
  })
}

/** A paragraph that is a sentence begins with a capital; items of a list, and what goes on after a picture, need not. */
function blockStart({ text, kind }: BlockText): Mark[] {
  const first = /^\s*(\p{Ll}\p{L}*)(?=[\s,])/u.exec(text)?.[1]
  const isSentence = /[.!?…]\s*$/u.test(text) && text.length > 60
  if ((kind !== 'paragraph' && kind !== 'lead') || first === undefined || !isSentence) return []
  if (!isSyllable(first)) return []
  const from = text.indexOf(first)
  return [
    {
      rule: 'sentence-start',
      from,
      to: from + first.length,
      params: { found: first },
      fixes: [raised(first)],
    },
  ]
}

/** "từ Tháng 9", "vào Ngày 12/3": no names where a number follows inside a sentence. */
function calendarWords(text: string): Mark[] {
  return find(
    text,
    /(?<=(?<!\p{L})(?:[Tt]ừ|[Đđ]ến|[Vv]ào|[Tt]rong|[Tt]rước|[Ss]au|hết|cuối|đầu|giữa|và) )(?:Tháng|Ngày|Năm|Quý)(?= \d)/gu,
    inLowerCase,
  )
}

/** đỊa phận, THủy: a key held too long. VNeID and VietGAP are no syllables. */
function insideWords({ words, text }: BlockText): Mark[] {
  if (!/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(text)) return []
  return words.flatMap((word): Mark[] => {
    if (
      !/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(word.text) ||
      !/[^a-z]/.test(word.lower) ||
      !isSyllable(word.lower)
    )
      return []
    const fix = /^\p{Lu}/u.test(word.text) ? raised(word.lower) : word.lower
    return [
      {
        rule: 'capital-inside-word',
        from: word.from,
        to: word.to,
        params: { found: word.text },
        fixes: [fix],
      },
    ]
  })
}

const officialOf = new Map(officialNames.map(name => [foldToneStyle(name), name]))
const anyOfficial = new RegExp(`(?<!\\p{L})(?:${[...officialOf.keys()].join('|')})(?!\\p{L})`, 'gu')

function official(text: string, folded: string): Mark[] {
  if (folded.length !== text.length) return []
  return matches(folded, anyOfficial).flatMap((match): Mark[] => {
    const [from, to] = [match.index, match.index + match[0].length]
    const written = text.slice(from, to)
    const right = officialOf.get(match[0]) ?? written
    // The tone style is another rule's; the name itself may follow "Phó": Phó Thủ tướng Chính phủ.
    if (written === written.toUpperCase() || sameCase(written, right)) return []
    return [{ rule: 'official-capital', from, to, params: { found: written, right }, fixes: [right] }]
  })
}

function sameCase(written: string, name: string): boolean {
  return [...written].every((letter, index) => isUpper(letter) === isUpper(name.charAt(index)))
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

const numbered = new RegExp(`(?<!\\p{L})(${documentKinds})(?= số \\d+[\\d/]*[-/]\\p{Lu})`, 'gu')
const familyNames =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Mai|Lương|Hà|Cao|Lưu|Tô|Tạ|Đoàn|Quách|Trương|Phùng|Đào|Vương'
const titled = new RegExp(
  `(?<!\\p{L}|nguyên |cựu |các )(${offices})(?= (?:(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Đảng ủy) (?:xã|phường|tỉnh|huyện|thành phố)(?: \\p{Lu}\\p{L}+){0,3} )?(?:${familyNames}) \\p{Lu}\\p{Ll}+)`,
  'gu',
)
const committee =
  /(?<!\p{L})(tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|thị ủy|tỉnh uỷ|thành uỷ|huyện uỷ|đảng uỷ)(?= (?:xã |phường |tỉnh |huyện )?(?:\p{Lu}\p{Ll}+))/gu
const lowProvince = new RegExp(
  `(?<=(?:tỉnh|thành phố|Tỉnh|Thành phố) )(?:${provinces.map(name => foldToneStyle(name)).join('|')})(?!\\p{L})`,
  'gu',
)

/** Says of what `find` found that it begins with a capital. */
function inCapital([found]: RegExpExecArray) {
  const right = raised(found)
  return { rule: 'official-capital', params: { found, right }, fixes: [right] } as const
}

/** Says that it has no capital. */
function inLowerCase([found]: RegExpExecArray) {
  const right = found.toLowerCase()
  return { rule: 'capital-too-many', params: { found, right }, fixes: [right] } as const
}

const compiledPatterns = capitalPatterns.map(({ before = '', words, after = '', right }) => ({
  /** Says soon that there is nothing to look for. */
  words: new RegExp(words, 'u'),
  pattern: new RegExp(`${before}(${words})${after}`, 'gu'),
  right,
}))

function patterns(text: string): Mark[] {
  const special = compiledPatterns
    .filter(({ words }) => words.test(text))
    .flatMap(({ pattern, right }) =>
      matches(text, pattern).map((match): Mark => {
        const found = match[1] ?? ''
        const from = match.index + match[0].lastIndexOf(found)
        const fix = right === null ? raised(found) : right + found.slice(right.length)
        return {
          rule: 'official-capital',
          from,
          to: from + found.length,
          params: { found, right: fix },
          fixes: [fix],
        }
      }),
    )
  return [
    ...(text.includes(' số ') ? find(text, numbered, inCapital) : []),
    ...find(text, titled, inCapital),
    ...find(text, committee, inCapital),
    ...special,
  ]
}

function lowProvinces(text: string, folded: string): Mark[] {
  if (folded.length !== text.length || !/tỉnh |thành phố /.test(folded)) return []
  return matches(text, lowProvince).map((match): Mark => {
    const right = provinces.find(name => foldToneStyle(name) === foldToneStyle(match[0])) ?? match[0]
    return {
      rule: 'official-capital',
      from: match.index,
      to: match.index + match[0].length,
      params: { found: match[0], right },
      fixes: [right],
    }
  })
}

/** thứ Hai, ngày 14/10: days of the week in words (NĐ 30, Phụ lục II). "lần thứ hai" and "Thứ hai, …" are ordinals. */
function weekdays(text: string): Mark[] {
  if (!/[Tt]hứ /.test(text)) return []
  return find(
    text,
    /(?<=(?<!\p{L})(?:sáng|chiều|tối|trưa|đêm|vào|từ|đến|Sáng|Chiều|Tối|Trưa|Vào|Từ) thứ |(?:^|[.;:(–-]\s?)[Tt]hứ |(?<!\p{L})[Tt]hứ (?=\p{L}+ (?:hằng|hàng) tuần)|mỗi (?:sáng |chiều |tối )?thứ )(hai|ba|tư|năm|sáu|bảy)(?=[,\s(]+(?:ngày )?\d{1,2}(?:\/|\s+tháng)|[,\s]+(?:hằng|hàng) tuần| (?:đầu|cuối) (?:tháng|tuần)| tuần (?:này|sau|tới|trước)| đến thứ|, (?=\p{L}))/gu,
    match => {
      const right = raised(match[0])
      return {
        rule: 'official-capital',
        params: { found: `thứ ${match[0]}`, right: `thứ ${right}` },
        fixes: [right],
      }
    },
  ).filter(
    ({ from, to }) =>
      !(
        /^, (?!ngày \d|h[àằ]ng tuần)\p{L}/u.test(text.slice(to)) &&
        /(?:^|[.;:(–-]\s?)[Tt]hứ $/u.test(text.slice(0, from))
      ),
  )
}

/** "vào Thứ Sáu hằng tuần", "trú tại Thôn Giếng": thứ and thôn are no part of the name (NĐ 30, Phụ lục II). */
function placesWithin(text: string): Mark[] {
  return find(
    text,
    /(?<=(?<!\p{L})(?:ngày|sáng|chiều|tối|vào|từ|đến|mỗi|tại|ở|thuộc|trú|quê|của|trong|đoạn|xã|qua|và) )(?:Thứ(?= (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)(?!\p{L}))|(?:Thôn|Xã|Phường|Xóm|Huyện|Tỉnh)(?= \p{Lu}\p{Ll}+))/gu,
    inLowerCase,
  )
}

const orders =
  'kháng chiến|lao động|độc lập|chiến công|quân công|sao vàng|hữu nghị|dũng cảm|bảo vệ Tổ quốc|đại đoàn kết|chiến sĩ vẻ vang|quyết thắng|giải phóng'
const highOrders = new RegExp(`(?<=(?:Huân chương|Huy chương) )(?:${orders})(?!\\p{L})`, 'gu')

/** A body of the commune before what it does: "hội khuyến học xã trao 86 suất". */
const lowBodies =
  /(?<=^|[,;] )(?:hội (?:khuyến học|nông dân|người cao tuổi|chữ thập đỏ|cựu chiến binh)|đoàn thanh niên)(?= (?:xã|phường) (?:đã |vừa |sẽ )?(?:trao|tổ chức|phối hợp|phát động|tặng|ra mắt|thành lập|vận động)(?!\p{L}))/gu

const bodyOf = (name: string): string =>
  name
    .replace(/^\p{L}| \p{L}/u, letter => letter.toUpperCase())
    .replace(/(?<=^\p{L}+ )\p{L}/u, letter => letter.toUpperCase())

/** Huân chương Kháng chiến, Huy hiệu 60 năm tuổi Đảng, Đảng ủy xã (NĐ 30, Phụ lục II). */
function ordersAndParty(text: string): Mark[] {
  return [
    ...find(text, highOrders, inCapital),
    ...find(text, /(?<=năm tuổi )đảng(?!\p{L})/gu, inCapital),
    ...find(text, /(?<=(?:\d|[Rr]ằm|đầu|cuối|giữa) tháng )(?:giêng|chạp)(?!\p{L})/gu, inCapital),
    ...find(text, /(?<!\p{L})đảng ủy(?=, (?:Hội đồng|HĐND|Ủy ban|UBND|Mặt trận))/gu, inCapital),
    ...find(text, /(?<=(?:tại|đến|của|ở|báo) )trạm(?= Y tế (?:xã|phường)(?!\p{L}))/gu, inCapital),
    ...find(text, lowBodies, match => {
      const right = bodyOf(match[0])
      return { rule: 'official-capital', params: { found: match[0], right }, fixes: [right] }
    }),
    ...find(
      text,
      /(?<=(?:[Bb]í thư|[Tt]hường trực|[Tt]hường vụ|[Vv]ăn phòng|[Ủủ]y viên) )đảng ủy(?= (?:xã|phường)(?!\p{L}))/gu,
      inCapital,
    ),
    ...find(
      text,
      /(?<=\p{Ll} )Thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)(?=, (?:ngày )?\d)/gu,
      match => {
        const right = `thứ ${match[0].charAt(4).toUpperCase()}${match[0].slice(5)}`
        return { rule: 'capital-too-many', params: { found: match[0], right }, fixes: [right] }
      },
    ),
  ]
}

/** What stands before a name: anh Hùng, xã Hội An, tiếng Anh. */
const beforeNames: ReadonlySet<string> = new Set(
  'anh chị em ông bà cô chú bác cụ thầy cậu mợ dì con cháu bé xã thôn bản làng xóm ấp tổ khu phố đường cầu chợ sông suối núi đồi hồ đảo chùa đình đền trường tỉnh huyện quận phường miền vùng tên họ người tiếng tộc báo đài hãng quán giống cây cúp tàu máy mùa ngày lễ tết kênh đập trạm đội nhóm lớp năm thứ công hội đoàn ban ngành tòa viện chi bộ sở'.split(
    ' ',
  ),
)

/** pháp Luật, nhà Nước: a capital on the second syllable of a word. */
function secondOnly({ words, text }: BlockText): Mark[] {
  return words.flatMap((word, index): Mark[] => {
    const next = words[index + 1]
    const third = words[index + 2]
    if (next === undefined || word.text !== word.lower || !/^\p{Lu}\p{Ll}+$/u.test(next.text)) return []
    if (beforeNames.has(word.lower) || !areNeighbours(text, word, next)) return []
    if (!solidPairs.has(`${word.lower} ${next.lower}`)) return []
    const isNamed =
      third !== undefined &&
      areNeighbours(text, next, third) &&
      (/^\p{Lu}/u.test(third.text) || solidPairs.has(`${next.lower} ${third.lower}`))
    if (isNamed) return []
    const params = { found: `${word.text} ${next.text}`, right: `${word.text} ${next.lower}` }
    return [{ rule: 'capital-too-many', from: next.from, to: next.to, params, fixes: [next.lower] }]
  })
}

/** "em nguyễn Đức Mạnh": families whose names are no other word. */
function familiesInLowerCase(text: string): Mark[] {
  const pattern =
    /(?<=[\p{Ll},] )(?:nguyễn|trần|phạm|huỳnh|phan|đặng|lê|hoàng)(?= \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)/gu
  return find(text, pattern, inCapital)
}

/** "Hội Nghị Tổng Kết": a capital on the second syllable of a common word. Names of hamlets and firms are left alone. */
function tooMany({ words, text }: BlockText): Mark[] {
  return words.flatMap((word, index): Mark[] => {
    const next = words[index + 1]
    if (next === undefined || !areNeighbours(text, word, next)) return []
    if (!/^\p{Lu}\p{Ll}/u.test(word.text) || !/^\p{Lu}\p{Ll}/u.test(next.text)) return []
    if (!overCapitalised.has(`${foldToneStyle(word.text)} ${foldToneStyle(next.text)}`)) return []
    // The head of a body whose name begins with the second word: Trưởng Phòng Kinh tế, Trưởng Ban Tổ chức.
    const third = words[index + 2]
    const isHead =
      ['trưởng phòng', 'trưởng ban', 'phó ban'].includes(`${word.lower} ${next.lower}`) &&
      third !== undefined &&
      areNeighbours(text, next, third) &&
      /^\p{Lu}\p{Ll}/u.test(third.text)
    if (isHead) return []
    const previous = words[index - 1]
    // Nguyễn Công An is a person.
    const isGivenName =
      `${word.lower} ${next.lower}` === 'công an' &&
      previous !== undefined &&
      areNeighbours(text, previous, word) &&
      /^\p{Lu}/u.test(previous.text)
    if (isGivenName) return []
    const before = text.slice(Math.max(0, word.from - 14), word.from)
    if (
      /(?<!\p{L})(?:[tT]hôn|[xX]óm|[lL]àng|[kK]hu|[tT]ổ|[bB]ản|[ấẤ]p|[pP]hố|[đĐ]ường|[tT]rường|[cC]ông ty|[hH]ợp tác xã|HTX|[qQ]uán|[ôÔ]ng|[bB]à|[aA]nh|[cC]hị|[cC]ầu|[cC]hợ|[bB]áo|[tT]ạp chí)\s+(?:\p{Lu}\p{L}+ )*$/u.test(
        before,
      )
    )
      return []
    const fix = next.lower
    return [
      {
        rule: 'capital-too-many',
        from: next.from,
        to: next.to,
        params: { found: `${word.text} ${next.text}`, right: `${word.text} ${fix}` },
        fixes: [fix],
      },
    ]
  })
}
