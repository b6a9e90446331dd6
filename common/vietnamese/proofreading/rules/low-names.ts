import { raised } from '#common/vietnamese/syllables/letter-case'
import type { BlockText } from '../block-text'
import type { Mark } from '../finding'
import { matches } from '../matches'

const families =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Mai|Lương|Hà|Cao|Lưu|Tô|Tạ|Đoàn|Quách|Trương|Phùng|Đào|Vương|Lục|Cù|Lường|Thân|Ninh|Nghiêm|Quản|La|Mạc|Âu|Bế|Lâm|Lò|Lữ|Tòng|Cầm|Quàng|Vàng|Giàng|Sùng|Thào|Hứa|Chử|Phí|Kiều|Thái|Tống|Triệu|Nông|Ma|Châu|Văn|Đàm|Khổng|Tăng|Từ'
const titles =
  '[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]ụ|[Cc]ô|[Cc]ô giáo|[Tt]hầy giáo|[Bb]ác sĩ|[Đđ]ồng chí|[Cc]háu'
const middle = new RegExp(`(?<!\\p{L})(?:${families}) (?:thị|văn)(?= \\p{Lu}\\p{Ll}*(?!\\p{L}))`, 'gu')
/** "đồng chí lục Văn Tiệp", "trưởng nam: cù Văn Thế". */
const firstWord = new RegExp(
  `(?<=(?<!\\p{L})(?:${titles}|[Cc]on trai|[Tt]rưởng nam|[Tt]rưởng nữ)(?:: | ))(?:${families.toLowerCase().replace(/\|(?:từ|văn)(?=\||$)/g, '')})(?= (?:Văn|Thị) \\p{Lu}\\p{Ll}+)`,
  'gu',
)
const lastWord = new RegExp(
  `(?<=(?<!\\p{L})(?:${titles}) )(?:${families})(?: \\p{Lu}\\p{Ll}+){1,2} (\\p{Ll}+)(?=, (?:sinh năm|\\d+ tuổi|ở thôn|ở xóm|ở bản|ở ấp|trú))`,
  'gu',
)
const bodies = /(?<!\p{L})(?:Ban|Hội|Phòng|Trung tâm|Đoàn|Hội đồng|Trường|Trạm|Quỹ)(?: \p{L}+){3}(?!\p{L})/gu

/** Parts of names in lower case: Lâm thị Út; Đặng Trần hoãn, sinh năm 1941; what the article writes with capitals elsewhere. */
export function lowNames(
  blocks: readonly BlockText[],
  people: ReadonlySet<string>,
): readonly (readonly Mark[])[] {
  const byFolded = new Map([...people].map(name => [name.toLowerCase(), name]))
  const written = blocks.map(({ text }) =>
    matches(text, bodies).map(match => ({ at: match.index, name: match[0] })),
  )
  const capitalised = new Map<string, string>()
  for (const { name } of written.flat()) {
    const key = name.toLowerCase()
    if (capitalsOf(name) > capitalsOf(capitalised.get(key) ?? '')) capitalised.set(key, name)
  }
  return blocks.map(({ text }, index) => [
    ...matches(text, firstWord).map(match => markRaised(match.index, match[0], raised(match[0]))),
    ...matches(text, middle).map(match => lifted(match.index, match[0])),
    ...matches(text, lastWord).map(match => lifted(match.index, match[0])),
    ...lowLast(text, byFolded),
    ...(written[index] ?? []).flatMap(({ at, name }): Mark[] => {
      const right = capitalised.get(name.toLowerCase()) ?? name
      // "Ban tổ chức" that begins a sentence is any committee.
      const isPlain = capitalsOf(name) <= 1 && /(?:^|[.!?…“]\s*)$/u.test(text.slice(0, at))
      if (capitalsOf(right) <= capitalsOf(name) || isPlain) return []
      return [markRaised(at, name, right)]
    }),
  ])
}

/** Ngô Quang lịch, whom the article calls Ngô Quang Lịch elsewhere. */
function lowLast(text: string, byFolded: ReadonlyMap<string, string>): Mark[] {
  return matches(text, /(?<!\p{L})\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Ll}+(?!\p{L})/gu).flatMap(
    (match): Mark[] => {
      const right = byFolded.get(match[0].toLowerCase())
      return right === undefined || right === match[0] ? [] : [markRaised(match.index, match[0], right)]
    },
  )
}

function markRaised(from: number, found: string, right: string): Mark {
  return { rule: 'official-capital', from, to: from + found.length, params: { found, right }, fixes: [right] }
}

/** The name with a capital on each word. */
function lifted(from: number, found: string): Mark {
  const right = found.replace(/(?<= )\p{Ll}/gu, letter => letter.toUpperCase())
  return markRaised(from, found, right)
}

function capitalsOf(name: string): number {
  return name.match(/\p{Lu}/gu)?.length ?? 0
}
