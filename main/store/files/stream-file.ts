import { createReadStream } from 'node:fs'
import type { ByteRange } from './files'

const chunkBytes = 256 * 1024

/** A file, or a part of it, in chunks; the file is closed when the reader stops. */
export async function* streamFile(path: string, range?: ByteRange): AsyncIterable<Uint8Array> {
  if (range !== undefined && range.end <= range.start) return
  const part = range === undefined ? {} : { start: range.start, end: range.end - 1 }
  yield* createReadStream(path, { ...part, highWaterMark: chunkBytes })
}
