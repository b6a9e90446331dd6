import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validate } from '#common/document/validators'
import { kinds } from '#common/domain/kinds/registry'
import { emptyRow, type ScheduleRow } from '#common/domain/schedule'
import { article, h2, p, parse, text } from '#tests/support/documents'

type Json = Readonly<Record<string, unknown>>

/** `level check` of every finding a kind makes about an article. */
function checks(kind: string, attrs: Json, ...body: readonly Json[]): readonly string[] {
  const headline = String(attrs.headline ?? 'Tiêu đề của bài')
  const { headline: _headline, ...fields } = attrs
  return validate(parse(article({ headline, lead: 'Tóm tắt.', attrs: { kind, ...fields } }, ...body)))
    .filter(({ code }) => code === 'kind-check')
    .map(({ level, params }) => `${level} ${params.check}`)
}

const row = (changes: Partial<ScheduleRow>): ScheduleRow => ({
  ...emptyRow,
  day: '2026-11-23',
  time: '07:30',
  work: 'Giao ban',
  place: 'Phòng họp tầng 2',
  people: 'Chủ tịch Nguyễn Đình Lâm',
  ...changes,
})
const schedule = (...rows: readonly ScheduleRow[]) => ({ type: 'schedule', attrs: { rows } })
const week = { periodFrom: '2026-11-23', periodTo: '2026-11-27' }

const listed = (...content: readonly Json[]) => ({
  type: 'orderedList',
  content: content.map(one => ({ type: 'listItem', content: [one] })),
})
const step = (title: string, ...details: readonly Json[]) => ({
  type: 'step',
  content: [{ type: 'stepTitle', content: title === '' ? [] : [text(title)] }, ...details],
})
const steps = (...content: readonly Json[]) => ({ type: 'steps', content })
const section = (part: string, words: string) => ({
  type: 'procedureSection',
  attrs: { part },
  content: [words === '' ? p() : p(words)],
})
const choice = (key: string) => ({ type: 'pollChoice', attrs: { choice: key }, content: [text('Có')] })
const poll = (attrs: Json) => ({
  type: 'poll',
  attrs: { question: 'Nên không?', ...attrs },
  content: [choice('a'), choice('b')],
})
const file = (label: string) => ({
  type: 'attachment',
  attrs: { file: 'c'.repeat(64), fileName: 'bieu.xlsx', mediaType: 'application/pdf', sizeBytes: 9, label },
})
const cells = (type: string, ...texts: readonly string[]) => ({
  type: 'tableRow',
  content: texts.map(one => ({ type, content: [p(one)] })),
})
const figures = (share: string) => ({
  type: 'table',
  content: [
    cells('tableHeader', 'Nội dung', 'Dự toán năm', 'Thực hiện', 'So với dự toán (%)'),
    cells('tableCell', 'Tổng thu', '22.690,0', '17.491,9', share),
  ],
})
const budget = {
  budgetPeriod: 'nine-months',
  budgetYear: '2026',
  documentNumber: '142/QĐ-UBND',
  documentDate: '2026-10-08',
  postedOn: '2026-10-09',
}
const procedure = { procedureArea: 'Hộ tịch', agency: 'UBND xã', processingTime: '3 ngày', fee: 'Không' }
const onNational = { nationalUrl: 'https://dichvucong.gov.vn/x' }
const parts = [section('order', 'a'), section('manner', 'b'), section('dossier', 'c'), section('result', 'd')]
const plainParts = ['Trình tự thực hiện', 'Cách thức thực hiện', 'Thành phần hồ sơ', 'Kết quả'].flatMap(
  title => [h2(title), p('x')],
)
const repost = {
  sourceName: 'Báo',
  sourceUrl: 'https://bao.example/1',
  originalAuthor: 'A',
  originalDate: '2026-11-01',
  rights: 'Được phép',
}

/** For each kind an article with nothing to say of, and for each of its checks one that meets it. */
const cases: Readonly<
  Record<
    string,
    { readonly good: readonly string[]; readonly bad: readonly (readonly [string, readonly string[]])[] }
  >
> = {
  news: {
    good: checks('news', { chair: 'A', startsAt: '2026-11-22T01:00:00.000Z' }, p('x')),
    bad: [['should news-when', checks('news', { chair: 'Chủ tịch' }, p('x'))]],
  },
  announcement: {
    good: checks('announcement', { contact: 'Văn phòng' }, p('x')),
    bad: [
      [
        'must announcement-ends-early',
        checks(
          'announcement',
          { contact: 'x', documentDate: '2026-11-02', effectiveUntil: '2026-11-01' },
          p('x'),
        ),
      ],
      [
        'should announcement-unsigned',
        checks('announcement', { contact: 'x', documentNumber: '1/TB' }, p('x')),
      ],
      ['should announcement-contact', checks('announcement', {}, p('x'))],
    ],
  },
  'leadership-schedule': {
    good: checks(
      'leadership-schedule',
      week,
      schedule(row({}), row({ time: '14:00' }), row({ day: '2026-11-24', time: 'Chiều' })),
    ),
    bad: [
      ['must schedule-missing', checks('leadership-schedule', week, p('x'))],
      ['must schedule-empty', checks('leadership-schedule', week, schedule())],
      [
        'must schedule-period',
        checks('leadership-schedule', { ...week, periodTo: '2026-12-03' }, schedule(row({}))),
      ],
      [
        'should schedule-monday',
        checks(
          'leadership-schedule',
          { ...week, periodTo: '2026-11-28', periodFrom: '2026-11-22' },
          schedule(row({})),
        ),
      ],
      ['must schedule-row', checks('leadership-schedule', week, schedule(row({ work: ' ' })))],
      ['must schedule-outside', checks('leadership-schedule', week, schedule(row({ day: '2026-11-30' })))],
      ['should schedule-people', checks('leadership-schedule', week, schedule(row({ people: '' })))],
      ['should schedule-time', checks('leadership-schedule', week, schedule(row({ time: '' })))],
      [
        'should schedule-person-clash',
        checks(
          'leadership-schedule',
          week,
          schedule(
            row({}),
            row({
              place: 'Hiện trường',
              time: 'Sáng',
              people: 'Ông Phạm Quốc Bình; Chủ tịch UBND xã Nguyễn Đình Lâm',
            }),
          ),
        ),
      ],
      [
        'should schedule-room-clash',
        checks(
          'leadership-schedule',
          week,
          schedule(row({}), row({ time: '07:00–08:00', people: 'Công an xã' })),
        ),
      ],
    ],
  },
  'budget-disclosure': {
    good: checks('budget-disclosure', budget, figures('77,1'), file('Biểu mẫu năm 2026')),
    bad: [
      [
        'must budget-decision',
        checks('budget-disclosure', { ...budget, documentNumber: null }, file('2026')),
      ],
      [
        'should budget-late',
        checks('budget-disclosure', { ...budget, postedOn: '2026-10-11' }, file('2026')),
      ],
      ['should budget-percent', checks('budget-disclosure', budget, figures('71,7'), file('2026'))],
      ['should budget-forms', checks('budget-disclosure', budget, figures('77,1'))],
      ['should budget-file-year', checks('budget-disclosure', budget, file('Quý III năm 2025'))],
    ],
  },
  procedure: {
    good: checks('procedure', { ...procedure, ...onNational }, ...parts),
    bad: [
      ['must procedure-section', checks('procedure', { ...procedure, ...onNational }, ...parts.slice(0, -1))],
      [
        'should procedure-order',
        checks('procedure', { ...procedure, ...onNational }, ...parts.slice(2), ...parts.slice(0, 2)),
      ],
      [
        'must procedure-section',
        checks('procedure', { ...procedure, ...onNational }, ...parts.slice(1), section('order', ' ')),
      ],
      [
        'should procedure-optional',
        checks('procedure', { ...procedure, ...onNational }, ...parts, section('basis', '')),
      ],
      ['should procedure-twice', checks('procedure', { ...procedure, ...onNational }, ...parts, ...parts)],
      ['should procedure-plain', checks('procedure', { ...procedure, ...onNational }, ...plainParts)],
      ['should procedure-facts', checks('procedure', { ...procedure, ...onNational, fee: null }, ...parts)],
      ['should procedure-national', checks('procedure', procedure, ...parts)],
    ],
  },
  guide: {
    good: checks(
      'guide',
      { checkedOn: '2026-11-01' },
      steps(step('Mở trang.'), step('Bấm Gửi.', p('Chờ tin nhắn. Mở ra. Đọc.'))),
      p('Lưu ý: không cho ai mật khẩu.'),
    ),
    bad: [
      ['must guide-steps', checks('guide', { checkedOn: '2026-11-01' }, p('Lưu ý'))],
      [
        'must guide-step-empty',
        checks('guide', { checkedOn: '2026-11-01' }, steps(step('', p('x'))), p('Lưu ý')),
      ],
      ['must guide-step-empty', checks('guide', { checkedOn: '2026-11-01' }, listed(p()), p('Lưu ý'))],
      ['should guide-plain-list', checks('guide', { checkedOn: '2026-11-01' }, listed(p('Mở')), p('Lưu ý'))],
      [
        'should guide-step-long',
        checks(
          'guide',
          { checkedOn: '2026-11-01' },
          steps(step('Mở trang. Bấm Gửi. Chờ tin nhắn.')),
          p('Lưu ý'),
        ),
      ],
      ['should guide-warning', checks('guide', { checkedOn: '2026-11-01' }, steps(step('Mở trang.')))],
      ['should guide-checked', checks('guide', {}, steps(step('Mở trang.')), p('Lưu ý'))],
    ],
  },
  event: {
    good: checks(
      'event',
      { eventPhase: 'before', startsAt: '2026-12-01T01:00:00.000Z', place: 'Hội trường' },
      p('x'),
    ),
    bad: [
      [
        'must event-ends-early',
        checks('event', { startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T00:00:00.000Z' }, p('x')),
      ],
      ['must event-when-where', checks('event', { eventPhase: 'before', place: 'Hội trường' }, p('x'))],
      ['should event-picture', checks('event', { eventPhase: 'after' }, p('x'))],
    ],
  },
  anniversary: {
    good: checks(
      'anniversary',
      {
        headline: 'Kỷ niệm 60 năm',
        foundedOn: '1966-11-20',
        commemoratedOn: '2026-11-20',
        historySource: 'Lịch sử Đảng bộ',
      },
      p('x'),
    ),
    bad: [
      [
        'must anniversary-order',
        checks('anniversary', { foundedOn: '2026-11-20', commemoratedOn: '1966-11-20' }, p('x')),
      ],
      [
        'must anniversary-years',
        checks(
          'anniversary',
          { headline: 'Kỷ niệm 61 năm', foundedOn: '1966-11-20', commemoratedOn: '2026-11-20' },
          p('x'),
        ),
      ],
      [
        'should anniversary-years',
        checks(
          'anniversary',
          { foundedOn: '1966-11-20', commemoratedOn: '2026-11-20' },
          p('Lễ kỷ niệm 59 năm'),
        ),
      ],
      [
        'should anniversary-source',
        checks('anniversary', { foundedOn: '1966-11-20', commemoratedOn: '2026-11-20' }, p('x')),
      ],
    ],
  },
  poll: {
    good: checks('poll', {}, poll({ closesAt: '2026-12-01T00:00:00.000Z' })),
    bad: [
      ['should poll-closes', checks('poll', {}, poll({}))],
      [
        'must poll-order',
        checks(
          'poll',
          {},
          poll({ opensAt: '2026-12-01T00:00:00.000Z', closesAt: '2026-11-01T00:00:00.000Z' }),
        ),
      ],
      [
        'should poll-question-long',
        checks('poll', {}, poll({ closesAt: '2026-12-01T00:00:00.000Z', question: 'a'.repeat(151) })),
      ],
    ],
  },
  repost: {
    good: checks('repost', repost, p('x')),
    bad: [
      ['must repost-sourceName', checks('repost', { ...repost, sourceName: null }, p('x'))],
      ['must repost-sourceUrl', checks('repost', { ...repost, sourceUrl: null }, p('x'))],
      ['should repost-rights', checks('repost', { ...repost, rights: null }, p('x'))],
    ],
  },
}

describe.each(kinds.map(kind => kind.id))('a %s', id => {
  const { good = ['no case'], bad = [] } = cases[id] ?? {}

  it('in order has nothing said of it', () => {
    expect(good).toEqual([])
  })

  it.each(bad)('with one fault is told: %s', (check, found) => {
    expect(found).toContain(check)
  })
})

it('every finding has words in both languages and says where', () => {
  const found = kinds.flatMap(({ id }) => validate(parse(article({ attrs: { kind: id } }))))
  for (const { code, params, place } of found.filter(({ code }) => code === 'kind-check')) {
    expect(code).toBe('kind-check')
    expect(String(params.vi)).toMatch(/\.$/)
    expect(String(params.en)).toMatch(/\.$/)
    expect(['headline', 'body', 'field', 'position']).toContain(place.kind)
  }
})

describe('no check is without a case', () => {
  const folder = 'common/domain/kinds'
  const ids: readonly string[] = kinds.map(({ id }) => id)
  const beginnings = 'news|announcement|schedule|budget|procedure|guide|event|anniversary|poll|repost'
  const written = readdirSync(folder).flatMap(file =>
    [
      ...readFileSync(join(folder, file), 'utf8').matchAll(new RegExp(`'((?:${beginnings})-[a-z-]+)'`, 'g')),
    ].map(match => match[1] ?? ''),
  )
  /** Has to do with other articles: tests/main/newsroom/new-schedule.test.ts. */
  const elsewhere = ['schedule-week-taken']
  const known = Object.values(cases).flatMap(({ bad }) => bad.map(([check]) => check.split(' ')[1]))

  it.each([...new Set(written)].filter(name => ![...ids, ...elsewhere].includes(name)))('%s', check => {
    expect(known).toContain(check)
  })
})

it('an older guide and procedure, with a list and headings, are held against the same rules', () => {
  const guide = checks('guide', { checkedOn: '2026-11-01' }, listed(p('Mở trang.'), p('Gửi.')), p('Lưu ý'))
  expect(guide).toEqual(['should guide-plain-list'])
  expect(checks('procedure', { ...procedure, ...onNational }, ...plainParts)).toEqual([
    'should procedure-plain',
  ])
  expect(checks('procedure', { ...procedure, ...onNational }, ...plainParts.slice(2))).toContain(
    'must procedure-section',
  )
})
