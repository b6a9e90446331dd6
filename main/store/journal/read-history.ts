import type { WorkspaceId } from '#common/domain/ids'
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
  const list = (await segments.list()).filter(segment => segment.firstSequence <= newest)
  for (const segment of list.toReversed()) {
    const bytes = await segments.read(segment)
    if (bytes === null) continue
    const place = { workspace, firstSequence: segment.firstSequence, previous: null }
    for (const record of scanSegment(bytes, place).records.toReversed()) {
      if (record.sequence > newest) continue
      if (found.length >= query.limit) return found
      const { event } = parsePayload(record)
      if (query.subject !== undefined && event.subject !== query.subject) continue
      found.push({ position: { sequence: record.sequence, hash: record.hash.toString('hex') }, event })
    }
  }
  return found
}
