import { describe, expect, it } from 'vitest'
import { emptyRow } from '#common/domain/schedule'
import { cellsOf, withCell, withPasted } from '#renderer/features/editor/schedule/schedule-table.ts'

describe('text from a table program', () => {
  it('is read cell by cell, quoted cells with their line breaks', () => {
    expect(cellsOf('Thứ Hai\t7h30\t"Giao ban ""tuần""\nđầu"\r\nThứ Ba\t\tHọp\r\n')).toEqual([
      ['Thứ Hai', '7h30', 'Giao ban "tuần" đầu'],
      ['Thứ Ba', '', 'Họp'],
    ])
  })

  it('of one cell is no table', () => {
    expect(cellsOf('Giao ban đầu tuần')).toBeNull()
    expect(cellsOf('Giao ban\n')).toBeNull()
  })
})

describe('a pasted table', () => {
  const first = { row: 0, column: 'day' } as const

  it('becomes rows: heads left out, days read, times tidied, merged days carried on', () => {
    const cells = cellsOf(
      'Ngày\tThời gian\tNội dung\tĐịa điểm\tChủ trì\nThứ Hai (23/11)\t7h30\tGiao ban\tTầng 2\tChủ tịch\n\t14 giờ\tHọp dân\tThôn Bến\tPCT\nThứ Ba 24.11.2026\tSáng\tKiểm tra\t\t',
    )
    expect(withPasted([], first, cells ?? [], '2026')).toMatchObject([
      { day: '2026-11-23', time: '07:30', work: 'Giao ban', place: 'Tầng 2', people: 'Chủ tịch' },
      { day: '2026-11-23', time: '14:00', work: 'Họp dân', place: 'Thôn Bến', people: 'PCT' },
      { day: '2026-11-24', time: 'Sáng', work: 'Kiểm tra' },
    ])
  })

  it('lies over what is there from the cell it was pasted into, and no further', () => {
    const rows = ['a', 'b'].map(work => ({ ...emptyRow, work, place: 'cũ', people: 'cũ' }))
    const pasted = withPasted(rows, { row: 1, column: 'work' }, [['mới', 'chỗ mới'], ['nữa']], '2026')
    expect(pasted.map(({ work, place, people }) => [work, place, people])).toEqual([
      ['a', 'cũ', 'cũ'],
      ['mới', 'chỗ mới', 'cũ'],
      ['nữa', '', ''],
    ])
  })

  it('never makes more rows than a schedule may have', () => {
    const cells = Array.from({ length: 300 }, (_, index) => ['', '', `việc ${index}`])
    expect(withPasted([], first, cells, '2026')).toHaveLength(200)
  })
})

it('a day that is none leaves the day there was', () => {
  const row = { ...emptyRow, day: '2026-11-23' }
  expect(withCell(row, 'day', '31/02', '2026').day).toBe('2026-11-23')
})
