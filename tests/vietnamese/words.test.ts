import { describe, expect, it } from 'vitest'
import { compareVietnamese } from '#common/vietnamese/compare'
import { fold } from '#common/vietnamese/fold'
import { slug } from '#common/vietnamese/slug'

describe('folding', () => {
  it('takes marks, case and đ away, composed or not', () => {
    for (const form of ['NFC', 'NFD'] as const)
      expect(fold('Đường LÀNG ở Ỷ Yên'.normalize(form))).toBe('duong lang o y yen')
  })
})

describe('slugs', () => {
  it.each([
    ['THÔNG BÁO: Lịch tiêm chủng (đợt 2)', 'thong-bao-lich-tiem-chung-dot-2'],
    ['“Ngày chủ nhật cùng dân”', 'ngay-chu-nhat-cung-dan'],
    ['!!!', 'tin-bai'],
  ])('of %s is %s', (headline, expected) => {
    expect(slug(headline)).toBe(expected)
  })

  it('are cut between words at 80 characters', () => {
    const long = slug(
      'Niêm yết công khai số liệu và thuyết minh tình hình thực hiện dự toán thu chi ngân sách xã quý ba năm 2026',
    )
    expect(long.length).toBeLessThanOrEqual(80)
    expect(long.endsWith('-')).toBe(false)
  })
})

describe('order', () => {
  it('is the dictionary’s, with numbers by value', () => {
    expect(['Đông', 'Dung', 'Quý 10', 'Quý 2', 'An', 'Ân'].sort(compareVietnamese)).toEqual([
      'An',
      'Ân',
      'Dung',
      'Đông',
      'Quý 2',
      'Quý 10',
    ])
  })
})
