import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Entity } from '../store'

/** Records turned into text before other work gets its turn; keeps main answering during a checkpoint. */
const recordsPerTurn = 100

const segmentFile = z.object({ collection: z.string(), records: z.array(z.unknown()) })

/** JSON that stock lowdb opens: `{"collection": …, "records": [ one per line ]}`. */
export async function encodeSegment(collection: string, records: readonly Entity[]): Promise<Buffer> {
  const lines: string[] = []
  for (const [index, record] of records.entries()) {
    lines.push(JSON.stringify(record))
    if (index % recordsPerTurn === recordsPerTurn - 1) await setImmediate()
  }
  return Buffer.from(`{"collection":${JSON.stringify(collection)},"records":[\n${lines.join(',\n')}\n]}\n`)
}

export function hashOfSegment(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The records of a segment whose hash was already checked. */
export function decodeSegment(bytes: Uint8Array): readonly unknown[] {
  return segmentFile.parse(JSON.parse(Buffer.from(bytes).toString())).records
}
