import { describe, expect, it } from 'vitest'
import { findPersonalData } from '#common/vietnamese/personal-data/find-personal-data'
import { ownCpuMs } from '#tests/support/busiest-turn'

const find = (text: string, column: string | null = null, official: readonly string[] = []) =>
  findPersonalData([{ text, column }], official).map(({ kind, masked }) => `${kind} ${masked}`)

/** 5,000 words of a report as communes write them, with a person in every paragraph. */
const report = Array.from({ length: 50 }, (_, place) => ({
  text: `${'Ủy ban nhân dân xã tổ chức lễ ra quân làm đường giao thông nông thôn, hộ ông Nguyễn Văn An hiến đất. '.repeat(4)}Bài ${place}.`,
  column: null,
}))

it('is looked for in 5,000 words within 50 ms of processor time', () => {
  findPersonalData(report, [])
  const startMs = ownCpuMs()
  expect(findPersonalData(report, [])).toEqual([])
  expect(ownCpuMs() - startMs).toBeLessThan(50)
})

describe('personal data', () => {
  it.each([
    ['CCCD 038065001234', 'identity-number 0380****1234'],
    ['gọi 0912 345 678', 'phone 09xx xxx 678'],
    ['STK: 1903 4567 8901', 'bank-account ****8901'],
    ['sinh ngày 12/03/1965', 'birth-date xx/xx/1965'],
    ['thẻ DN4383812345678', 'insurance-code DN****678'],
    ['Bà Lê Thị Hoa bị ung thư gan, cần giúp', 'health (không nêu)'],
    ['Ông Trần Văn An, trú tại số nhà 12, ngõ 5 thôn Bến', 'address (đã ẩn số nhà)'],
    ['viết cho lananh@gmail.com', 'private-mail l***@gmail.com'],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual([expected])
  })

  it('knows what a column of a list holds', () => {
    expect(find('Suy thận', 'Tình trạng bệnh')).toEqual(['health (không nêu)'])
    expect(find('12/03/1965', 'Ngày, tháng, năm sinh')).toEqual(['birth-date xx/xx/1965'])
  })

  it('lets public contacts and ordinary numbers through', () => {
    expect(find('Đường dây nóng: 0912 345 678')).toEqual([])
    expect(find('Gọi 0912.345.678', null, ['0912 345 678'])).toEqual([])
    expect(find('Quyết định 142/QĐ-UBND ngày 08/10/2026, 1.525.644.123 đồng')).toEqual([])
  })
})
