import type { WorkspaceId } from '#common/domain/ids'
import { createPacer } from '../pacer'
import type { JournalEntry } from '../store'
import { parsePayload } from './payload'
import { scanSegment } from './scan-segment'
import type { SegmentFiles } from './segment-files'
import { readSegmentHeader } from './segment-header'
import { markOf, type SubjectLists } from './subject-lists'

export interface HistoryQuery {
  readonly subject?: string
  /** Exclusive. */
  readonly before?: number
  readonly limit: number
}

/**
 * Events up to `durable`, newest first; reads segments from the newest back until `limit` is reached. Of a subject only those
 * archived segments are read that tell of it, or of which nothing is known yet.
 */
export async function readHistory(
  segments: SegmentFiles,
  subjects: SubjectLists,
  workspace: WorkspaceId,
  durable: number,
  query: HistoryQuery,
): Promise<readonly JournalEntry[]> {
  const { subject } = query
  const newest = Math.min(durable, (query.before ?? Number.POSITIVE_INFINITY) - 1)
  const found: JournalEntry[] = []
  // As it stands in the JSON: what does not even mention the subject, nearly everything, need not be parsed.
  const mention = subject === undefined ? '' : JSON.stringify(subject)
  const mark = subject === undefined ? null : markOf(subject)
  const pacer = createPacer()
  /** Chain hash before the segment read last, with which the one before it has to end; null when that is not known. */
  let next: string | null = null
  const list = (await segments.list()).filter(segment => segment.firstSequence <= newest)
  for (const segment of list.toReversed()) {
    if (found.length >= query.limit) break
    const isListed = mark !== null && segment.archived
    const known = isListed ? await subjects.of(segment.firstSequence) : undefined
    const isTrusted = known !== undefined && known.after === next
    if (isTrusted && mark !== null && !known.marks.includes(mark)) {
      next = known.before
      continue
    }
    const bytes = await segments.read(segment)
    const header = readSegmentHeader(bytes ?? Buffer.alloc(0))
    next = header.kind === 'header' ? header.header.previous.toString('hex') : null
    if (bytes === null) continue
    const place = { workspace, firstSequence: segment.firstSequence, previous: null }
    const { records, end } = scanSegment(bytes, place)
    if (isListed && !isTrusted && next !== null && (end.kind === 'whole' || end.kind === 'blank'))
      await subjects.learn(segment.firstSequence, next, records)
    for (const record of records.toReversed()) {
      if (pacer.isDue()) await pacer.rest()
      if (record.sequence > newest) continue
      if (found.length >= query.limit) break
      if (!record.payload.includes(mention)) continue
      const { event } = parsePayload(record)
      if (subject !== undefined && event.subject !== subject) continue
      found.push({ position: { sequence: record.sequence, hash: record.hash.toString('hex') }, event })
    }
  }
  await subjects.save()
  return found
}
