import { describe, expect, test } from 'vitest'
import { sampleDates } from '#main/sample/sample-dates'

/** Monday 23/11/2026, 05:30 in Vietnam, still Sunday in UTC. */
const monday = Date.parse('2026-11-22T22:30:00.000Z')
const dates = sampleDates(monday)

describe('a day', () => {
  test.each([
    ['0', '2026-11-23'],
    ['-3', '2026-11-20'],
    ['+10', '2026-12-03'],
    ['t2+0', '2026-11-23'],
    ['cn+0', '2026-11-29'],
    ['t6-1', '2026-11-20'],
    ['cn-1', '2026-11-22'],
    ['t5+1', '2026-12-03'],
    ['q3', '2026-09-30'],
    ['q3+8', '2026-10-08'],
    ['t6-1 -60y', '1966-11-20'],
  ])('%s is %s', (expression, day) => {
    expect(dates.day(expression)).toBe(day)
  })

  test('belongs to the week that ends on a Sunday', () => {
    const sunday = sampleDates(Date.parse('2026-11-29T05:00:00.000Z'))
    expect(sunday.day('t2+0')).toBe('2026-11-23')
    expect(sunday.day('cn+0')).toBe('2026-11-29')
  })

  test('keeps to the third quarter whose figures are already due', () => {
    expect(sampleDates(Date.parse('2027-10-09T05:00:00.000Z')).day('q3')).toBe('2026-09-30')
    expect(sampleDates(Date.parse('2027-10-10T05:00:00.000Z')).day('q3')).toBe('2027-09-30')
  })

  test.each(['', 'hôm qua', 't8+0', '3', 't2', 'q1', '+1 7:30'])('refuses "%s"', expression => {
    expect(() => dates.day(expression)).toThrow(`no date: "${expression}"`)
  })
})

test('an instant is a time of day in Vietnam', () => {
  expect(dates.instant('cn+1 06:30')).toBe('2026-12-05T23:30:00.000Z')
  expect(() => dates.instant('cn+1')).toThrow('no time of day')
})

test('a text gets its dates in every format', () => {
  expect(dates.fill('{{t5-1|đủ}} · {{cn+1|thứ}} · {{t2+0|Thứ}}, {{t2+0}} · {{+1|ngắn}} · {{q3|năm}}')).toBe(
    'thứ Năm, ngày 19/11/2026 · Chủ nhật · Thứ Hai, 23/11/2026 · 24/11 · 2026',
  )
  expect(() => dates.fill('{{0|giờ}}')).toThrow('no date format: "giờ"')
  expect(() => dates.fill('{{mai}}')).toThrow('no date: "mai"')
})
