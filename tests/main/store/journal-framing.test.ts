import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workspaceId } from '#common/domain/ids'
import { chainHash, encodeRecord, maxRecordBytes, readRecord, sealRecord } from '#main/store/journal/record'
import { scanSegment } from '#main/store/journal/scan-segment'
import { encodeSegmentHeader, segmentHeaderBytes } from '#main/store/journal/segment-header'

const workspace = workspaceId.parse('a'.repeat(26))
const genesis = Buffer.alloc(32)
const bodyOf = (text: string) => ({ text, size: Buffer.byteLength(text) })

/** A segment of records with the given payloads; each inner array was one write. */
function segment(writes: readonly (readonly string[])[], firstSequence = 1, previous: Buffer = genesis) {
  const parts: Buffer[] = [encodeSegmentHeader({ workspace, epoch: 3, firstSequence, previous })]
  const offsets: number[] = []
  let hash = previous
  let sequence = firstSequence
  let size = segmentHeaderBytes
  for (const write of writes)
    for (const [place, payload] of write.entries()) {
      const record = encodeRecord(sequence, hash, payload, [bodyOf('thân bài')])
      sealRecord(record.bytes, place)
      offsets.push(size)
      size += record.bytes.length
      parts.push(record.bytes)
      hash = record.hash
      sequence++
    }
  return { bytes: Buffer.concat(parts), offsets, hash }
}

const scan = (bytes: Buffer) => scanSegment(bytes, { workspace, firstSequence: 1, previous: genesis })

describe('a journal record', () => {
  it('comes back as it went in, Vietnamese and bodies included', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' })),
        fc.nat(),
        (text, bodies, place) => {
          const payload = JSON.stringify(text)
          const { bytes, hash } = encodeRecord(7_000_000_000, genesis, payload, bodies.map(bodyOf))
          sealRecord(bytes, place)
          const record = readRecord(bytes, 0)
          expect(record?.payload.toString()).toBe(payload)
          expect(record?.bodies).toEqual(Buffer.from(bodies.join('')))
          expect(record?.sequence).toBe(7_000_000_000)
          expect(record?.durableBefore).toBe(7_000_000_000 - 1 - place)
          expect(record?.hash).toEqual(hash)
        },
      ),
    )
  })

  it('chains the payload but not the bodies, which the law may ask to erase', () => {
    const with_ = encodeRecord(1, genesis, '{}', [bodyOf('một')])
    const without = encodeRecord(1, genesis, '{}', [])
    expect(with_.hash).toEqual(without.hash)
    expect(with_.hash).toEqual(chainHash(genesis, Buffer.from('{}')))
  })

  it('refuses more than a segment may hold', () => {
    expect(() => encodeRecord(1, genesis, 'x'.repeat(maxRecordBytes), [])).toThrow(RangeError)
  })

  it('is recognised with any single bit flipped', () => {
    const { bytes } = encodeRecord(5, genesis, '{"a":"bài"}', [bodyOf('thân')])
    sealRecord(bytes, 2)
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(readRecord(flipped, 0)).toBeNull()
    }
  })
})

describe('a journal segment', () => {
  it('gives back every record and its writer', () => {
    const { bytes } = segment([['"một"'], ['"hai"', '"ba"']])
    const result = scan(bytes)
    expect(result.end).toEqual({ kind: 'whole' })
    expect(result.epoch).toBe(3)
    expect(result.records.map(record => record.payload.toString())).toEqual(['"một"', '"hai"', '"ba"'])
  })

  it('cut at any byte keeps the whole records before the cut and calls the rest torn', () => {
    const { bytes, offsets } = segment([['"một"'], ['"hai"', '"ba"'], ['"bốn"']])
    const ends = [...offsets.slice(1), bytes.length]
    for (let length = 0; length < bytes.length; length++) {
      const result = scan(bytes.subarray(0, length))
      const whole = ends.filter(end => end <= length).length
      expect(result.records.length, `cut at ${length}`).toBe(whole)
      const clean = length === ends[whole - 1]
      expect(result.end.kind, `cut at ${length}`).toBe(clean ? 'whole' : 'torn')
    }
  })

  it('damaged where a later write proves the bytes were once safe is never called torn', () => {
    const { bytes, offsets } = segment([['"một"'], ['"hai"', '"ba"'], ['"bốn"']])
    for (const [index, offset] of offsets.slice(0, 3).entries()) {
      const hit = Buffer.from(bytes)
      hit[offset + 60] = (hit[offset + 60] ?? 0) ^ 1
      expect(scan(hit).end).toEqual({
        kind: 'damaged',
        offset,
        sequence: index + 1,
        reason: 'unreadable record',
      })
    }
  })

  it('with a hole inside its last, unfinished write is torn: nobody was told it was safe', () => {
    const { bytes, offsets } = segment([['"một"'], ['"hai"', '"ba"']])
    const [, second = 0, third = 0] = offsets
    const hit = Buffer.from(bytes).fill(0, second, third)
    expect(scan(hit).end).toEqual({ kind: 'torn', offset: second })
  })

  it('with a zero tail ends there: space was taken in advance', () => {
    const { bytes } = segment([['"một"']])
    for (const zeros of [1, 55, 4_096, 1_100_000]) {
      const tail = Buffer.alloc(zeros)
      expect(scan(Buffer.concat([bytes, tail])).end).toEqual({ kind: 'blank', offset: bytes.length })
      const torn = Buffer.concat([bytes, tail, Buffer.from('dở')])
      expect(scan(torn).end).toEqual({ kind: 'torn', offset: bytes.length })
    }
  })

  it('with zeros where a later write proves a record was once safe is damaged', () => {
    const { bytes, offsets } = segment([['"một"'], ['"hai"'], ['"ba"']])
    const [, second = 0, third = 0] = offsets
    expect(scan(Buffer.from(bytes).fill(0, second, third)).end).toMatchObject({
      kind: 'damaged',
      sequence: 2,
    })
  })

  it('with a header and zeros alone is torn: nobody was told of a record', () => {
    const { bytes } = segment([])
    expect(scan(Buffer.concat([bytes, Buffer.alloc(4_096)])).end).toEqual({ kind: 'torn', offset: 96 })
  })

  it('with records exchanged, doubled or taken from another chain is damaged', () => {
    const { bytes, offsets } = segment([['"một"'], ['"hai"']])
    const [first = 0, second = 0] = offsets
    const head = bytes.subarray(0, first)
    const one = bytes.subarray(first, second)
    const two = bytes.subarray(second)
    expect(scan(Buffer.concat([head, two, one])).end).toMatchObject({
      kind: 'damaged',
      reason: 'records out of order',
    })
    expect(scan(Buffer.concat([head, one, one])).end).toMatchObject({
      kind: 'damaged',
      reason: 'records out of order',
    })
    const other = segment([['"khác"'], ['"hai"']])
    const foreign = other.bytes.subarray(other.offsets[1])
    expect(scan(Buffer.concat([head, one, foreign])).end).toMatchObject({
      kind: 'damaged',
      reason: 'the hash chain is broken',
    })
  })

  it('of another workspace, another number or another chain is damaged', () => {
    const { bytes } = segment([['"một"']])
    const place = { workspace, firstSequence: 1, previous: genesis }
    expect(scanSegment(bytes, { ...place, workspace: 'b'.repeat(26) }).end).toMatchObject({ kind: 'damaged' })
    expect(scanSegment(bytes, { ...place, firstSequence: 2 }).end).toMatchObject({ kind: 'damaged' })
    expect(scanSegment(bytes, { ...place, previous: Buffer.alloc(32, 1) }).end).toMatchObject({
      kind: 'damaged',
    })
  })

  it('of a newer format says so', () => {
    const { bytes } = segment([['"một"']])
    const newer = Buffer.from(bytes)
    newer[7] = 2
    newer.writeUInt32LE(crc32(newer.subarray(0, 92)), 92)
    expect(scan(newer).end).toEqual({ kind: 'newer', format: 2 })
  })
})
