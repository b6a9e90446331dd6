import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateInWords, isCalendarDate, timeInWords } from '#common/vietnamese/words/date-in-words'
import { digitsInWords, numberInWords } from '#common/vietnamese/words/number-in-words'
import { readAloud } from '#common/vietnamese/words/read-aloud'
import { countSyllables, readingTimeSeconds } from '#common/vietnamese/words/reading-time'

describe('numbers in words', () => {
  it.each([
    [0, 'không', 'không'],
    [5, 'năm', 'năm'],
    [10, 'mười', 'mười'],
    [11, 'mười một', 'mười một'],
    [15, 'mười lăm', 'mười lăm'],
    [21, 'hai mươi mốt', 'hai mươi mốt'],
    [24, 'hai mươi tư', 'hai mươi bốn'],
    [14, 'mười bốn', 'mười bốn'],
    [105, 'một trăm linh năm', 'một trăm lẻ năm'],
    [115, 'một trăm mười lăm', 'một trăm mười lăm'],
    [1_005, 'một nghìn không trăm linh năm', 'một ngàn không trăm lẻ năm'],
    [1_050, 'một nghìn không trăm năm mươi', 'một ngàn không trăm năm mươi'],
    [2_026, 'hai nghìn không trăm hai mươi sáu', 'hai ngàn không trăm hai mươi sáu'],
    [2_530_000, 'hai triệu năm trăm ba mươi nghìn', 'hai triệu năm trăm ba mươi ngàn'],
    [1_000_005, 'một triệu không trăm linh năm', 'một triệu không trăm lẻ năm'],
    [3_000_000_000, 'ba tỷ', 'ba tỷ'],
    [1_000_000_000_000, 'một nghìn tỷ', 'một ngàn tỷ'],
    [
      1_500_000_000_007,
      'một nghìn năm trăm tỷ không trăm linh bảy',
      'một ngàn năm trăm tỷ không trăm lẻ bảy',
    ],
    [98.7, 'chín mươi tám phẩy bảy', 'chín mươi tám phẩy bảy'],
    [0.05, 'không phẩy không năm', 'không phẩy không năm'],
    [-3.25, 'âm ba phẩy hai mươi lăm', 'âm ba phẩy hai mươi lăm'],
  ])('%d is “%s” in the north and “%s” in the south', (value, north, south) => {
    expect(numberInWords(value, 'north')).toBe(north)
    expect(numberInWords(value, 'south')).toBe(south)
  })

  it('are different for different numbers, without doubled or stray spaces', () => {
    const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [left, right] = [numberInWords(a), numberInWords(b)]
        expect(left === right).toBe(a === b)
        expect(left).toBe(left.trim().replace(/\s+/g, ' '))
      }),
      { numRuns: 3_000, seed: 9 },
    )
  })

  it('refuse what has no name', () => {
    expect(() => numberInWords(Number.NaN)).toThrow(RangeError)
    expect(() => numberInWords(2 ** 60)).toThrow(RangeError)
  })

  it('read codes digit by digit', () => {
    expect(digitsInWords('0912')).toBe('không chín một hai')
  })
})

describe('dates in words', () => {
  it('follow the customs of day and month', () => {
    expect(dateInWords({ day: 4, month: 4, year: 2026 })).toBe(
      'mùng bốn tháng tư năm hai nghìn không trăm hai mươi sáu',
    )
    expect(dateInWords({ day: 20, month: 11 })).toBe('hai mươi tháng mười một')
    expect(timeInWords(14, 5)).toBe('mười bốn giờ năm phút')
  })

  it('exist in the calendar or not', () => {
    expect(isCalendarDate({ day: 29, month: 2, year: 2024 })).toBe(true)
    expect(isCalendarDate({ day: 29, month: 2, year: 2025 })).toBe(false)
    expect(isCalendarDate({ day: 31, month: 4 })).toBe(false)
    expect(isCalendarDate({ day: 1, month: 13 })).toBe(false)
  })
})

describe('reading aloud', () => {
  it.each([
    ['Thu 1.525.644 đồng', 'Thu một triệu năm trăm hai mươi lăm nghìn sáu trăm bốn mươi tư đồng'],
    ['đạt 98,7% kế hoạch', 'đạt chín mươi tám phẩy bảy phần trăm kế hoạch'],
    [
      '7h30 ngày 12/10/2026',
      'bảy giờ ba mươi phút ngày mười hai tháng mười năm hai nghìn không trăm hai mươi sáu',
    ],
    ['từ 14:00 đến 16:05', 'từ mười bốn giờ đến mười sáu giờ năm phút'],
    ['lúc 7h, mời bà con', 'lúc bảy giờ, mời bà con'],
    ['sáng 20/11, xã', 'sáng hai mươi tháng mười một, xã'],
    ['Quyết định số 15/QĐ-UBND', 'Quyết định số mười lăm QĐ-UBND'],
    ['Nghị định 30/2020/NĐ-CP', 'Nghị định ba mươi hai nghìn không trăm hai mươi NĐ-CP'],
    ['gọi 0912 345 678.', 'gọi không chín một hai ba bốn năm sáu bảy tám.'],
    ['tháng 4/2026', 'tháng tư năm hai nghìn không trăm hai mươi sáu'],
    ['tháng 4 và 3,5 ha', 'tháng tư và ba phẩy năm héc ta'],
    ['giá 12.5 và 1,234,567', 'giá 12.5 và 1,234,567'],
    ['không có số nào', 'không có số nào'],
  ])('“%s” is “%s”', (text, expected) => {
    expect(readAloud(text)).toBe(expected)
  })

  it('takes the time of its words, numbers in full', () => {
    expect(countSyllables('UBND xã có 3 thôn')).toBe(8)
    expect(readingTimeSeconds('')).toBe(0)
    expect(readingTimeSeconds('xin chào '.repeat(165), 165)).toBe(120)
    expect(readingTimeSeconds('1.525.644 đồng')).toBeGreaterThan(readingTimeSeconds('hai đồng'))
  })
})
