import { addDays, mondayOf, weekdayName, weekNumber } from './day'
import type { OrganisationProfile } from './organisation-profile'
import { formatDate } from './vietnam-time'

/** What `{name}` in a template stands for. */
export type Variables = Readonly<Record<string, string>>

const pattern = /\{([\p{L}\p{N} ]{2,40})\}/gu

/** Variables on a day (`YYYY-MM-DD` in Vietnam), by their names as people write them; what is not filled in is no variable. */
export function variablesOn(day: string, profile: OrganisationProfile): Variables {
  const monday = mondayOf(day)
  const next = addDays(monday, 7)
  const [year = 0, month = 1] = day.split('-').map(Number)
  const quarter = Math.ceil(month / 3)
  const known: Variables = {
    'hôm nay': formatDate(day),
    thứ: weekdayName(day),
    tháng: String(month),
    năm: String(year),
    quý: roman[quarter - 1] ?? '',
    'quý trước': roman[(quarter + 2) % 4] ?? '',
    'năm của quý trước': String(quarter === 1 ? year - 1 : year),
    'năm trước': String(year - 1),
    tuần: String(weekNumber(day)),
    'đầu tuần': formatDate(monday),
    'cuối tuần': formatDate(addDays(monday, 4)),
    'tuần sau': String(weekNumber(next)),
    'đầu tuần sau': formatDate(next),
    'cuối tuần sau': formatDate(addDays(next, 4)),
    'tên xã': profile.commune,
    tỉnh: profile.province,
    'tên cơ quan': profile.office,
    'chủ tịch': profile.chair,
    'địa chỉ': profile.address,
    'điện thoại': profile.telephone,
    'thư điện tử': profile.email,
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''))
}

const roman = ['I', 'II', 'III', 'IV'] as const

/** The text with its variables filled in; one that is not known stays as it was written. */
export function fillVariables(text: string, variables: Variables): string {
  return text.replace(pattern, (whole, name: string) => {
    const key = nameOf(name)
    return Object.hasOwn(variables, key) ? (variables[key] ?? whole) : whole
  })
}

/** Variables that still stand in a text, with where they begin. */
export function openVariables(text: string): readonly { readonly name: string; readonly index: number }[] {
  return [...text.matchAll(pattern)].map(match => ({ name: match[1] ?? '', index: match.index }))
}

const nameOf = (name: string) => name.trim().toLowerCase().normalize('NFC').replace(/\s+/g, ' ')
