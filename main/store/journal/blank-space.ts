import type { Files } from '../files/files'
import { writeAll } from '../files/write-all'

/** Zeros taken in advance at a time. */
export const blankBytes = 1024 * 1024

const zeros = Buffer.alloc(64 * 1024)

/** Whether nothing but zeros lies behind `offset`: no record begins with a zero length, so it is the end of a segment. */
export function isBlank(segment: Buffer, offset: number): boolean {
  for (let at = offset; at < segment.length; at += zeros.length) {
    const part = segment.subarray(at, at + zeros.length)
    if (!part.equals(zeros.subarray(0, part.length))) return false
  }
  return true
}

/** The bytes without the zeros they end in. */
export function withoutBlank(bytes: Buffer): Buffer {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  return bytes.subarray(0, end)
}

/**
 * Fills a file with zeros from `offset` on, durably. Overwriting them later changes neither the file's size nor its
 * blocks, so that the flush of a record has no metadata to write: about half its price on a journalling file system.
 */
export async function takeBlankSpace(files: Files, path: string, offset: number): Promise<void> {
  const file = await files.open(path, 'write')
  try {
    await writeAll(file, Buffer.alloc(blankBytes), offset)
    await file.dataSync()
  } finally {
    await file.close()
  }
}
