import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { instant } from '#common/domain/ids'
import type { DraftFrame } from './draft-logs'

/*
 * A log is "TSDRAFT", u8 format version, then frames, little-endian:
 *   0 u32 length of the JSON   4 u32 crc32 of everything after these eight bytes
 *   8 u32 bytes of this log known to be on disk when the frame was written   12 JSON, UTF-8
 */
const magic = 'TSDRAFT'
export const draftFormat = 1
export const logHeaderBytes = 8
const frameHeaderBytes = 12
const maxFrameBytes = 16 * 1024 * 1024
/** A character takes up to three bytes of UTF-8. */
const maxFrameCharacters = 5 * 1024 * 1024

const draftFrame = z.object({
  version: z.int().nonnegative(),
  at: instant,
  account: z.string(),
  client: z.string(),
  steps: z.array(z.unknown()).min(1),
}) satisfies z.ZodType<DraftFrame>

export function encodeLogHeader(): Buffer {
  return Buffer.from([...Buffer.from(magic, 'latin1'), draftFormat])
}

/** The JSON of a frame; throws RangeError when it is too long and ZodError when it is none. */
export function frameJson(frame: DraftFrame): string {
  const json = JSON.stringify(draftFrame.parse(frame))
  if (json.length > maxFrameCharacters)
    throw new RangeError(`a draft frame of ${json.length} characters is too long`)
  return json
}

export function encodeFrame(json: string, durableBytes: number): Buffer {
  const length = Buffer.byteLength(json)
  const bytes = Buffer.allocUnsafe(frameHeaderBytes + length)
  bytes.writeUInt32LE(length, 0)
  bytes.writeUInt32LE(durableBytes, 8)
  bytes.write(json, frameHeaderBytes)
  bytes.writeUInt32LE(crc32(bytes.subarray(8)), 4)
  return bytes
}

interface ReadFrame {
  readonly json: Buffer
  readonly durableBytes: number
  readonly size: number
}

function readFrame(log: Buffer, offset: number): ReadFrame | null {
  if (offset + frameHeaderBytes > log.length) return null
  const size = frameHeaderBytes + log.readUInt32LE(offset)
  if (size > maxFrameBytes || offset + size > log.length) return null
  if (crc32(log.subarray(offset + 8, offset + size)) !== log.readUInt32LE(offset + 4)) return null
  return {
    json: log.subarray(offset + frameHeaderBytes, offset + size),
    durableBytes: log.readUInt32LE(offset + 8),
    size,
  }
}

export interface LogScan {
  readonly frames: readonly DraftFrame[]
  /** Bytes up to the first thing that is wrong. */
  readonly good: number
  readonly end: 'whole' | 'torn' | 'damaged' | 'newer'
}

/** Reads a log front to back; frames must follow each other without a gap. */
export function scanLog(log: Buffer, firstVersion: number): LogScan {
  const frames: DraftFrame[] = []
  if (log.length < logHeaderBytes) return { frames, good: 0, end: log.length === 0 ? 'whole' : 'torn' }
  if (log.toString('latin1', 0, magic.length) !== magic) return { frames, good: 0, end: endAt(log, 0) }
  if (log.readUInt8(magic.length) > draftFormat) return { frames, good: 0, end: 'newer' }
  let good = logHeaderBytes
  let version = firstVersion
  while (good < log.length) {
    const read = readFrame(log, good)
    if (read === null) return { frames, good, end: endAt(log, good) }
    const frame = draftFrame.safeParse(JSON.parse(read.json.toString()))
    if (!frame.success || frame.data.version !== version) return { frames, good, end: 'damaged' }
    frames.push(frame.data)
    version += frame.data.steps.length
    good += read.size
  }
  return { frames, good, end: 'whole' }
}

/** Damaged when a later frame proves that the bytes at `offset` had once been on disk. */
function endAt(log: Buffer, offset: number): 'torn' | 'damaged' {
  for (let at = offset + 1; at + frameHeaderBytes <= log.length; at++) {
    const frame = readFrame(log, at)
    if (frame !== null && frame.durableBytes > offset) return 'damaged'
  }
  return 'torn'
}
