import { createHash } from 'node:crypto'
import { createPacer } from '../pacer'
import type { Entity } from '../store'

const newline = 0x0a
const comma = 0x2c
/** Bytes hashed at once. */
const chunkBytes = 256 * 1024
/** Bytes of lines that are parsed at once: a millisecond's work. */
const linesBytes = 32 * 1024

export interface EncodedSegment {
  readonly bytes: Buffer
  readonly sha256: string
}

/** JSON that stock lowdb opens: `{"collection": …, "records": [ one per line ]}`; made in slices. */
export async function encodeSegment(collection: string, records: readonly Entity[]): Promise<EncodedSegment> {
  const pacer = createPacer()
  const hash = createHash('sha256')
  const parts: Buffer[] = []
  let lines: string[] = []
  function flush(text: string): void {
    const part = Buffer.from(text)
    hash.update(part)
    parts.push(part)
    lines = []
  }
  flush(headOf(collection))
  for (const [index, record] of records.entries()) {
    lines.push(`${JSON.stringify(record)}${index === records.length - 1 ? '' : ','}\n`)
    if (!pacer.isDue()) continue
    flush(lines.join(''))
    await pacer.rest()
  }
  flush(`${lines.join('')}]}\n`)
  return { bytes: Buffer.concat(parts), sha256: hash.digest('hex') }
}

/**
 * Hands on the records of a segment one by one, in slices; false, and nothing handed on, when the bytes are not those
 * that were written.
 */
export async function decodeSegment(
  bytes: Uint8Array,
  expected: { readonly collection: string; readonly sha256: string },
  take: (record: unknown) => void,
): Promise<boolean> {
  const pacer = createPacer()
  const segment = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hash = createHash('sha256')
  for (let at = 0; at < segment.length; at += chunkBytes) {
    hash.update(segment.subarray(at, at + chunkBytes))
    if (pacer.isDue()) await pacer.rest()
  }
  if (hash.digest('hex') !== expected.sha256) return false
  const start = headOf(expected.collection).length
  for (let from = start; from < segment.length; ) {
    const end = endOfLines(segment, from)
    // Behind the last record stands the end of the file, which is no record.
    const isLast = segment[end - 1] !== comma
    for (const record of JSON.parse(`[${segment.toString('utf8', from, isLast ? end : end - 1)}]`))
      take(record)
    if (isLast) break
    from = end + 1
    if (pacer.isDue()) await pacer.rest()
  }
  return true
}

/** Where the newline stands that ends a handful of lines from `start` on, or the last line that holds a record. */
function endOfLines(segment: Buffer, start: number): number {
  let end = segment.indexOf(newline, start)
  while (end - start < linesBytes && segment[end - 1] === comma) end = segment.indexOf(newline, end + 1)
  return end
}

/** The first line; its length in characters and in bytes is the same. */
function headOf(collection: string): string {
  return `{"collection":${JSON.stringify(collection)},"records":[\n`
}
