import { dateInWords, isCalendarDate, monthInWords, timeInWords } from './date-in-words'
import { decimalsInWords, digitsInWords, numberInWords, type SpokenRegion } from './number-in-words'

interface Rule {
  readonly pattern: RegExp
  /** Null leaves the text as it is. */
  readonly read: (region: SpokenRegion, ...groups: string[]) => string | null
}

const units: Readonly<Record<string, string>> = {
  '%': 'phần trăm',
  ha: 'héc ta',
  km: 'ki lô mét',
  'km²': 'ki lô mét vuông',
  km2: 'ki lô mét vuông',
  'm²': 'mét vuông',
  m2: 'mét vuông',
  'm³': 'mét khối',
  m3: 'mét khối',
  m: 'mét',
  cm: 'xăng ti mét',
  mm: 'mi li mét',
  kg: 'ki lô gam',
  đ: 'đồng',
  'đồng/kg': 'đồng một ki lô gam',
  '°C': 'độ C',
}
const unitNames = Object.keys(units)
  .sort((a, b) => b.length - a.length)
  .join('|')

/** Applied in order; what one rule has read holds no digit for the next. */
const rules: readonly Rule[] = [
  {
    // Telephone numbers: digit by digit.
    pattern: /(?<![\d.,/])(?:\+84|0)(?:[ .]?\d){9}(?![\d.,]*\d)/g,
    read: (_, phone = '') => digitsInWords(phone.replace('+84', '0').replace(/\D/g, '')),
  },
  {
    // Document numbers keep their letters: 15/QĐ-UBND, 30/2020/NĐ-CP.
    pattern: /(?<![\d/])(\d+)(?:\/(\d{4}))?\/(?=[A-ZĐ])/g,
    read: (region, _, number = '', year = '') =>
      [number, year]
        .filter(Boolean)
        .map(part => `${numberInWords(Number(part), region)} `)
        .join(''),
  },
  {
    pattern: /(?<![\d/])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?![\d/])/g,
    read: (region, _, ...parts) => {
      const [day = 0, month = 0, year = 0] = parts.map(Number)
      return isCalendarDate({ day, month, year }) ? dateInWords({ day, month, year }, region) : null
    },
  },
  {
    pattern: /(?<=\b(?:ngày|sáng|trưa|chiều|tối|đêm|từ|đến|và)(?: ngày)? )(\d{1,2})\/(\d{1,2})(?![\d/])/giu,
    read: (region, _, ...parts) => {
      const [day = 0, month = 0] = parts.map(Number)
      return isCalendarDate({ day, month }) ? dateInWords({ day, month }, region) : null
    },
  },
  {
    pattern: /(?<=tháng )(\d{1,2})\/(\d{4})(?![\d/])/giu,
    read: (region, _, month = '', year = '') =>
      Number(month) < 1 || Number(month) > 12
        ? null
        : `${monthInWords(Number(month), region).slice('tháng '.length)} năm ${numberInWords(Number(year), region)}`,
  },
  {
    pattern: /(?<=tháng )4(?![\d/.,])/giu,
    read: () => 'tư',
  },
  {
    pattern: /(?<!\d)([01]?\d|2[0-4])(?::|h| giờ )([0-5]\d)(?: phút|(?!\d))/g,
    read: (region, _, hours = '', minutes = '') => timeInWords(Number(hours), Number(minutes), region),
  },
  {
    pattern: /(?<!\d)([01]?\d|2[0-4])h(?![\p{L}\d])/gu,
    read: (region, _, hours = '') => timeInWords(Number(hours), 0, region),
  },
  {
    pattern: new RegExp(
      `(?<![\\d\\p{L}.,])(\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,(\\d+))?(?: ?(${unitNames})(?![\\p{L}\\d/]))?(?![.,]?\\d)`,
      'gu',
    ),
    read: (region, _, whole = '', decimals = '', unit = '') => {
      const value = Number(whole.replaceAll('.', ''))
      if (value > Number.MAX_SAFE_INTEGER) return null
      const read =
        numberInWords(value, region) + (decimals === '' ? '' : ` phẩy ${decimalsInWords(decimals, region)}`)
      return unit === '' ? read : `${read} ${units[unit] ?? unit}`
    },
  },
]

/** A text for the loudspeaker: dates, times, amounts, telephone and document numbers as the announcer says them. */
export function readAloud(text: string, region: SpokenRegion = 'north'): string {
  return rules.reduce(
    (read, rule) =>
      read.replace(rule.pattern, (...match: unknown[]) => {
        const groups = match
          .filter(part => typeof part === 'string' || part === undefined)
          .map(part => part ?? '')
        // The last string is the whole text.
        return rule.read(region, ...groups.slice(0, -1)) ?? groups[0] ?? ''
      }),
    text.normalize('NFC'),
  )
}
