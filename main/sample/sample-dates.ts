import { dayInVietnam, formatDate, instantOf } from '#common/domain/vietnam-time'

/** Reckons the sample's dates from the day it is made, so that the sample never looks old. */
export interface SampleDates {
  /** `2026-11-22` */
  readonly day: (expression: string) => string
  /** An expression with a time of day in Vietnam, as a UTC instant. */
  readonly instant: (expression: string) => string
  /** Replaces every `{{expression}}` and `{{expression|format}}` in a text. */
  readonly fill: (text: string) => string
}

/**
 * `+3`, `-2`, `0`: days from today · `t2+1` … `t7+0`, `cn-1`: Monday … Saturday, Sunday of a week counted from this one
 * (weeks begin on Monday) · `q3`, `q3+8`: the last 30 September whose figures are due (10 October), and days after it ·
 * then ` -60y`: years back · then ` 07:30`: time of day.
 */
const grammar =
  /^(?:(?<days>0|[+-]\d{1,3})|(?:t(?<weekday>[2-7])|cn)(?<weeks>[+-]\d{1,2})|q3(?<after>\+\d{1,2})?)(?: -(?<years>\d{1,3})y)?(?: (?<time>[0-2]\d:[0-5]\d))?$/

const dayMs = 86_400_000
const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const

const formats: Readonly<Record<string, (date: Date) => string>> = {
  ngày: date => formatDate(isoDay(date)),
  ngắn: date => formatDate(isoDay(date)).slice(0, 5),
  năm: date => String(date.getUTCFullYear()),
  thứ: weekday,
  Thứ: date => capitalised(weekday(date)),
  đủ: date => `${weekday(date)}, ngày ${formatDate(isoDay(date))}`,
}

/** `now` in milliseconds since the epoch; today is the day it is in Vietnam (UTC+7). */
export function sampleDates(now: number): SampleDates {
  const today = new Date(dayInVietnam(now))

  function parse(expression: string): { readonly date: Date; readonly time: string | undefined } {
    const match = grammar.exec(expression.trim())
    if (match === null) throw new RangeError(`no date: "${expression}"`)
    const { years = '0', time } = match.groups ?? {}
    const date = anchor(match.groups ?? {})
    date.setUTCFullYear(date.getUTCFullYear() - Number(years))
    return { date, time }
  }

  function anchor({ days, weekday, weeks, after }: Partial<Record<string, string>>): Date {
    if (days !== undefined) return shifted(today, Number(days))
    if (weeks !== undefined) {
      const daysSinceMonday = (today.getUTCDay() + 6) % 7
      const fromMonday = weekday === undefined ? 6 : Number(weekday) - 2
      return shifted(today, fromMonday - daysSinceMonday + 7 * Number(weeks))
    }
    const due = new Date(Date.UTC(today.getUTCFullYear(), 9, 10))
    const year = today.getUTCFullYear() - (today < due ? 1 : 0)
    return shifted(new Date(Date.UTC(year, 8, 30)), Number(after ?? 0))
  }

  return {
    day: expression => isoDay(parse(expression).date),
    instant: expression => {
      const { date, time } = parse(expression)
      if (time === undefined) throw new RangeError(`no time of day: "${expression}"`)
      const instant = instantOf(isoDay(date), time)
      if (instant === null) throw new RangeError(`no such time of day: "${expression}"`)
      return instant
    },
    fill: text =>
      text.replaceAll(/\{\{([^{}]*)\}\}/g, (_whole, inner: string) => {
        const [expression = '', name = 'ngày'] = inner.split('|')
        const format = Object.hasOwn(formats, name) ? formats[name] : undefined
        if (format === undefined) throw new RangeError(`no date format: "${name}"`)
        return format(parse(expression).date)
      }),
  }
}

function shifted(date: Date, days: number): Date {
  return new Date(date.getTime() + days * dayMs)
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function weekday(date: Date): string {
  return weekdays[date.getUTCDay()] ?? ''
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
