import { describe, expect, it } from 'vitest'
import { emptyProfile } from '#common/domain/organisation-profile'
import { dueTime, type TimetableEntry } from '#common/domain/template-book'
import { fillVariables, openVariables, variablesOn } from '#common/domain/variables'

const entry: TimetableEntry = {
  id: 'a',
  template: 'leadership-schedule',
  weekday: 5,
  time: '14:00',
  by: 'a'.repeat(26) as TimetableEntry['by'],
  since: '2026-11-01T00:00:00.000Z',
  madeFor: null,
}
const at = (instant: string) => Date.parse(instant)

describe('a timetable', () => {
  it('is due from its time on, in Vietnam, and not before', () => {
    expect(dueTime(entry, at('2026-11-20T06:59:59.999Z'))).toBe('2026-11-13T07:00:00.000Z')
    expect(dueTime(entry, at('2026-11-20T07:00:00.000Z'))).toBe('2026-11-20T07:00:00.000Z')
  })

  it('is due once, and after weeks without the program only for the newest week', () => {
    const made = { ...entry, madeFor: '2026-11-06T07:00:00.000Z' }
    expect(dueTime(made, at('2026-11-25T00:00:00.000Z'))).toBe('2026-11-20T07:00:00.000Z')
    expect(
      dueTime({ ...entry, madeFor: '2026-11-20T07:00:00.000Z' }, at('2026-11-25T00:00:00.000Z')),
    ).toBeNull()
  })

  it('makes nothing for a time before it was set, nor when the clock went back', () => {
    expect(
      dueTime({ ...entry, since: '2026-11-21T00:00:00.000Z' }, at('2026-11-25T00:00:00.000Z')),
    ).toBeNull()
    expect(
      dueTime({ ...entry, madeFor: '2026-11-27T07:00:00.000Z' }, at('2026-11-25T00:00:00.000Z')),
    ).toBeNull()
  })
})

describe('variables', () => {
  const variables = variablesOn('2026-01-02', { ...emptyProfile, commune: 'xã Trúc Thủy' })

  it.each([
    ['Tuần {tuần}, từ {đầu tuần} đến {cuối tuần}', 'Tuần 1, từ 29/12/2025 đến 02/01/2026'],
    ['quý {quý}, quý {quý trước} năm {năm của quý trước}', 'quý I, quý IV năm 2025'],
    ['{Tên xã}: {HÔM NAY}', 'xã Trúc Thủy: 02/01/2026'],
    ['{chủ tịch} và {không biết}', '{chủ tịch} và {không biết}'],
  ])('%s', (text, filled) => expect(fillVariables(text, variables)).toBe(filled))

  it('that are not known are found in the text', () => {
    expect(openVariables('Ông {chủ tịch} ký {x} ngày {1/2}')).toEqual([{ name: 'chủ tịch', index: 4 }])
  })
})
