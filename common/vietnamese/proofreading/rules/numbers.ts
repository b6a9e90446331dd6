import { type BlockText, isWithin } from '../block-text'
import type { Mark } from '../finding'
import { find, matches } from '../matches'

/** What is counted in whole pieces: no fraction of it can be meant. */
const pieces =
  'đồng|đ|người|hộ|lượt|con|cây|văn bản|hồ sơ|học sinh|đảng viên|đại biểu|suất|phần quà|giáo viên|cán bộ|hội viên|đoàn viên|thành viên|doanh nghiệp|cơ sở|tài khoản|hóa đơn|lao động|cử tri|nhân khẩu|khẩu|trẻ em|trường hợp|ngôi nhà|thửa|phiếu|cuốn|bản|tin|bài|liều|mũi|lượt người|phương tiện|vụ|bệnh nhân|hộ dân|bao|viên|chiếc|bộ|đơn vị|nhà|vận động viên|đối tượng|công nhân|sinh viên|khách|bước|cán bộ|chiến sĩ|căn|lô|gốc|đầu sách|quyển|thẻ|tờ|trang|buổi|thùng|gói|chai|hộp|quả|trái|bức|chuyến|suất ăn|con giống|cây giống|USD'
const measures = 'ha|km|m|m2|m²|m3|m³|kg|tấn|tạ|lít|tỷ|tỉ|triệu|nghìn|ngàn|điểm|độ|cm|mm|lần|USD'

const commaGroups = new RegExp(
  `(?<![\\d.,])\\d{1,3},\\d{3}(?=(?:\\s?[–-]\\s?\\d{1,3}[.,]\\d{3})?\\s(?:${pieces})(?!\\p{L}))`,
  'gu',
)
const ungrouped = new RegExp(`(?<![\\d.,/-])[1-9]\\d{4,11}(?=\\s(?:${pieces})(?!\\p{L}))`, 'gu')
const dotGroups = new RegExp(
  `(?<![\\d.,/])\\d{1,3}(?:\\.\\d+){1,}(?=\\s(?:${pieces}|${measures})(?!\\p{L}))`,
  'gu',
)
const lastNought = new RegExp(`(?<![\\d.,/])[1-9]\\d{0,2},\\d{2}0(?=\\s(?:${measures})(?!\\p{L}))`, 'gu')
const decimalPoint = new RegExp(
  `(?<![\\d.,/]|(?:[Nn]gày|[Ll]úc|[Mm]ục|[Đđ]iều) )\\d{1,3}\\.\\d{1,2}(?=%|\\s%|(?:\\s?(?:[–-]|đến)\\s?\\d{1,3}(?:[.,]\\d{1,2})?)?\\s?(?:${measures})(?![\\p{L}\\d]))`,
  'gu',
)

/** Vietnamese writes 1.525.644 and 98,7% (TCVN and ISO 80000 read the comma as the decimal sign). */
export function numbers(block: BlockText): Mark[] {
  const { text, opaque } = block
  if (!/\d/.test(text)) return []
  return [...grouping(text), ...decimals(text), ...percent(text), ...ratios(text), ...aboutExactly(text)]
    .filter(mark => !isWithin(opaque, mark.from))
    .concat(documentNumbers(text))
}

function grouping(text: string): Mark[] {
  const english = find(
    text,
    /(?<![\d.,])\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d{1,2})(?![\d,]|\.\d)/g,
    match => ({
      rule: 'number-grouping',
      fixes: [match[0].replace(/[.,]/g, sign => (sign === ',' ? '.' : ','))],
      params: { found: match[0] },
    }),
  )
  const single = find(text, commaGroups, match => ({
    rule: 'number-grouping',
    fixes: [match[0].replace(',', '.')],
    params: { found: match[0] },
  }))
  const bare = find(text, ungrouped, match => ({
    rule: 'number-grouping',
    fixes: [group(match[0])],
    params: { found: match[0] },
  }))
  const broken = find(text, dotGroups, match => ({
    rule: 'number-grouping',
    params: { found: match[0] },
  })).filter(({ from, to }) => {
    const groups = text.slice(from, to).split('.').slice(1)
    const wrong = groups.filter(digits => digits.length !== 3).length
    return wrong > 0 && (groups.length > 1 || groups[0]?.length === 4)
  })
  // 1.250,000.000 and 21.500,000: both signs group. 1,020 ha: nobody measures to the last nought.
  const both = find(
    text,
    /(?<![\d.,/])\d{1,3}(?:\.\d{3})*,\d{3}\.\d{3}(?![\d,])|(?<![\d.,/])\d{1,3}(?:\.\d{3})+,000(?![\d,])/g,
    match => ({
      rule: 'number-grouping',
      fixes: [match[0].replaceAll(',', '.')],
      params: { found: match[0] },
    }),
  )
  const noughts = find(text, lastNought, match => ({
    rule: 'number-grouping',
    fixes: [match[0].replace(',', '.')],
    params: { found: match[0] },
  }))
  const torn = find(
    text,
    /(?<![\d.,/])\d{1,3}(?:\.\d{3})*(?:\s\.|\.\s)\d{3}(?:\.\d{3})*(?=\s(?:đồng|người|hộ|m2|ha)(?!\p{L}))/gu,
    match => ({
      rule: 'number-grouping',
      fixes: [match[0].replace(/\s/g, '')],
      params: { found: match[0] },
    }),
  )
  const blank = find(
    text,
    /(?<![\d.,/])\d{1,3}(?:\.\d{3})* ,\d{1,2}(?=%|\s(?:ha|km|kg|tấn|tỷ|triệu)(?!\p{L}))/gu,
    match => ({
      rule: 'decimal-point',
      fixes: [match[0].replace(/\s/g, '')],
      params: { found: match[0] },
    }),
  )
  return [...blank, ...both, ...english, ...single, ...bare, ...broken, ...noughts, ...torn]
}

function group(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, '.')
}

function decimals(text: string): Mark[] {
  return find(text, decimalPoint, match => ({
    rule: 'decimal-point',
    fixes: [match[0].replace('.', ',')],
    params: { found: match[0] },
  }))
}

function percent(text: string): Mark[] {
  const spaced = find(text, /(?<=\d)\s+%/g, () => ({ rule: 'percent-spacing', fixes: ['%'] }))
  const twice = find(text, /(?<=\d\s)phần trăm\s?%/giu, () => ({
    rule: 'percent-spacing',
    fixes: ['phần trăm'],
  }))
  const over = find(
    text,
    /(?<=chiếm (?:tỷ lệ |tỉ lệ |khoảng |gần |hơn |trên |tới |đến )?)(\d{3,}(?:,\d+)?)%/giu,
    match => ({
      rule: 'percent-over',
      params: { found: match[0] },
    }),
  ).filter(({ from, to }) => Number(text.slice(from, to - 1).replace(',', '.')) > 100)
  return [...spaced, ...twice, ...over]
}

const figure = String.raw`\d{1,3}(?:\.\d{3})+|\d+`
const share = String.raw`(?:đạt|bằng|chiếm|tương đương|tỷ lệ|tỉ lệ)(?:\s(?:tỷ lệ|tỉ lệ|khoảng|trên|gần|hơn))?\s(\d{1,3}(?:,\d+)?)%`
const ratioPatterns = [
  new RegExp(String.raw`(?<![\d/.,])(${figure})/(${figure})\s(?:\p{L}+\s?){1,8},?\s?\(?(?:${share})`, 'giu'),
  new RegExp(
    String.raw`(?<![\d/.,])(${figure})\s[^.;\d]{1,40}trong tổng số\s(${figure})\s[^.;\d]{1,50}?(?:${share})`,
    'giu',
  ),
]

/** 96/172 quầy, đạt 65,8%: the parts and the whole say another share. */
function ratios(text: string): Mark[] {
  return ratioPatterns.flatMap(pattern =>
    matches(text, pattern).flatMap((match): Mark[] => {
      const [all, part = '', whole = '', stated = ''] = match
      const before = text.slice(Math.max(0, match.index - 16), match.index)
      // 15/10 may be a day, 12/63 a rank.
      if (/(?:ngày|đến|hết|trước|từ|thứ|hạng|vị trí|sáng|chiều|số|qua|tháng|kỳ)\s*$/iu.test(before)) return []
      const [a, b] = [Number(part.replaceAll('.', '')), Number(whole.replaceAll('.', ''))]
      const real = (a / b) * 100
      const said = Number(stated.replace(',', '.'))
      if (a > b || b < 2 || Math.abs(real - said) < 1) return []
      const at = match.index + all.lastIndexOf(`${stated}%`)
      const right = `${(Math.round(real * 10) / 10).toString().replace('.', ',')}%`
      return [
        {
          rule: 'ratio-mismatch',
          from: at,
          to: at + stated.length + 1,
          params: { found: `${stated}%`, right, part, whole },
          fixes: [right],
        },
      ]
    }),
  )
}

/** "Hơn 1.525.644 lượt": a figure to the last unit is not "more than". */
function aboutExactly(text: string): Mark[] {
  return find(
    text,
    /(?<![\p{L}])(?:hơn|gần|khoảng|xấp xỉ|ước|chừng)\s(\d{1,3}(?:\.\d{3})+|\d{4,})(?![\d.,/%–-])/giu,
    match => ({
      rule: 'about-exactly',
      params: { found: match[0] },
      fixes: [match[1] ?? ''],
    }),
  ).filter(({ from, to }) => {
    const digits = text.slice(from, to).replace(/\D/g, '')
    const written = /\d[\d.]*$/.exec(text.slice(from, to))?.[0] ?? ''
    const isYear = !written.includes('.') && Number(digits) >= 1900 && Number(digits) <= 2100
    return !isYear && !/[05]$/.test(digits) && !/^\s?(?:triệu|tỷ|tỉ|nghìn|ngàn)/u.test(text.slice(to))
  })
}

/** 13/2023/ND-CP, 123/2015/NĐCP, 30/2020-NĐ-CP: the sign of a decree as Nghị định 30/2020/NĐ-CP, Phụ lục I, writes it. */
function documentNumbers(text: string): Mark[] {
  return [...decrees(text), ...decisions(text), ...primeMinisters(text)]
}

/** 412/QD-UBND, 7/HD-BCD: D where the signs of Vietnamese documents have Đ. */
function decisions(text: string): Mark[] {
  return find(text, /(?<![\p{L}\d/])\d+(?:\/\d{4})?\/(?:QD|CD)-\p{Lu}+(?![\p{L}\d])/gu, match => {
    const fix = match[0].replace(/D(?=-)/, 'Đ')
    return { rule: 'document-number', params: { found: match[0], right: fix }, fixes: [fix] }
  })
}

/** 26/CT-TTG: the Prime Minister's sign has a small g. */
function primeMinisters(text: string): Mark[] {
  return find(
    text,
    /(?<![\p{L}\d/])\d+(?:\/\d{4})?\/(?:QĐ|CT|CĐ|TB)-(?:TTG|Ttg|ttg)(?![\p{L}\d])/gu,
    match => {
      const fix = `${match[0].slice(0, -3)}TTg`
      return { rule: 'document-number', params: { found: match[0], right: fix }, fixes: [fix] }
    },
  )
}

function decrees(text: string): Mark[] {
  return find(
    text,
    /(?<![\p{L}\d/])(\d+)\/(\d{4})[/-](?:ND-CP|NDCP|NĐCP|ND–CP|NĐ–CP|NĐ\/CP|NĐ - CP|NĐ- CP|NĐ -CP|Nđ-CP|nđ-cp|NĐ-Cp)(?![\p{L}\d])|(?<![\p{L}\d/])(\d+)\/(\d{4})-NĐ-CP(?![\p{L}\d])/gu,
    match => {
      const fix = `${match[1] ?? match[3]}/${match[2] ?? match[4]}/NĐ-CP`
      return { rule: 'document-number', params: { found: match[0], right: fix }, fixes: [fix] }
    },
  )
}
