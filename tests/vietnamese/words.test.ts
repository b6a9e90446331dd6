import { describe, expect, it } from 'vitest'
import { comparePeople, compareVietnamese } from '#common/vietnamese/compare'
import { fold } from '#common/vietnamese/fold'
import { exactForm, matchRank } from '#common/vietnamese/match-rank'
import { containment, similarity } from '#common/vietnamese/similarity'
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

  it('goes word by word: a whole word with its tone before the next word', () => {
    const words = ['bá chủ', 'ba hoa', 'bà con', 'ba', 'bả', 'bà', 'Ba chủ', 'bạ', 'bã', 'bó']
    expect(words.sort(compareVietnamese)).toEqual([
      'ba',
      'Ba chủ',
      'ba hoa',
      'bà',
      'bà con',
      'bả',
      'bã',
      'bá chủ',
      'bạ',
      'bó',
    ])
  })

  it('takes both tone styles and both compositions for one word', () => {
    expect(compareVietnamese('Thanh Hoá 2', 'Thanh Hóa 10')).toBeLessThan(0)
    expect(compareVietnamese('Hòa An', 'Hoà Bình')).toBeLessThan(0)
    expect(compareVietnamese('Việt'.normalize('NFD'), 'Việt')).toBe(0)
  })

  it('sorts people by given name, then family name', () => {
    const people = ['Trần Văn Ân', 'Đỗ Thị Bình', 'Lê Thị An', 'Đào An', 'Nguyễn Văn An', 'Nguyễn Thị An']
    expect(people.sort(comparePeople)).toEqual([
      'Đào An',
      'Lê Thị An',
      'Nguyễn Thị An',
      'Nguyễn Văn An',
      'Trần Văn Ân',
      'Đỗ Thị Bình',
    ])
  })
})

describe('search', () => {
  it('ranks what was typed over letters without tones over letters without marks', () => {
    expect(matchRank('thanh hoá', 'UBND tỉnh Thanh Hóa')).toBe(3)
    expect(matchRank('thanh hoa', 'Thanh Hóa')).toBe(2)
    expect(matchRank('uy ban', 'Ủy ban')).toBe(2)
    expect(matchRank('duong', 'Con đường')).toBe(1)
    expect(matchRank('đuong', 'Con đường')).toBe(1)
    expect(matchRank('họp', 'Con đường')).toBe(0)
  })

  it('knows one form for texts that read the same', () => {
    expect(exactForm('HOÀ Bình'.normalize('NFD'))).toBe(exactForm('Hòa bình'))
    expect(exactForm('hòa')).not.toBe(exactForm('hoa'))
  })
})

describe('likeness', () => {
  const lead = 'Sáng nay, xã tổ chức hội nghị triển khai kế hoạch sản xuất vụ đông.'

  it('does not see case, tone style or punctuation', () => {
    expect(similarity('Thủy lợi, thủy sản!', 'THUỶ LỢI – thuỷ sản')).toBe(1)
  })

  it('is high for a text with a word changed, low for another on the same matter', () => {
    expect(similarity(lead, lead.replace('Sáng', 'Chiều'))).toBeGreaterThan(0.8)
    expect(similarity(lead, 'Xã khai giảng lớp tập huấn trồng khoai tây vụ đông cho bà con.')).toBeLessThan(
      0.4,
    )
    expect(similarity('', '')).toBe(0)
  })

  it('finds a lead repeated in a longer paragraph', () => {
    expect(containment(lead, `${lead} Đến dự có đồng chí Bí thư Đảng ủy.`)).toBeGreaterThan(0.9)
    expect(containment(lead, 'Trạm y tế thông báo lịch tiêm chủng.')).toBe(0)
  })
})
