import { isBlank } from './blank-space'
import { chainHash, type JournalRecord, provesDurable, readRecord } from './record'
import { readSegmentHeader, segmentHeaderBytes } from './segment-header'

/** What a segment must be to fit behind the one before it. */
export interface SegmentPlace {
  readonly workspace: string
  readonly firstSequence: number
  /** Chain hash before the first record, or null when the caller starts here and knows it only later. */
  readonly previous: Buffer | null
}

/** Where reading stopped. Torn bytes were never acknowledged; damage hit something that was. */
export type SegmentEnd =
  | { readonly kind: 'whole' }
  /** From here on there are only zeros: space taken in advance and not used. */
  | { readonly kind: 'blank'; readonly offset: number }
  | { readonly kind: 'torn'; readonly offset: number }
  | { readonly kind: 'damaged'; readonly offset: number; readonly sequence: number; readonly reason: string }
  | { readonly kind: 'newer'; readonly format: number }

export interface SegmentScan {
  /** Writer epoch, or null when the header is unreadable. */
  readonly epoch: number | null
  readonly records: readonly JournalRecord[]
  readonly end: SegmentEnd
}

/** Reads a segment front to back and checks checksums, sequence and chain; stops at the first thing that is wrong. */
export function scanSegment(segment: Buffer, place: SegmentPlace): SegmentScan {
  const damaged = (offset: number, sequence: number, reason: string): SegmentEnd => ({
    kind: 'damaged',
    offset,
    sequence,
    reason,
  })
  const read = readSegmentHeader(segment)
  if (read.kind === 'newer') return { epoch: null, records: [], end: read }
  if (read.kind === 'unreadable') {
    const end: SegmentEnd = provesDurable(segment, 0, place.firstSequence)
      ? damaged(0, place.firstSequence, 'unreadable segment header')
      : { kind: 'torn', offset: 0 }
    return { epoch: null, records: [], end }
  }
  const { header } = read
  const misfit = headerMisfit(header, place)
  if (misfit !== null)
    return { epoch: header.epoch, records: [], end: damaged(0, place.firstSequence, misfit) }

  const records: JournalRecord[] = []
  const finish = (end: SegmentEnd): SegmentScan => ({ epoch: header.epoch, records, end })
  let previous = header.previous
  let offset = segmentHeaderBytes
  let sequence = header.firstSequence
  for (; offset < segment.length; sequence++) {
    const record = readRecord(segment, offset)
    if (record === null) {
      if (records.length > 0 && isBlank(segment, offset)) return finish({ kind: 'blank', offset })
      const proven = provesDurable(segment, offset, sequence)
      return finish(proven ? damaged(offset, sequence, 'unreadable record') : { kind: 'torn', offset })
    }
    if (record.sequence !== sequence) return finish(damaged(offset, sequence, 'records out of order'))
    if (!chainHash(previous, record.payload).equals(record.hash))
      return finish(damaged(offset, sequence, 'the hash chain is broken'))
    records.push(record)
    previous = record.hash
    offset += record.size
  }
  // A header alone is what a crash left of the first write.
  return finish(records.length === 0 ? { kind: 'torn', offset: 0 } : { kind: 'whole' })
}

function headerMisfit(
  header: { readonly workspace: string; readonly firstSequence: number; readonly previous: Buffer },
  place: SegmentPlace,
): string | null {
  if (header.workspace !== place.workspace) return 'the segment belongs to another workspace'
  if (header.firstSequence !== place.firstSequence) return 'the segment has another number than its name says'
  if (place.previous !== null && !header.previous.equals(place.previous))
    return 'the segment does not continue the chain'
  return null
}
