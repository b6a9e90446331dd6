import { addDays, daysBetween, mondayOf, weekdayName, weekdayOf, weekNumber } from '../day'
import { field } from '../field'
import { atField, atPosition, type Finding, kindFinding } from '../finding'
import type { Kind } from '../kind'
import { isScheduleRows, meets, type ScheduleRow } from '../schedule'
import { formatDate } from '../vietnam-time'
import { periodFrom, periodTo } from './common-fields'
import { nodesOf, readerOf } from './read-document'

export const leadershipSchedule: Kind = {
  id: 'leadership-schedule',
  label: { vi: 'Lịch làm việc', en: 'Leadership schedule' },
  hint: { vi: 'Lịch làm việc của lãnh đạo theo tuần', en: 'Weekly schedule of the leadership' },
  fields: [
    { ...periodFrom, required: true },
    { ...periodTo, required: true },
    field('amendment', 'number', 'Điều chỉnh lần', 'Amendment', { since: 3 }),
  ],
  template: [{ type: 'schedule' }],
  // From Thursday on people write the schedule of the week to come.
  fieldsOn: day => {
    const from = addDays(mondayOf(day), weekdayOf(day) >= 4 ? 7 : 0)
    return { periodFrom: from, periodTo: addDays(from, 4) }
  },
  headlineFrom: read => {
    const [from, to, amendment] = [read('periodFrom'), read('periodTo'), Number(read('amendment') ?? 0)]
    if (from === null || to === null || to < from) return ''
    const first = formatDate(from).slice(0, from.slice(0, 4) === to.slice(0, 4) ? 5 : undefined)
    const week = `tuần ${weekNumber(from)} (từ ${first} đến ${formatDate(to)})`
    return `Lịch làm việc của lãnh đạo xã, ${week}${amendment > 0 ? `, điều chỉnh lần ${amendment}` : ''}`
  },
  follow: (read, key, value) => {
    if (key !== 'periodFrom') return {}
    const [from, to] = [read('periodFrom'), read('periodTo')]
    const days = from === null || to === null ? 4 : daysBetween(from, to)
    return { periodTo: addDays(value, days >= 0 && days <= 6 ? days : 4) }
  },
  usualCategory: ['Lịch công tác', 'Lịch làm việc'],
  onePerPeriod: {
    field: 'periodFrom',
    another: (read, headline) =>
      Number(read('amendment') ?? 0) > 0
        ? []
        : [
            kindFinding(
              'should',
              'schedule-week-taken',
              {
                vi: `Tuần này đã có lịch: “${headline}”. Mở lịch ấy để sửa hoặc điều chỉnh; nếu soạn cho tuần khác, sửa “Từ ngày”.`,
                en: `This week has a schedule already: “${headline}”. Open that one to amend it, or choose another week.`,
              },
              atField('periodFrom'),
            ),
          ],
  },
  notes: read => {
    const [from, to] = [read('periodFrom'), read('periodTo')]
    if (from === null) return []
    const end = to === null ? '' : ` – ${weekdayName(to)}, ${formatDate(to)}`
    const line = `Tuần ${weekNumber(from)}: ${weekdayName(from)}, ${formatDate(from)}${end}`
    return [{ vi: line, en: line.replace('Tuần', 'Week') }]
  },
  check: document => {
    const read = readerOf(document)
    const [from, to] = [read('periodFrom'), read('periodTo')]
    const [schedule] = nodesOf(document, 'schedule')
    if (schedule === undefined)
      return nodesOf(document, 'table').length > 0 ? [] : [missing(document.content.size)]
    const rows: unknown = schedule.node.attrs.rows
    const place = atPosition(schedule.position)
    return isScheduleRows(rows)
      ? [...checkPeriod(from, to), ...checkRows(rows, from, to, place), ...clashes(rows, place)]
      : []
  },
}

function missing(position: number): Finding {
  return kindFinding(
    'must',
    'schedule-missing',
    {
      vi: 'Lịch chưa có bảng công việc. Gõ “/” ở dòng trống, chọn “Bảng lịch làm việc”.',
      en: 'There is no table of work. Type “/” on an empty line and choose the schedule.',
    },
    atPosition(position),
  )
}

function checkPeriod(from: string | null, to: string | null): readonly Finding[] {
  if (from === null || to === null) return []
  if (to < from || daysBetween(from, to) > 6)
    return [
      kindFinding(
        'must',
        'schedule-period',
        {
          vi: 'Lịch tuần kéo dài quá 7 ngày, hoặc ngày cuối đứng trước ngày đầu. Sửa “Từ ngày”, “Đến ngày”.',
          en: 'The week is longer than seven days or ends before it begins. Mend its two days.',
        },
        atField('periodTo'),
      ),
    ]
  if (weekdayOf(from) === 1) return []
  return [
    kindFinding(
      'should',
      'schedule-monday',
      {
        vi: `Tuần bắt đầu vào ${weekdayName(from)}, không phải Thứ Hai. Kiểm tra lại “Từ ngày”.`,
        en: 'The week does not begin on a Monday. Look at its first day again.',
      },
      atField('periodFrom'),
    ),
  ]
}

function checkRows(
  rows: readonly ScheduleRow[],
  from: string | null,
  to: string | null,
  place: Finding['place'],
): readonly Finding[] {
  const say = (level: Finding['level'], check: string, numbers: readonly number[], vi: string, en: string) =>
    numbers.length === 0
      ? []
      : [
          kindFinding(
            level,
            check,
            { vi: `Dòng ${numbers.join(', ')}: ${vi}`, en: `Row ${numbers.join(', ')}: ${en}` },
            place,
          ),
        ]
  const which = (fits: (row: ScheduleRow) => boolean) =>
    rows.flatMap((row, index) => (fits(row) ? [index + 1] : []))
  const outside = ({ day }: ScheduleRow) =>
    day !== '' && ((from !== null && day < from) || (to !== null && day > to))
  return [
    ...(rows.length > 0
      ? []
      : [
          kindFinding(
            'must',
            'schedule-empty',
            {
              vi: 'Bảng lịch chưa có việc nào. Thêm dòng, hoặc bấm “Chép tuần trước”.',
              en: 'The schedule has no rows. Add some, or copy last week.',
            },
            place,
          ),
        ]),
    ...say(
      'must',
      'schedule-row',
      which(row => row.day === '' || row.work.trim() === ''),
      'chưa có ngày hoặc nội dung công việc. Điền cho đủ hoặc xóa dòng.',
      'no day or no work. Fill it in or remove the row.',
    ),
    ...say(
      'must',
      'schedule-outside',
      which(outside),
      'ngày nằm ngoài tuần của lịch. Sửa ngày, hoặc sửa “Từ ngày”, “Đến ngày”.',
      'its day lies outside the week. Mend the day or the week.',
    ),
    ...say(
      'should',
      'schedule-people',
      which(row => row.people.trim() === ''),
      'chưa ghi người chủ trì.',
      'nobody is named.',
    ),
    ...say(
      'should',
      'schedule-time',
      which(row => row.time.trim() === ''),
      'chưa ghi giờ hoặc buổi.',
      'no time or session.',
    ),
  ]
}

/** One person at two places at once, and two pieces of work in one room at once. */
function clashes(rows: readonly ScheduleRow[], place: Finding['place']): readonly Finding[] {
  return rows.flatMap((a, index) =>
    rows.slice(index + 1).flatMap((b, offset) => {
      if (a.day === '' || a.day !== b.day || !meets(a.time, b.time)) return []
      const [one, two] = [index + 1, index + offset + 2]
      const when = `${weekdayName(a.day)} ${formatDate(a.day)}, ${a.time}`
      if (same(a.place) !== '' && same(a.place) === same(b.place))
        return [
          kindFinding(
            'should',
            'schedule-room-clash',
            {
              vi: `Dòng ${one} và ${two} cùng ở “${a.place}” (${when}). Kiểm tra địa điểm hoặc giờ.`,
              en: `Rows ${one} and ${two} are both at “${a.place}” (${when}).`,
            },
            place,
          ),
        ]
      const others = new Set(peopleOf(b.people))
      return peopleOf(a.people)
        .filter(person => others.has(person))
        .map(person =>
          kindFinding(
            'should',
            'schedule-person-clash',
            {
              vi: `${person} có tên ở hai nơi cùng lúc: dòng ${one} và ${two} (${when}). Kiểm tra người dự hoặc giờ.`,
              en: `${person} is at two places at once: rows ${one} and ${two} (${when}).`,
            },
            place,
          ),
        )
    }),
  )
}

const same = (text: string) => text.trim().toLowerCase().normalize('NFC')

const office =
  /^(?:đồng chí|đ\/c|ông|bà|(?:phó\s+)?chủ tịch(?:\s+(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân)(?:\s+xã)?)?|(?:phó\s+)?bí thư(?:\s+đảng ủy)?|(?:phó\s+)?(?:chánh văn phòng|trưởng phòng))[\s:,–-]*/iu

/** Names of persons among those present: two to five words that all begin with a capital, offices before them left out. */
function peopleOf(people: string): readonly string[] {
  return people.split(/[;,]/).flatMap(part => {
    let name = part.trim().normalize('NFC')
    for (let rest = name.replace(office, ''); rest !== name; rest = name.replace(office, '')) name = rest
    const words = name.split(/\s+/)
    return words.length >= 2 && words.length <= 5 && words.every(word => /^\p{Lu}\p{Ll}+$/u.test(word))
      ? [name]
      : []
  })
}
