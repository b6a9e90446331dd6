import { numberInWords } from '#common/vietnamese/words/number-in-words'
import type { BlockText } from '../block-text'
import type { Mark } from '../finding'
import { isWord } from '../known-words'
import { matches } from '../matches'

const numerals: ReadonlySet<string> = new Set(
  'không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi trăm nghìn ngàn triệu tỷ tỉ linh lẻ'.split(
    ' ',
  ),
)

/** One spelling for those that region and place change: bốn and tư, nghìn and ngàn, lăm and năm. */
const plainly: Readonly<Record<string, string>> = {
  mốt: 'một',
  tư: 'bốn',
  lăm: 'năm',
  nhăm: 'năm',
  bẩy: 'bảy',
  ngàn: 'nghìn',
  tỉ: 'tỷ',
  lẻ: 'linh',
}

/** "ba mươi (20) phút", "năm (06) nghị quyết": what stands in words and in figures is not one number. */
export function numberWords({ text }: BlockText): Mark[] {
  if (!/ \(\d/.test(text)) return []
  return matches(text, /((?:\p{L}+ ){1,12})\((\d{1,3}(?:\.\d{3})*|\d+)\)/gu).flatMap((match): Mark[] => {
    const [all, before = '', figure = ''] = match
    const words = before.trim().split(' ')
    const from = words.findLastIndex(word => !numerals.has(word.toLowerCase())) + 1
    const said = words.slice(from)
    const lead = words[from - 1]?.toLowerCase() ?? ''
    const value = Number(figure.replaceAll('.', ''))
    // "thứ ba (1)", "tháng năm (2)" are followed by the number of a note.
    if (said.length === 0 || isOrdinal.has(lead) || !Number.isSafeInteger(value)) return []
    if (said.length === 1 && isOtherWord(lead, said[0] ?? '', value)) return []
    const right = numberInWords(value)
    if (same(said) === same(right.split(' '))) return []
    const begin = match.index + before.length - said.join(' ').length - 1
    const found = text.slice(begin, match.index + all.length)
    const fixes = [`${right} (${figure})`]
    return [
      { rule: 'number-in-words', from: begin, to: match.index + all.length, params: { found, right }, fixes },
    ]
  })
}

/** "Luật Đầu tư (2020)", "Thông tư (2)", "cuối năm (2025)": the word is no number here. */
function isOtherWord(lead: string, word: string, value: number): boolean {
  const lower = word.toLowerCase()
  return isWord(`${lead} ${lower}`) || (lower === 'năm' && value >= 1_000 && value <= 2_100)
}

const isOrdinal: ReadonlySet<string> = new Set([
  'thứ',
  'tháng',
  'ngày',
  'mồng',
  'mùng',
  'điều',
  'khoản',
  'mục',
  'phụ',
  'số',
  'lần',
])

const same = (words: readonly string[]): string =>
  words.map(word => plainly[word.toLowerCase()] ?? word.toLowerCase()).join(' ')
