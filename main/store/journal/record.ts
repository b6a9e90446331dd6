import { createHash, hash as hashAtOnce } from 'node:crypto'
import { crc32 } from 'node:zlib'

/*
 * One record (docs/storage.md, "Journal"), little-endian:
 *   0 u32 length of payload and bodies   4 u32 crc32 of everything after these eight bytes   8 u64 sequence
 *  16 u32 length of the payload alone   20 u32 records before this one in the same write    24 chain hash, 32 bytes
 *  56 payload (JSON, UTF-8), then the bodies (UTF-8) in the payload's order
 * The chain hash is SHA-256(previous chain hash || payload): it covers the bodies' hashes, not the bodies.
 */
const offsets = { length: 0, crc: 4, sequence: 8, payloadLength: 16, place: 20, hash: 24 } as const
export const recordHeaderBytes = 56
export const hashBytes = 32

/** The chain hash before the first record of a workspace. */
export const genesisHash: Buffer = Buffer.alloc(hashBytes)

/** Longest record; anything longer is refused before it is written and is damage when read. */
export const maxRecordBytes = 16 * 1024 * 1024

/** A record as it lies in a segment; the buffers are views of the bytes it was read from. */
export interface JournalRecord {
  /** In its segment. */
  readonly offset: number
  readonly sequence: number
  /** The newest sequence known to be on disk when this record was written. */
  readonly durableBefore: number
  readonly hash: Buffer
  readonly payload: Buffer
  readonly bodies: Buffer
  /** Bytes of the whole record. */
  readonly size: number
}

/** Chain hash after a record whose payload bytes are given. */
export function chainHash(previous: Uint8Array, payload: Uint8Array): Buffer {
  return createHash('sha256').update(previous).update(payload).digest()
}

/** A body on its way into a record; `size` in bytes of UTF-8. */
export interface BodyText {
  readonly text: string
  readonly size: number
}

/**
 * A record ready for sealRecord: all is set but its place in the write and the checksum; `bodies` are views of its bytes.
 * Throws RangeError when too long. Every text is encoded once, to where it stays.
 */
export function encodeRecord(
  sequence: number,
  previous: Uint8Array,
  payload: string,
  bodies: readonly BodyText[],
): { readonly bytes: Buffer; readonly hash: Buffer; readonly bodies: readonly Buffer[] } {
  const payloadLength = Buffer.byteLength(payload)
  const length = bodies.reduce((sum, { size }) => sum + size, payloadLength)
  if (recordHeaderBytes + length > maxRecordBytes)
    throw new RangeError(`record of ${length} bytes is too long`)
  const bytes = Buffer.allocUnsafe(recordHeaderBytes + length)
  bytes.writeUInt32LE(length, offsets.length)
  bytes.writeBigUInt64LE(BigInt(sequence), offsets.sequence)
  bytes.writeUInt32LE(payloadLength, offsets.payloadLength)
  bytes.write(payload, recordHeaderBytes)
  let end = recordHeaderBytes + payloadLength
  // The hash's own place lies right before the payload: with the hash before it there, one stretch is what is hashed.
  bytes.set(previous, offsets.hash)
  const hash = hashAtOnce('sha256', bytes.subarray(offsets.hash, end), 'buffer')
  hash.copy(bytes, offsets.hash)
  const written = bodies.map(({ text, size }) => {
    const body = bytes.subarray(end, end + size)
    body.write(text)
    end += size
    return body
  })
  return { bytes, hash, bodies: written }
}

/** Completes a record in place; `place` is the number of records before it in the same write. */
export function sealRecord(bytes: Buffer, place: number): void {
  bytes.writeUInt32LE(place, offsets.place)
  bytes.writeUInt32LE(crc32(bytes.subarray(offsets.sequence)), offsets.crc)
}

/** The record at `offset`, or null when no whole record with a matching checksum starts there. */
export function readRecord(segment: Buffer, offset: number): JournalRecord | null {
  if (offset + recordHeaderBytes > segment.length) return null
  const length = segment.readUInt32LE(offset + offsets.length)
  const size = recordHeaderBytes + length
  if (size > maxRecordBytes || offset + size > segment.length) return null
  const sequence = Number(segment.readBigUInt64LE(offset + offsets.sequence))
  const payloadLength = segment.readUInt32LE(offset + offsets.payloadLength)
  if (!Number.isSafeInteger(sequence) || payloadLength > length) return null
  const checked = segment.subarray(offset + offsets.sequence, offset + size)
  if (crc32(checked) !== segment.readUInt32LE(offset + offsets.crc)) return null
  const payloadStart = offset + recordHeaderBytes
  return {
    offset,
    sequence,
    durableBefore: sequence - 1 - segment.readUInt32LE(offset + offsets.place),
    hash: segment.subarray(offset + offsets.hash, offset + offsets.hash + hashBytes),
    payload: segment.subarray(payloadStart, payloadStart + payloadLength),
    bodies: segment.subarray(payloadStart + payloadLength, offset + size),
    size,
  }
}

/**
 * Whether a record behind `offset` proves that `sequence`, unreadable at `offset`, had once reached the disk: then the
 * file is damaged. Without such a proof the bytes are the end of a write that a crash tore, and nobody was told it was safe.
 */
export function provesDurable(segment: Buffer, offset: number, sequence: number): boolean {
  const last = segment.length - recordHeaderBytes
  for (let at = offset + 1; at <= last; at++) {
    // The upper half of a plausible sequence is zero for the first four billion records: skips nearly all positions.
    if (segment.readUInt32LE(at + offsets.sequence + 4) !== 0) continue
    if (segment.readUInt32LE(at + offsets.sequence) <= sequence) continue
    const record = readRecord(segment, at)
    if (record !== null && record.durableBefore >= sequence) return true
  }
  return false
}
