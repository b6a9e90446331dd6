/** North: nghìn, linh, hai mươi tư. South: ngàn, lẻ, hai mươi bốn. */
export type SpokenRegion = 'north' | 'south'

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const

/**
 * A number as it is read: 1005 → `một nghìn không trăm linh năm`; decimals digit by digit after `phẩy`.
 * Numbers beyond ±9,007,199,254,740,991 and NaN are a RangeError.
 */
export function numberInWords(value: number, region: SpokenRegion = 'north'): string {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`unreadable number ${value}`)
  const [whole = '0', decimals] = decimalText(Math.abs(value)).split('.')
  const read = wholeInWords(Number(whole), region)
  const sign = value < 0 ? 'âm ' : ''
  return sign + (decimals === undefined ? read : `${read} phẩy ${decimalsInWords(decimals, region)}`)
}

/** Decimals as written: two digits are read as a number (98,75), leading zeros and longer ones digit by digit. */
export function decimalsInWords(decimals: string, region: SpokenRegion): string {
  return /^[1-9]\d$/.test(decimals) ? wholeInWords(Number(decimals), region) : digitsInWords(decimals)
}

/** `0912` → `không chín một hai`: telephone numbers and codes. */
export function digitsInWords(text: string): string {
  return Array.from(text, digit => digits[Number(digit)] ?? digit).join(' ')
}

function wholeInWords(value: number, region: SpokenRegion): string {
  if (value === 0) return digits[0]
  const billions = Math.floor(value / 1e9)
  const rest = belowBillion(value % 1e9, region, billions > 0)
  return (billions === 0 ? rest : `${wholeInWords(billions, region)} tỷ ${rest}`).trim()
}

function belowBillion(value: number, region: SpokenRegion, follows: boolean): string {
  const units = ['triệu', region === 'north' ? 'nghìn' : 'ngàn', '']
  const groups = [Math.floor(value / 1e6), Math.floor(value / 1e3) % 1000, value % 1000]
  let begun = follows
  const read: string[] = []
  for (const [index, group] of groups.entries()) {
    if (group === 0) continue
    read.push(`${groupInWords(group, region, begun)} ${units[index]}`.trim())
    begun = true
  }
  return read.join(' ')
}

/** Three digits; after a greater group the hundreds are read even when there are none. */
function groupInWords(group: number, region: SpokenRegion, begun: boolean): string {
  const hundreds = Math.floor(group / 100)
  const tens = Math.floor(group / 10) % 10
  const ones = group % 10
  const read: string[] = []
  if (hundreds > 0 || begun) read.push(`${digits[hundreds]} trăm`)
  if (tens > 1) read.push(`${digits[tens]} mươi`)
  if (tens === 1) read.push('mười')
  if (tens === 0 && ones > 0 && read.length > 0) read.push(region === 'north' ? 'linh' : 'lẻ')
  if (ones > 0) read.push(onesInWords(ones, tens, region))
  return read.join(' ')
}

function onesInWords(ones: number, tens: number, region: SpokenRegion): string {
  if (ones === 5 && tens > 0) return 'lăm'
  if (ones === 1 && tens > 1) return 'mốt'
  if (ones === 4 && tens > 1 && region === 'north') return 'tư'
  return digits[ones] ?? ''
}

/** Never in scientific notation. */
function decimalText(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text
}
