import { raised } from '#common/vietnamese/syllables/letter-case'
import { type BlockText, isWithin, sentenceAt } from '../block-text'
import type { Mark } from '../finding'
import { find, matches } from '../matches'
import { isRealDate, ordinalOf, type WrittenDate, weekdayOf, writtenDates } from './written-dates'

/** Dates that cannot be, or that contradict what stands beside them. `todayYear` dates what is written without a year. */
export function dates(block: BlockText, todayYear: number): Mark[] {
  const { text, opaque } = block
  if (!/\d/.test(text)) return []
  const found = writtenDates(text)
  return [
    ...impossible(text, found),
    ...weekdays(text, found, todayYear),
    ...ranges(text, found),
    ...recently(text),
    ...anniversaries(text),
    ...quarters(text, found),
  ]
    .filter(mark => !isWithin(opaque, mark.from))
    .concat(times(text), reversedTimes(text))
}

function impossible(text: string, found: readonly WrittenDate[]): Mark[] {
  const dated = found
    .filter(date => date.certain && !isRealDate(date.day, date.month, date.year))
    .map((date): Mark => {
      const written = text.slice(date.from, date.to)
      const swapped = date.month > 12 && isRealDate(date.month, date.day, date.year)
      const fixes = swapped ? [written.replace(/(\d{1,2})(\D)(\d{1,2})/, '$3$2$1')] : []
      return { rule: 'impossible-date', from: date.from, to: date.to, params: { found: written }, fixes }
    })
  const months = find(
    text,
    /(?<!lương |thưởng |\d\s?)tháng (?:1[3-9]|[2-9]\d|0)(?![\d.,/]| (?:ngày|tuổi|tù))/giu,
    match => ({
      rule: 'impossible-date',
      params: { found: match[0] },
    }),
  ).filter(({ from }) => !/(?:lương|thưởng)[^.]{0,12}$/iu.test(text.slice(0, from)))
  const monthYears = find(text, /(?<=tháng )(\d{1,2})\/(\d{4})(?!\d)/giu, match => ({
    rule: 'impossible-date',
    params: { found: match[0] },
  })).filter(({ from, to }) => !isRealDate(1, Number(text.slice(from, to).split('/')[0]), null))
  const years = find(text, /(?<=(?<!\p{L})năm )\d{5,6}(?![\d.,])(?=[\s,.;)]|$)/giu, match => ({
    rule: 'impossible-date',
    params: { found: match[0] },
  }))
  return [
    ...dated,
    ...months.filter(mark => !monthYears.some(other => other.to === mark.to)),
    ...monthYears,
    ...years,
  ]
}

const clockWords = String.raw`(\d{1,2})(?: giờ|h)(?: ?(\d{2})(?: phút)?)?`
/** Not where a part of the day behind the second clock makes another hour of it: đến 5 giờ chiều, đến 3 giờ sáng hôm sau. */
const clockRange = new RegExp(
  String.raw`(?<=từ )${clockWords} đến ${clockWords}(?! ?(?:\d|sáng|trưa|chiều|tối|đêm|khuya|hôm|ngày)|\p{L})`,
  'giu',
)

/** "từ 5 giờ 30 đến 5 giờ": over night only where it ends in the morning. */
function reversedTimes(text: string): Mark[] {
  return matches(text, clockRange).flatMap((match): Mark[] => {
    const [from, to] = [minutes(match[1], match[2]), minutes(match[3], match[4])]
    const isOverNight = from >= 12 * 60 && to <= 12 * 60
    if (from < to || isOverNight) return []
    const end = match.index + match[0].length
    return [{ rule: 'range-reversed', from: match.index, to: end, params: { found: match[0] } }]
  })
}

function minutes(hour = '0', minute = '0'): number {
  return Number(hour) * 60 + Number(minute)
}

function times(text: string): Mark[] {
  const clock = find(
    text,
    /(?<![\d.,:/])(\d{1,2})(?:\s?giờ\s?|h|:)(\d{2})(?![\d:])(?: phút)?(?!\s?%)/giu,
    match => ({
      rule: 'impossible-time',
      params: { found: match[0] },
    }),
  ).filter(({ from, to }) => {
    const [hour = 0, minute = 0] = (text.slice(from, to).match(/\d+/g) ?? []).map(Number)
    const isClock =
      /h|giờ/i.test(text.slice(from, to)) ||
      /(?:lúc|vào|từ|đến|hồi|trước|sau|khoảng)\s*$/iu.test(text.slice(0, from))
    return isClock && (hour > 24 || minute > 59)
  })
  // A clock, not a length: "25 giờ đêm".
  const spoken = find(text, /(?<![\d.,])(?:2[5-9]|[3-9]\d) giờ (?=sáng|trưa|chiều|tối|đêm)/gu, match => ({
    rule: 'impossible-time',
    params: { found: match[0].trim() },
  }))
  // "từ 5 giờ đến 26 giờ", "lúc 25 giờ": hours of a clock, where a length of time cannot stand.
  const late = find(
    text,
    /(?<=(?<!\p{L})(?:lúc|hồi|vào lúc|từ \d{1,2} giờ(?: \d{1,2}(?: phút)?)? đến) )(?:2[5-9]|[3-9]\d) giờ(?! \d)/giu,
    match => ({ rule: 'impossible-time', params: { found: match[0] } }),
  )
  return [...clock, ...spoken, ...late]
}

const dayNames = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const
const weekdayPattern =
  /(?<!\p{L}|lần |\d )(thứ (hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)(?!\p{L})[,\s(]*(?:tức\s+)?(?:là\s+)?(?:ngày\s+)?(?=\d)/giu
/** "18/12/2026 (thứ Năm)". */
const weekdayBehind = /(?<=\d) \((thứ (hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)\)/giu
const numberOfDay: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tư: 3,
  năm: 4,
  sáu: 5,
  bảy: 6,
  bẩy: 6,
  2: 1,
  3: 2,
  4: 3,
  5: 4,
  6: 5,
  7: 6,
}

function weekdays(text: string, found: readonly WrittenDate[], todayYear: number): Mark[] {
  return [
    ...matches(text, weekdayPattern).map(match => ({ match, at: match.index })),
    ...matches(text, weekdayBehind).map(match => ({ match, at: match.index + 2 })),
  ].flatMap(({ match, at }): Mark[] => {
    const [all, written = '', digit] = match
    const date = found.find(one => one.from === match.index + all.length || one.to === match.index)
    if (date === undefined || !isRealDate(date.day, date.month, date.year)) return []
    const said = digit === undefined ? 0 : (numberOfDay[digit.toLowerCase()] ?? 0)
    // Without a year any year of the text or around today may be meant.
    const years =
      date.year === null ? [...yearsIn(text), todayYear - 1, todayYear, todayYear + 1] : [date.year]
    if (years.some(year => weekdayOf(date.day, date.month, year) === said)) return []
    const right = date.year === null ? null : (dayNames[weekdayOf(date.day, date.month, date.year)] ?? null)
    const [from, behind] = [Math.min(date.from, at), at + written.length]
    const to = Math.max(date.to, behind)
    const fix = `${text.slice(from, at)}${asWritten(right ?? '', written)}${text.slice(behind, to)}`
    const params = { found: `${written}, ${text.slice(date.from, date.to)}`, right: right ?? '?' }
    return [{ rule: 'weekday-mismatch', from, to, params, fixes: right === null ? [] : [fix] }]
  })
}

function asWritten(right: string, written: string): string {
  return /^\p{Lu}/u.test(written) ? raised(right) : right
}

function yearsIn(text: string): number[] {
  return matches(text, /(?<![\d.,])(?:19|20)\d{2}(?![\d.,]\d|\d)/g).map(match => Number(match[0]))
}

function ranges(text: string, found: readonly WrittenDate[]): Mark[] {
  const marks: Mark[] = []
  for (const [index, start] of found.entries()) {
    const end = found[index + 1]
    if (
      end === undefined ||
      !/^\s*(?:\([^)]*\)\s*)?(?:đến|tới|-|–|—)\s*(?:hết\s*)?(?:(?:thứ \p{L}+|chủ nhật),?\s*)?(?:ngày\s*)?$/iu.test(
        text.slice(start.to, end.from),
      )
    )
      continue
    const leads = /(?:từ|ngày|\()\s*(?:(?:thứ \p{L}+|chủ nhật),?\s*)?(?:ngày\s*)?$/iu.test(
      text.slice(0, start.from),
    )
    if (!leads) continue
    const year = end.year ?? start.year ?? 2000
    const startYear = start.year ?? (end.year === null || start.month <= end.month ? year : year - 1)
    // Over New Year without years: 25/12 đến 05/01.
    const overNewYear = start.year === null && start.month > end.month && end.month <= 3 && start.month >= 10
    if (!start.certain && !end.certain) continue
    if (
      overNewYear ||
      ordinalOf(
        start.day,
        start.month,
        start.year ?? (start.month > end.month && !overNewYear ? year : startYear),
      ) <= ordinalOf(end.day, end.month, year)
    )
      continue
    if (![start, end].every(date => isRealDate(date.day, date.month, date.year))) continue
    marks.push({
      rule: 'range-reversed',
      from: start.from,
      to: end.to,
      params: { found: text.slice(start.from, end.to) },
    })
  }
  const days = matches(
    text,
    /(?<=(?:từ|ngày)\s)(\d{1,2})\s*(?:-|–|đến|đến ngày)\s*(\d{1,2})\/(\d{1,2})(?!\d)/giu,
  )
    .filter(([, from = '', to = '']) => Number(from) > Number(to) && Number(from) <= 31)
    .map(
      (match): Mark => ({
        rule: 'range-reversed',
        from: match.index,
        to: match.index + match[0].length,
        params: { found: match[0] },
      }),
    )
  const years = matches(
    text,
    /(?<=(?:giai đoạn|nhiệm kỳ|năm học|từ năm|thời kỳ)\s)((?:19|20)\d{2})\s*(?:-|–|—|đến năm|đến)\s*((?:19|20)\d{2})(?!\d)/giu,
  )
    .filter(([, from = '', to = '']) => Number(from) > Number(to))
    .map(
      (match): Mark => ({
        rule: 'range-reversed',
        from: match.index,
        to: match.index + match[0].length,
        params: { found: match[0] },
      }),
    )
  return [...marks, ...days, ...years]
}

/** "Mới đây (tháng 8/2002) … năm 2021": what is recent cannot be older than what it speaks of. */
function recently(text: string): Mark[] {
  return matches(
    text,
    /(?<!\p{L})(?:mới đây|vừa qua|gần đây|vừa mới)(?!\p{L})[^.!?\n]{0,30}?(?<![\d.,])((?:19|20)\d{2})(?!\d)/giu,
  ).flatMap((match): Mark[] => {
    const year = Number(match[1])
    const { from, to } = sentenceAt(text, match.index)
    const newest = Math.max(...yearsIn(text.slice(from, to)))
    const at = match.index + match[0].length - 4
    // "từ năm 2015 đến nay", "so với năm 2015" look back on purpose.
    const looksBack = /(?:từ|so với|kể từ|giai đoạn|trước)\s+(?:năm\s+)?(?:tháng\s+)?[\d/]*$/iu.test(
      text.slice(match.index, at),
    )
    if (looksBack || newest <= year) return []
    return [
      { rule: 'recently-long-ago', from: match.index, to: at + 4, params: { found: match[0], year: newest } },
    ]
  })
}

/** "60 năm … (20/11/1964 – 20/11/2025)". */
function anniversaries(text: string): Mark[] {
  return matches(
    text,
    /(?<![\d.,])(\d{1,4}) năm([^()\d]{1,160}(?:\d{1,2}[/-]\d{1,2}[^()\d]{0,60})?)\((?:[^()]*?\D)?((?:1[0-9]|20)\d{2})\s*(?:-|–|—|đến)\s*(?:[^()]*?\D)?((?:19|20)\d{2})\)/giu,
  ).flatMap((match): Mark[] => {
    const [, stated = '', between = '', first = '', last = ''] = match
    const real = Number(last) - Number(first)
    if (
      !/(?:ngày|thành lập|kỷ niệm|kỉ niệm|truyền thống|giải phóng|chiến thắng|năm sinh|ngày sinh|ngày mất|xây dựng)/iu.test(
        between + text.slice(Math.max(0, match.index - 30), match.index),
      )
    )
      return []
    if (real <= 0 || real === Number(stated)) return []
    return [
      {
        rule: 'anniversary-mismatch',
        from: match.index,
        to: match.index + match[0].length,
        params: { found: stated, right: real, first, last },
        fixes: [real + match[0].slice(stated.length)],
      },
    ]
  })
}

const quarterNumber: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, 1: 1, 2: 2, 3: 3, 4: 4 }

/** "quý III (từ 01/4 đến 30/6)", "tháng 8 (quý II)". */
function quarters(text: string, found: readonly WrittenDate[]): Mark[] {
  const marks: Mark[] = []
  for (const match of matches(text, /(?<!\p{L})quý (IV|I{1,3}|[1-4])(?![\p{L}\d])/giu)) {
    const quarter = quarterNumber[(match[1] ?? '').toUpperCase()] ?? 0
    const end = match.index + match[0].length
    const date = found.find(one => one.from >= end && one.from - end < 45)
    const between = date === undefined ? '' : text.slice(end, date.from)
    const bound =
      /^(?:[\s/]*(?:năm )?\d{0,4})?(?:\s*[,(]\s*(?:từ|(?:cụ thể|tức) là(?: vào)?)|[\s,(]*(?:tính từ|tính đến|kết thúc|kết thúc vào))\s*(?:hết\s*)?(?:ngày\s*)?$/iu
    if (
      date !== undefined &&
      bound.test(between) &&
      Math.ceil(date.month / 3) !== quarter &&
      isRealDate(date.day, date.month, date.year)
    ) {
      marks.push({
        rule: 'quarter-mismatch',
        from: match.index,
        to: date.to,
        params: { found: match[0], date: text.slice(date.from, date.to) },
      })
    }
    const before = /tháng (\d{1,2})(?:\/\d{4})?\s*[,(]\s*(?:thuộc\s*)?$/iu.exec(text.slice(0, match.index))
    const month = Number(before?.[1] ?? 0)
    if (before !== null && month >= 1 && month <= 12 && Math.ceil(month / 3) !== quarter) {
      marks.push({
        rule: 'quarter-mismatch',
        from: before.index,
        to: end,
        params: { found: match[0], date: before[0].trim() },
      })
    }
    const months =
      /^(?:[^.;()]{0,25}\((?=[^()]*\))|[\s/]*(?:năm )?\d{0,4}, (?=từ tháng \d{1,2} đến ))((?:các |từ )?tháng (?:(?:, | và | đến (?:hết )?| ?[-–] ?)?(?:tháng )?\d{1,2}(?:\/\d{4})?(?![\d/]))+)(?:\)|,)/iu.exec(
        text.slice(end),
      )
    // "đến hết quý II (từ tháng 1 đến tháng 6)" counts from the beginning of the year.
    const isSum =
      / đến | ?[-–] ?/u.test(months?.[1] ?? '') && /(?:hết|đến) $/iu.test(text.slice(0, match.index))
    const named = isSum ? [] : (months?.[1]?.replace(/\/\d{4}/g, '').match(/\d+/g) ?? []).map(Number)
    if (months !== null && named.some(one => Math.ceil(one / 3) !== quarter)) {
      marks.push({
        rule: 'quarter-mismatch',
        from: match.index,
        to: end + months[0].length,
        params: { found: match[0], date: months[1] ?? '' },
      })
    }
  }
  return marks
}
