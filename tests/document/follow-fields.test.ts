import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { setFieldIn } from '#common/document/follow-fields'
import { article, p, parse } from '#tests/support/documents'

const week = { periodFrom: '2026-11-23', periodTo: '2026-11-27' }
const proposed = 'Lịch làm việc của lãnh đạo xã, tuần 48 (từ 23/11 đến 27/11/2026)'

function set(
  headline: string,
  key: string,
  value: string | null,
  attrs: object = week,
  kind = 'leadership-schedule',
) {
  const document = parse(article({ headline, lead: '', attrs: { kind, ...attrs } }, p('Nội dung.')))
  const { doc } = setFieldIn(new Transform(document), key, value)
  doc.check()
  return { headline: doc.child(0).textContent, from: doc.attrs.periodFrom, to: doc.attrs.periodTo }
}

describe('the week of a schedule', () => {
  it.each([
    [
      'moves its last day and the headline nobody wrote',
      proposed,
      week,
      '2026-12-07',
      '2026-12-11',
      'tuần 50 (từ 07/12 đến 11/12/2026)',
    ],
    [
      'keeps the days it lasts',
      '',
      { ...week, periodTo: '2026-11-28' },
      '2026-11-30',
      '2026-12-05',
      'tuần 49 (từ 30/11 đến 05/12/2026)',
    ],
    [
      'lasts until Friday where its days made no week',
      '',
      { ...week, periodTo: '2026-12-20' },
      '2026-11-30',
      '2026-12-04',
      'tuần 49 (từ 30/11 đến 04/12/2026)',
    ],
    [
      'tells both years at their turn',
      '',
      {},
      '2026-12-28',
      '2027-01-01',
      'tuần 53 (từ 28/12/2026 đến 01/01/2027)',
    ],
  ])('%s', (_what, headline, attrs, from, to, named) => {
    expect(set(headline, 'periodFrom', from, attrs)).toEqual({
      from,
      to,
      headline: `Lịch làm việc của lãnh đạo xã, ${named}`,
    })
  })

  it('leaves a headline that somebody wrote', () => {
    expect(set('Lịch tuần của xã', 'periodFrom', '2026-12-07')).toMatchObject({
      headline: 'Lịch tuần của xã',
    })
  })

  it('leaves everything else when its first day is taken out, and when its last is set', () => {
    expect(set(proposed, 'periodFrom', null)).toEqual({ from: null, to: '2026-11-27', headline: proposed })
    expect(set(proposed, 'periodTo', '2026-11-28')).toMatchObject({ to: '2026-11-28', from: '2026-11-23' })
  })

  it('says which amendment it is', () => {
    expect(set(proposed, 'amendment', '2').headline).toBe(`${proposed}, điều chỉnh lần 2`)
  })
})

it('a kind that proposes nothing keeps its headline', () => {
  expect(set('', 'place', 'Hội trường', {}, 'event').headline).toBe('')
})
