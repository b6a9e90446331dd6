import type { WorkspaceId } from '#common/domain/ids'
import { createPacer } from '../pacer'
import type { JournalRecord } from './record'
import { scanSegment } from './scan-segment'
import type { SegmentFile, SegmentFiles } from './segment-files'

/** A place in the journal; `sequence` 0 with the genesis hash is before the first record. */
export interface ChainPoint {
  readonly sequence: number
  readonly hash: Buffer
}

export type JournalEnd =
  | { readonly kind: 'whole' }
  /** The last segment ends in bytes nobody was told were safe; `empty`: it holds no record at all. */
  | { readonly kind: 'torn'; readonly segment: SegmentFile; readonly offset: number; readonly empty: boolean }
  | {
      readonly kind: 'damaged'
      readonly file: string
      readonly offset: number
      readonly sequence: number
      readonly reason: string
    }
  | { readonly kind: 'newer'; readonly format: number }

export interface Replay {
  /** After the last good record. */
  readonly head: ChainPoint
  /** Highest writer epoch seen in the segments read. */
  readonly epoch: number
  readonly end: JournalEnd
}

/**
 * Reads the journal behind `from` and hands on every good record in order; stops at the first thing that is wrong. Changes
 * nothing on disk, so it may be repeated. `list` is oldest first and may leave out pieces that `from` covers.
 */
export async function replayJournal(
  segments: SegmentFiles,
  list: readonly SegmentFile[],
  workspace: WorkspaceId,
  from: ChainPoint,
  apply: (record: JournalRecord, segment: SegmentFile) => void,
): Promise<Replay> {
  const pacer = createPacer()
  let head = from
  let epoch = 0
  const stop = (end: JournalEnd): Replay => ({ head, epoch, end })
  const damaged = (segment: SegmentFile, offset: number, sequence: number, reason: string): Replay =>
    stop({ kind: 'damaged', file: segment.path, offset, sequence, reason })

  const start = Math.max(
    list.findLastIndex(segment => segment.firstSequence <= from.sequence + 1),
    0,
  )
  const relevant = list.slice(start)
  const [first] = relevant
  if (first === undefined) return stop({ kind: 'whole' })
  if (first.firstSequence > from.sequence + 1)
    return damaged(first, 0, from.sequence + 1, 'earlier journal segments are missing')

  let sequence = first.firstSequence
  let previous: Buffer | null = sequence === from.sequence + 1 ? from.hash : null
  for (const segment of relevant) {
    if (segment.firstSequence !== sequence)
      return damaged(segment, 0, sequence, 'journal segments are missing')
    const bytes = await segments.read(segment)
    if (bytes === null) return damaged(segment, 0, sequence, 'the journal segment vanished')
    const scan = scanSegment(bytes, { workspace, firstSequence: sequence, previous })
    epoch = Math.max(epoch, scan.epoch ?? 0)
    for (const record of scan.records) {
      if (record.sequence === from.sequence && !record.hash.equals(from.hash))
        return damaged(segment, 0, record.sequence, 'the journal and the checkpoint differ')
      if (record.sequence <= from.sequence) continue
      apply(record, segment)
      if (pacer.isDue()) await pacer.rest()
      head = { sequence: record.sequence, hash: Buffer.from(record.hash) }
    }
    sequence += scan.records.length
    previous = scan.records.at(-1)?.hash ?? previous
    const { end } = scan
    if (end.kind === 'newer') return stop(end)
    if (end.kind === 'damaged') return damaged(segment, end.offset, end.sequence, end.reason)
    const isLast = segment === relevant.at(-1)
    if (end.kind === 'torn' && (segment.archived || !isLast))
      return damaged(segment, end.offset, sequence, 'the journal segment is cut short')
    // Space that was taken in advance is cut like a torn end; nothing is lost with it.
    if (end.kind !== 'whole' && isLast && !segment.archived && sequence > from.sequence)
      return stop({ kind: 'torn', segment, offset: end.offset, empty: scan.records.length === 0 })
    if (isLast && sequence <= from.sequence)
      return damaged(segment, 0, sequence, 'the journal ends before the checkpoint')
  }
  return stop({ kind: 'whole' })
}
