import { crc32 } from 'node:zlib'
import type { WorkspaceId } from '#common/domain/ids'
import { hashBytes } from './record'

/*
 * Segment header, little-endian: 0 "TOASOAN"  7 u8 format version  8 workspace id (26 ASCII, 6 zero)  40 u64 writer epoch
 *   48 u64 first sequence  56 chain hash before the first record, 32 bytes  88 four zero bytes  92 u32 crc32 of all before
 */
const magic = 'TOASOAN'
const offsets = { version: 7, workspace: 8, epoch: 40, first: 48, previous: 56, crc: 92 } as const
export const segmentHeaderBytes = 96
export const journalFormat = 1

export interface SegmentHeader {
  readonly workspace: string
  /** Of the writer that made the segment; a segment has one writer. */
  readonly epoch: number
  readonly firstSequence: number
  readonly previous: Buffer
}

export type ReadHeader =
  | { readonly kind: 'header'; readonly header: SegmentHeader }
  | { readonly kind: 'newer'; readonly format: number }
  | { readonly kind: 'unreadable' }

export function encodeSegmentHeader(header: SegmentHeader & { readonly workspace: WorkspaceId }): Buffer {
  const bytes = Buffer.alloc(segmentHeaderBytes)
  bytes.write(magic, 'latin1')
  bytes.writeUInt8(journalFormat, offsets.version)
  bytes.write(header.workspace, offsets.workspace, 'latin1')
  bytes.writeBigUInt64LE(BigInt(header.epoch), offsets.epoch)
  bytes.writeBigUInt64LE(BigInt(header.firstSequence), offsets.first)
  header.previous.copy(bytes, offsets.previous)
  bytes.writeUInt32LE(crc32(bytes.subarray(0, offsets.crc)), offsets.crc)
  return bytes
}

export function readSegmentHeader(segment: Buffer): ReadHeader {
  if (segment.length < segmentHeaderBytes) return { kind: 'unreadable' }
  const intact = crc32(segment.subarray(0, offsets.crc)) === segment.readUInt32LE(offsets.crc)
  if (!intact || segment.toString('latin1', 0, magic.length) !== magic) return { kind: 'unreadable' }
  const format = segment.readUInt8(offsets.version)
  if (format > journalFormat) return { kind: 'newer', format }
  return {
    kind: 'header',
    header: {
      workspace: segment.toString('latin1', offsets.workspace, offsets.workspace + 26),
      epoch: Number(segment.readBigUInt64LE(offsets.epoch)),
      firstSequence: Number(segment.readBigUInt64LE(offsets.first)),
      previous: segment.subarray(offsets.previous, offsets.previous + hashBytes),
    },
  }
}
