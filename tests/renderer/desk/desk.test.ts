import { describe, expect, it } from 'vitest'
import { noFilter, readSavedFilters, writeSavedFilters } from '#renderer/features/desk/article-filter.ts'
import { formatRecent } from '#renderer/features/desk/format-recent.ts'

function storage(initial: string | null) {
  let stored = initial
  return {
    getItem: () => stored,
    setItem: (_key: string, value: string) => {
      stored = value
    },
  }
}

describe('saved filters', () => {
  it('come back as they were saved', () => {
    const place = storage(null)
    const filters = [
      { name: 'Chờ duyệt', filter: { ...noFilter, search: 'tiêm', chip: 'submitted', kind: 'news' } },
      { name: 'Tháng 9', filter: { ...noFilter, from: '2026-09-01', to: '2026-09-30', category: 'tin' } },
    ] as const
    writeSavedFilters(place, filters)
    expect(readSavedFilters(place)).toEqual(filters)
  })

  it('survive anything somebody else left there', () => {
    for (const wrong of [null, '', '{', '7', '[3, null, {"name": 5}]', '[{"name":"x"}]']) {
      expect(readSavedFilters(storage(wrong))).toEqual([])
    }
    const newer =
      '[{"name":"x","filter":{"search":1,"chip":"dreaming","kind":"opera","from":"2026-02-40","to":5}}]'
    expect(readSavedFilters(storage(newer))).toEqual([{ name: 'x', filter: noFilter }])
  })
})

describe('formatRecent', () => {
  it('shows the hour of today and the date of any other day, as Vietnam counts days', () => {
    const nowMs = Date.parse('2026-11-22T18:00:00.000Z') // 01:00 on the 23rd in Vietnam
    expect(formatRecent('2026-11-22T17:30:00.000Z', nowMs)).toBe('00:30')
    expect(formatRecent('2026-11-22T16:30:00.000Z', nowMs)).toBe('22/11/2026')
  })
})
