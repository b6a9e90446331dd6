import { expect, test } from 'vitest'
import { decodeSegment, encodeSegment } from '#main/store/collections/segment-file'

test.each([1, 2, 3, 500])('hands on all of %i records, in order', async count => {
  const records = Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    text: 'ấy,\n'.repeat(index),
  }))
  const { bytes, sha256 } = await encodeSegment('articles', records)
  const taken: unknown[] = []
  expect(await decodeSegment(bytes, { collection: 'articles', sha256 }, record => taken.push(record))).toBe(
    true,
  )
  expect(taken).toEqual(records)
})

test('hands on nothing of bytes that are not those that were written', async () => {
  const { bytes, sha256 } = await encodeSegment('articles', [{ id: 'a' }])
  const taken: unknown[] = []
  bytes[bytes.length - 6] = 0x62
  expect(await decodeSegment(bytes, { collection: 'articles', sha256 }, record => taken.push(record))).toBe(
    false,
  )
  expect(taken).toEqual([])
})
