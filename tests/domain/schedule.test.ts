import { describe, expect, it } from 'vitest'
import { budgetDeadline } from '#common/domain/budget-deadline'
import { dayFromText, isDay, mondayOf, weekdayName, weekNumber } from '#common/domain/day'
import { emptyRow, inOrder, isScheduleRows, meets, shiftRows, tidyTime } from '#common/domain/schedule'

describe('times of a schedule', () => {
  it.each([
    ['7h30', '07:30'],
    ['7g', '07:00'],
    ['8:00 - 9:30', '08:00–09:30'],
    ['14 giờ 15 đến 16 giờ', '14:15–16:00'],
    ['Sáng', 'Sáng'],
    ['25h', '25h'],
    ['sau giao ban', 'sau giao ban'],
  ])('%s is written %s', (typed, tidy) => expect(tidyTime(typed)).toBe(tidy))

  it.each([
    ['07:30', '07:30', true],
    ['07:30', '08:00', false],
    ['07:00–09:00', '08:00', true],
    ['Sáng', '08:00', true],
    ['Sáng', '14:00', false],
    ['Cả ngày', 'Chiều', true],
    ['sau giao ban', '07:30', false],
  ])('%s and %s meet: %s', (a, b, together) => expect(meets(a, b)).toBe(together))
})

describe('rows of a schedule', () => {
  const row = (day: string, time: string) => ({ ...emptyRow, day, time })

  it('stand by day and time, those without a day last', () => {
    const rows = [
      row('', ''),
      row('2026-11-24', 'Sáng'),
      row('2026-11-23', '14:00'),
      row('2026-11-23', '07:30'),
    ]
    expect(inOrder(rows).map(({ day, time }) => `${day} ${time}`)).toEqual([
      '2026-11-23 07:30',
      '2026-11-23 14:00',
      '2026-11-24 Sáng',
      ' ',
    ])
  })

  it('copied into a later week keep their weekday and lose the marks of an amendment', () => {
    const [copied] = shiftRows([{ ...row('2026-12-28', '07:30'), amended: true }], 7)
    expect(copied).toMatchObject({ day: '2027-01-04', amended: false })
  })

  it.each([
    ['no list', 'x'],
    ['a day that is none', [row('2026-02-30', '')]],
    ['an unknown key', [{ ...emptyRow, script: '' }]],
    ['a text too long', [{ ...emptyRow, work: 'a'.repeat(1_001) }]],
    ['too many', Array.from({ length: 201 }, () => emptyRow)],
  ])('are refused with %s', (_what, value) => expect(isScheduleRows(value)).toBe(false))
})

describe('days', () => {
  it('know their weekday, week and Monday', () => {
    expect(weekdayName('2026-11-22')).toBe('Chủ nhật')
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(weekNumber('2027-01-01')).toBe(53)
    expect(weekNumber('2026-11-23')).toBe(48)
  })

  it.each([
    ['23/11/2026', '2026-11-23'],
    ['3.1.26', '2026-01-03'],
    ['23112026', '2026-11-23'],
    ['30/02/2026', null],
    ['11/23/2026', null],
  ])('%s is %s', (text, day) => {
    expect(dayFromText(text)).toBe(day)
    if (day !== null) expect(isDay(day)).toBe(true)
  })
})

describe('the deadline of a budget disclosure', () => {
  it.each([
    ['nine-months', '2026', null, '2026-10-10'],
    ['three-months', '2026', null, '2026-04-10'],
    ['nine-months', '2024', null, '2024-10-15'],
    ['settlement', '2026', '2026-11-02', '2026-12-02'],
    ['settlement', '2026', null, null],
    ['draft', '2026', '2026-11-02', null],
    ['nine-months', '1999', null, null],
  ])('%s of %s, act of %s: %s', (period, year, act, day) => {
    expect(budgetDeadline(period, year, act)?.day ?? null).toBe(day)
  })

  it('comes from a rule nobody has verified yet, which says so', () => {
    expect(budgetDeadline('nine-months', '2026', null)?.rule).toMatchObject({
      source: 'Nghị định 73/2026/NĐ-CP',
      verifiedOn: null,
    })
  })
})
