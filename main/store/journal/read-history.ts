import type { WorkspaceId } from '#common/domain/ids'
import { createPacer } from '../pacer'
import type { JournalEntry } from '../store'
import { parsePayload } from './payload'
import { scanSegment } from './scan-segment'
import type { SegmentFiles } from './segment-files'

export interface HistoryQuery {
  readonly subject?: string
  /** Exclusive. */
  readonly before?: number
  readonly limit: number
}

/** Events up to `durable`, newest first; reads segments from the newest back until `limit` is reached. */
export async function readHistory(
  segments: SegmentFiles,
  workspace: WorkspaceId,
  durable: number,
  query: HistoryQuery,
): Promise<readonly JournalEntry[]> {
  const newest = Math.min(durable, (query.before ?? Number.POSITIVE_INFINITY) - 1)
  const found: JournalEntry[] = []
  // As it stands in the JSON: what does not even mention the subject, nearly everything, need not be parsed.
  const mention = query.subject === undefined ? '' : JSON.stringify(query.subject)
  const pacer = createPacer()
  const list = (await segments.list()).filter(segment => segment.firstSequence <= newest)
  for (const segment of list.toReversed()) {
    const bytes = await segments.read(segment)
    if (bytes === null) continue
    const place = { workspace, firstSequence: segment.firstSequence, previous: null }
    for (const record of scanSegment(bytes, place).records.toReversed()) {
      if (pacer.isDue()) await pacer.rest()
      if (record.sequence > newest) continue
      if (found.length >= query.limit) return found
      if (!record.payload.includes(mention)) continue
      const { event } = parsePayload(record)
      if (query.subject !== undefined && event.subject !== query.subject) continue
      found.push({ position: { sequence: record.sequence, hash: record.hash.toString('hex') }, event })
    }
  }
  return found
}
