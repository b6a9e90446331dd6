import { fold } from '../fold'
import { mask } from './mask'
import type { PersonalDataBlock, PersonalDataKind, PersonalDatum } from './personal-data'

interface Found {
  readonly kind: PersonalDataKind
  readonly from: number
  readonly to: number
}

/** Which kind of data a column holds, by its head (folded). */
const columns: readonly (readonly [RegExp, PersonalDataKind, RegExp])[] = [
  [/cccd|cmnd|can cuoc|chung minh|dinh danh/, 'identity-number', /(?:\d[ .]?){9}(?:(?:\d[ .]?){3})?/],
  [/dien thoai|sdt|so may|di dong/, 'phone', /(?:\+?\d[ .-]?){9,12}/],
  [/tai khoan|stk/, 'bank-account', /(?:\d[ .]?){7,19}/],
  [/ngay,? (?:thang,? )?(?:nam )?sinh|ngay sinh/, 'birth-date', /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/],
  [/bhxh|bhyt|bao hiem/, 'insurance-code', /(?:[A-Z]{2})?\d[\d ]{8,14}\d/],
  [/benh|suc khoe|khuyet tat|dang tat|chan doan/, 'health', /[\p{L}][^\n]*/u],
]

const person = String.raw`(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Cc]ụ)\s+\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){1,4}`
const disease =
  'HIV|AIDS|ung thư|lao phổi|tâm thần|động kinh|tiểu đường|đái tháo đường|suy thận|chạy thận|bại liệt|liệt nửa người|thiểu năng|tự kỷ|khuyết tật|viêm gan|bệnh hiểm nghèo|xơ gan|tai biến|trầm cảm|bệnh tim|down|nghiện'

/** What is wanted, where the context stands before it; it is looked for first, since a lookbehind is dear at every letter. */
function after(context: string, wanted: string, flags = 'gu'): RegExp {
  return new RegExp(`(?=${wanted})(?<=${context})${wanted}`, flags)
}

const patterns: readonly (readonly [PersonalDataKind, RegExp])[] = [
  ['insurance-code', /(?<![\p{L}\d])[A-Z]{2}\s?\d(?:\s?\d){12}(?!\d)/gu],
  [
    'insurance-code',
    after(
      String.raw`(?:BHXH|BHYT|[Mm]ã số bảo hiểm|[Ss]ố sổ bảo hiểm|[Ss]ố thẻ)[^\d\n]{0,24}`,
      String.raw`\d{10}(?!\d)`,
    ),
  ],
  [
    'bank-account',
    after(
      String.raw`(?:STK|[Ss]ố tài khoản|[Tt]ài khoản(?: ngân hàng)?(?: số)?|[Ss]ố TK)[^\d\n]{0,24}`,
      String.raw`\d(?:[ .]?\d){6,18}(?!\d)`,
    ),
  ],
  ['identity-number', /(?<![\d.,])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d])/gu],
  [
    'identity-number',
    after(
      String.raw`(?:CMND|CCCD|[Cc]hứng minh(?: nhân dân)?|[Cc]ăn cước(?: công dân)?)[^\d\n]{0,24}`,
      String.raw`\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{3})?(?!\d)`,
    ),
  ],
  ['phone', /(?<![\d.,])(?:\+84|0)[ .-]?[35789](?:[ .-]?\d){8}(?!\d)/gu],
  [
    'birth-date',
    after(
      String.raw`(?:[Ss]inh ngày|[Nn]gày sinh|[Ss]inh)\s*:?\s*`,
      String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)`,
    ),
  ],
  ['birth-date', after(String.raw`[Ss]inh ngày\s`, String.raw`\d{1,2} tháng \d{1,2},? năm \d{4}`)],
  [
    'address',
    after(
      String.raw`${person}[^.\n]{0,80}`,
      String.raw`(?:số nhà|nhà số|(?:trú|ngụ) tại số)\s?\d+[A-Za-z]?(?:[/.]\d+)?(?:,? (?:ngõ|ngách|hẻm) \d+)?`,
      'giu',
    ),
  ],
  [
    'address',
    after(
      String.raw`${person}[^.\n]{0,80}(?:thường trú|trú|ngụ|địa chỉ)(?: tại)?:?\s`,
      String.raw`(?:số )?\d+[A-Za-z]?(?:\/\d+)?,? (?:ngõ|đường|phố|hẻm|ngách) [\p{L}\d ]{1,30}`,
    ),
  ],
  [
    'health',
    after(
      String.raw`${person}[^.\n]{0,80}(?:bị|mắc|nhiễm|bệnh|mang)\s(?:bệnh\s)?`,
      String.raw`(?:${disease})[^,.;)\n]{0,30}`,
      'giu',
    ),
  ],
  ['vehicle-plate', /(?<![\p{L}\d])\d{2}[A-Z]\d?[ -]?\d{3}\.?\d{2}(?!\d)/gu],
  ['private-mail', /[\w.+-]+@(?:gmail|yahoo|hotmail|outlook|icloud)\.[a-z.]{2,6}/giu],
]

/**
 * Personal data in an article. Numbers and addresses of `officialContacts`, and what stands after "đường dây nóng" and its
 * like, are public by duty (Nghị định 42/2022, Điều 4, and its successors) and are let through.
 */
export function findPersonalData(
  blocks: readonly PersonalDataBlock[],
  officialContacts: readonly string[],
): PersonalDatum[] {
  const official = new Set(officialContacts.map(essence))
  return blocks.flatMap(({ text, column }, block) => {
    const found = [
      ...inColumn(text, column),
      ...patterns.flatMap(([kind, pattern]) => matches(text, kind, pattern)),
    ]
    return found
      .filter((one, index) => found.findIndex(other => other.from < one.to && one.from < other.to) === index)
      .filter(one => !official.has(essence(text.slice(one.from, one.to))) && !isPublicLine(text, one))
      .sort((a, b) => a.from - b.from)
      .map(({ kind, from, to }) => {
        const words = text.slice(from, to)
        return { kind, block, from, to, text: words, masked: mask(kind, words) }
      })
  })
}

function matches(text: string, kind: PersonalDataKind, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map(match => ({
    kind,
    from: match.index,
    to: match.index + match[0].trimEnd().length,
  }))
}

function inColumn(text: string, column: string | null): Found[] {
  if (column === null) return []
  const head = fold(column)
  return columns.flatMap(([heads, kind, shape]) => {
    if (!heads.test(head)) return []
    const match = shape.exec(text)
    return match === null ? [] : [{ kind, from: match.index, to: match.index + match[0].trimEnd().length }]
  })
}

/** What makes two writings of a number or address the same. */
function essence(text: string): string {
  const digits = text.replace(/\D/g, '').replace(/^84/, '0')
  return digits.length >= 7 ? digits : fold(text).trim()
}

const publicLine =
  /(?:đường dây nóng|hotline|tổng đài|số trực|trực ban|điện thoại cơ quan|số máy cơ quan|fax)[^.;\n]{0,60}$/iu

function isPublicLine(text: string, { kind, from }: Found): boolean {
  return kind === 'phone' && publicLine.test(text.slice(0, from))
}
