import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeSegment, encodeSegment } from '#main/store/collections/segment-file'

async function* cut(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test.each([1, 2, 3, 500])('hands on all of %i records, in order', async count => {
  const records = Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    text: 'ấy,\n'.repeat(index),
  }))
  const { bytes, sha256 } = await encodeSegment('articles', records)
  const read = decodeSegment(cut(bytes, 64 * 1024), { collection: 'articles', sha256 }, record => record)
  expect(await read).toEqual(records)
})

test('hands on the same wherever the bytes are cut, whatever the records end with', async () => {
  const record = fc.record({ id: fc.string({ unit: 'grapheme' }), last: fc.jsonValue() })
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 50 }),
      async (records, size) => {
        const kept = JSON.parse(JSON.stringify([...records, { id: 'x', last: [{}] }]))
        const { bytes, sha256 } = await encodeSegment('articles', kept)
        const read = decodeSegment(cut(bytes, size), { collection: 'articles', sha256 }, one => one)
        expect(await read).toEqual(kept)
      },
    ),
    { numRuns: 200 },
  )
})

test('tells bytes that are not those that were written, wherever one was changed, and when they end early', async () => {
  const { bytes, sha256 } = await encodeSegment('articles', [{ id: 'a' }, { id: 'b' }])
  const read = (changed: Uint8Array) =>
    decodeSegment(cut(changed, 7), { collection: 'articles', sha256 }, one => one)
  for (let place = 0; place < bytes.length; place++) {
    const changed = Buffer.from(bytes)
    changed[place] = (changed[place] ?? 0) ^ 1
    expect(await read(changed), `byte ${place}`).toBeNull()
    expect(await read(bytes.subarray(0, place)), `first ${place}`).toBeNull()
  }
  expect(await read(bytes)).not.toBeNull()
})
