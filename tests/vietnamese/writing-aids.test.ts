import { describe, expect, it } from 'vitest'
import { emptyNamesTable } from '#common/vietnamese/proofreading/names-table'
import { complete } from '#common/vietnamese/writing-aids/complete'
import { dayForms } from '#common/vietnamese/writing-aids/day-forms'

const name = {
  kind: 'place',
  variants: [],
  office: null,
  validFrom: null,
  validTo: null,
  successor: null,
} as const
const names = {
  ...emptyNamesTable,
  names: [
    { ...name, kind: 'body', name: 'Trung tâm Phục vụ hành chính công xã' },
    { ...name, kind: 'person', name: 'Phạm Quốc Bình', office: 'Chủ tịch Ủy ban nhân dân xã' },
    { ...name, name: 'Xã Trúc Lâm cũ', validTo: '2025-06-30' },
  ],
  abbreviations: [{ short: 'PVHCC', full: 'Phục vụ hành chính công', familiar: false }],
} as const
const sources = { names, today: '2026-11-23' }
const texts = (before: string, occasion: 'asked' | 'resting' = 'asked') =>
  complete(before, sources, occasion).map(({ text }) => text)

describe('writing aids', () => {
  it('go on with names of the organisation, before phrases, marks of the last word still missing', () => {
    expect(texts('Hồ sơ nộp tại Trung t')[0]).toBe('Trung tâm Phục vụ hành chính công xã')
    expect(texts('Đồng chí Phạm Quô')[0]).toBe('Phạm Quốc Bình, Chủ tịch Ủy ban nhân dân xã')
  })

  it('say how much of the line they replace', () => {
    expect(complete('Nay căn cứ lu', sources, 'asked')[0]).toEqual({
      kind: 'phrase',
      text: 'căn cứ Luật Tổ chức chính quyền địa phương',
      replaces: 'căn cứ lu'.length,
    })
  })

  it('keep the capital of a sentence', () => {
    expect(texts('Theo quy')).toContain('Theo quy định của pháp luật')
  })

  it('write out an abbreviation, but not one inside a document number', () => {
    expect(texts('Bộ phận PVHCC')).toEqual(['Phục vụ hành chính công'])
    expect(texts('Quyết định số 15/QĐ-UBND')).toEqual([])
  })

  it('offer today’s date in the forms texts use', () => {
    expect(texts('Sáng nay, ng')).toContain('ngày 23 tháng 11 năm 2026')
    expect(dayForms('2026-01-05')).toEqual([
      'ngày 5/1/2026',
      'ngày 05 tháng 01 năm 2026',
      'thứ Hai, ngày 5/1/2026',
      'sáng 5/1',
      'chiều 5/1',
      'tuần 2 năm 2026',
      'tháng 1/2026',
      'quý I/2026',
    ])
  })

  it('offer no name that has ended', () => {
    expect(texts('về Xã Trúc L')).toEqual([])
  })

  it('stay away while somebody only rests, unless two words leave little doubt', () => {
    expect(texts('ba', 'resting')).toEqual([])
    expect(texts('trên', 'resting')).toEqual([])
    expect(texts('trên đị', 'resting')).toContain('trên địa bàn xã')
  })

  it('offer nothing that is already there, nothing after a full stop, and nothing for text in another encoding', () => {
    expect(texts('trên địa bàn xã')).toEqual([])
    expect(texts('trên địa bàn xã.')).toEqual([])
    expect(texts('Trung tâ'.normalize('NFD'))).toEqual([])
  })
})
