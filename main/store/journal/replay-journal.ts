import type { WorkspaceId } from '#common/domain/ids'
import type { Position } from '../store'
import { genesisHash } from './journal-writer'
import type { JournalRecord } from './record'
import { scanSegment } from './scan-segment'
import type { SegmentFile, SegmentFiles } from './segment-files'

export type JournalEnd =
  | { readonly kind: 'whole' }
  /** The last segment ends in bytes nobody was told were safe; `offset` 0 or no records before it: the whole file. */
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
  readonly head: { readonly sequence: number; readonly hash: Buffer }
  /** Highest writer epoch seen in the segments read. */
  readonly epoch: number
  readonly end: JournalEnd
}

/**
 * Reads the journal behind `from` and hands on every good record in order; stops at the first thing that is wrong. Changes
 * nothing on disk, so it may be repeated.
 */
export async function replayJournal(
  segments: SegmentFiles,
  workspace: WorkspaceId,
  from: Position,
  apply: (record: JournalRecord, segment: SegmentFile) => void,
): Promise<Replay> {
  const list = await segments.list()
  const start = Math.max(
    list.findLastIndex(segment => segment.firstSequence <= from.sequence + 1),
    0,
  )
  let sequence = from.sequence
  let hash = Buffer.from(from.hash, 'hex')
  let epoch = 0
  const stop = (end: JournalEnd): Replay => ({ head: { sequence, hash }, epoch, end })
  const damaged = (segment: SegmentFile | undefined, offset: number, at: number, reason: string): Replay =>
    stop({ kind: 'damaged', file: segment?.path ?? segments.directory, offset, sequence: at, reason })

  /** Next sequence and the chain hash before it, once the first segment was read; it may begin before `from`. */
  let next: { readonly sequence: number; readonly hash: Buffer } | null = null
  for (const [index, segment] of list.slice(start).entries()) {
    const first = segment.firstSequence
    const fits = next === null ? first <= from.sequence + 1 : first === next.sequence
    if (!fits) return damaged(segment, 0, next?.sequence ?? from.sequence + 1, 'journal segments are missing')
    const bytes = await segments.read(segment)
    if (bytes === null) return damaged(segment, 0, first, 'the journal segment vanished')
    const previous: Buffer | null = next?.hash ?? (first === from.sequence + 1 ? hash : null)
    const scan = scanSegment(bytes, { workspace, firstSequence: first, previous })
    epoch = Math.max(epoch, scan.epoch ?? 0)
    for (const record of scan.records) {
      if (record.sequence === from.sequence && !record.hash.equals(hash))
        return damaged(segment, 0, record.sequence, 'the journal and the checkpoint differ')
      if (record.sequence <= from.sequence) continue
      apply(record, segment)
      sequence = record.sequence
      hash = Buffer.from(record.hash)
    }
    const last = scan.records.at(-1)
    next = { sequence: first + scan.records.length, hash: Buffer.from(last?.hash ?? previous ?? genesisHash) }
    const { end } = scan
    if (end.kind === 'newer') return stop(end)
    if (end.kind === 'damaged') return damaged(segment, end.offset, end.sequence, end.reason)
    if (end.kind === 'torn') {
      const isLast = start + index === list.length - 1 && !segment.archived
      if (!isLast) return damaged(segment, end.offset, next.sequence, 'the journal segment is cut short')
      if (next.sequence <= from.sequence) break
      return stop({ kind: 'torn', segment, offset: end.offset, empty: scan.records.length === 0 })
    }
  }
  const reached = next === null ? 0 : next.sequence - 1
  if (reached < from.sequence)
    return damaged(list.at(-1), 0, reached + 1, 'the journal ends before the checkpoint')
  return stop({ kind: 'whole' })
}
