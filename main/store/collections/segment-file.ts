import { createHash } from 'node:crypto'
import { createPacer } from '../pacer'
import type { Entity } from '../store'

const newline = 0x0a
/** The last line. */
const fileEnd = ']}'
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
  flush(`${lines.join('')}${fileEnd}\n`)
  return { bytes: Buffer.concat(parts), sha256: hash.digest('hex') }
}

/**
 * The records of a segment, each as `make` makes it of what was written, in slices; null when the bytes are not those that
 * were written, which is known only behind the last of them. Never holds more of the file than a few chunks.
 */
export async function decodeSegment<T>(
  chunks: AsyncIterable<Uint8Array>,
  expected: { readonly collection: string; readonly sha256: string },
  make: (record: unknown) => T,
): Promise<readonly T[] | null> {
  const pacer = createPacer()
  const hash = createHash('sha256')
  const made: T[] = []
  /** Bytes of the head that are still to come, and the beginning of a line whose end is. */
  let head = headOf(expected.collection).length
  let rest = Buffer.alloc(0)
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      const bytes = Buffer.concat([rest, chunk])
      let from = Math.min(head, bytes.length)
      head -= from
      for (let end = endOfLines(bytes, from); end >= from; end = endOfLines(bytes, from)) {
        for (const record of parseLines(bytes.toString('utf8', from, end))) made.push(make(record))
        from = end + 1
        if (pacer.isDue()) await pacer.rest()
      }
      rest = bytes.subarray(from)
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return null
  }
  return hash.digest('hex') === expected.sha256 ? made : null
}

/** Where the newline stands that ends a handful of whole lines from `start` on; -1 when there is none. */
function endOfLines(bytes: Buffer, start: number): number {
  const near = bytes.indexOf(newline, start + linesBytes)
  return near >= 0 ? near : bytes.lastIndexOf(newline)
}

/** Lines between newlines, without the last: records with a comma between them, and maybe the end of the file. */
function parseLines(lines: string): unknown[] {
  // A record may end with the same letters, but does not begin with them.
  const hasEnd = lines === fileEnd || lines.endsWith(`\n${fileEnd}`)
  const records = hasEnd ? lines.slice(0, -fileEnd.length) : lines
  return JSON.parse(`[${records.replace(/[,\n]+$/, '')}]`)
}

/** The first line; its length in characters and in bytes is the same. */
function headOf(collection: string): string {
  return `{"collection":${JSON.stringify(collection)},"records":[\n`
}
