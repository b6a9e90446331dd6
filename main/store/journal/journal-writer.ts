import type { WorkspaceId } from '#common/domain/ids'
import { errorCode } from '../files/error-code'
import type { Files, OpenFile } from '../files/files'
import { writeAll } from '../files/write-all'
import type { Health } from '../health'
import type { EpochWatch } from '../lock/epoch'
import { blankBytes, takeBlankSpace } from './blank-space'
import { sealRecord } from './record'
import type { SegmentFiles } from './segment-files'
import { encodeSegmentHeader } from './segment-header'

/** A segment takes no further write that would carry it past this. */
const maxSegmentBytes = 16 * 1024 * 1024

/** An encoded record on its way to the disk. */
export interface PendingRecord {
  readonly bytes: Buffer
  readonly sequence: number
  /** Chain hash before it. */
  readonly previous: Buffer
}

/** Bytes of a segment after which it is worth taking space in advance. */
const busyBytes = 64 * 1024

/** Zeros lie between `bytes` and `blankEnd`; `taking` more of them is under way. */
interface OpenSegment {
  readonly file: OpenFile
  readonly path: string
  readonly first: number
  bytes: number
  blankEnd: number
  taking: Promise<void> | null
}

type Waiting = { readonly resolve: () => void; readonly reject: (error: unknown) => void } & (
  | { readonly kind: 'record'; readonly record: PendingRecord }
  | { readonly kind: 'roll' }
)

export interface JournalWriter {
  /** Queues a record; resolves when it is durable. Records queued while a sync runs go together in the next write. */
  append(record: PendingRecord): Promise<void>
  /** Ends the segment after everything queued so far; resolves when that is durable. */
  roll(): Promise<void>
  /** Bytes of the segment now written to, 0 when the next record begins a new one. */
  readonly segmentBytes: number
  /** First sequence of that segment. */
  readonly segmentFirst: number | null
  /** Newest durable sequence. */
  readonly durable: number
  close(): Promise<void>
}

/** Group commit: one write and one fdatasync for all that wait. The first failure is final and rejects everyone waiting. */
export function createJournalWriter(options: {
  readonly files: Files
  readonly segments: SegmentFiles
  readonly workspace: WorkspaceId
  readonly epoch: EpochWatch
  readonly epochNumber: number
  readonly durable: number
  readonly health: Health
}): JournalWriter {
  const { files, segments, health } = options
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null
  let segment: OpenSegment | null = null
  let durable = options.durable

  function enqueue(entry: (settle: Pick<Waiting, 'resolve' | 'reject'>) => Waiting): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.push(entry({ resolve, reject }))
      running ??= Promise.resolve().then(run)
    })
  }

  async function run(): Promise<void> {
    let next = takeBatch()
    while (next.length > 0) {
      const batch = next
      try {
        health.assertWritable()
        await settle(batch)
      } catch (error) {
        const failure = health.fail(errorCode(error) === 'EEXIST' ? 'fenced' : 'write-failed', error)
        for (const entry of [...batch, ...waiting.splice(0)]) entry.reject(failure)
        break
      }
      for (const entry of batch) entry.resolve()
      next = takeBatch()
    }
    running = null
  }

  /** A roll stands alone; records before it go together. */
  function takeBatch(): readonly Waiting[] {
    const roll = waiting.findIndex(entry => entry.kind === 'roll')
    const count = roll === -1 ? waiting.length : Math.max(roll, 1)
    if (count === waiting.length) {
      const all = waiting
      waiting = []
      return all
    }
    return waiting.splice(0, count)
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    const records = batch.flatMap(entry => (entry.kind === 'record' ? [entry.record] : []))
    const first = records[0]
    if (first === undefined) return endSegment()
    records.forEach((record, place) => void sealRecord(record.bytes, place))
    await write(first, records)
    durable = first.sequence + records.length - 1
  }

  async function write(first: PendingRecord, records: readonly PendingRecord[]): Promise<void> {
    const bytes = records.map(record => record.bytes)
    const size = bytes.reduce((sum, buffer) => sum + buffer.length, 0)
    if (segment !== null && segment.bytes + size > maxSegmentBytes) await endSegment()
    const fresh = segment === null
    segment ??= await beginSegment(first.sequence)
    if (fresh) bytes.unshift(headerFor(first))
    const [only] = bytes
    const data = bytes.length === 1 && only !== undefined ? only : Buffer.concat(bytes)
    // Zeros on their way must not arrive on top of a record.
    if (segment.bytes + data.length > segment.blankEnd) await segment.taking
    await Promise.all([
      writeAll(segment.file, data, segment.bytes),
      fresh ? files.syncDirectory(segments.directory) : undefined,
    ])
    segment.bytes += data.length
    takeSpace(segment)
    if (!options.epoch.isNewest())
      throw health.fail('fenced', new Error('another program opened this workspace for writing'))
  }

  async function beginSegment(first: number): Promise<OpenSegment> {
    const path = segments.pathOf(first)
    const file = await files.open(path, 'create-durable')
    return { file, path, first, bytes: 0, blankEnd: 0, taking: null }
  }

  /** A session of a few saves takes no space in advance; a busy one always has some before it. */
  function takeSpace(taker: OpenSegment): void {
    const room = taker.blankEnd - taker.bytes
    if (taker.taking !== null || taker.bytes < busyBytes || room > blankBytes / 2) return
    const from = Math.max(taker.bytes, taker.blankEnd)
    if (from >= maxSegmentBytes) return
    taker.taking = takeBlankSpace(files, taker.path, from).then(
      () => {
        taker.blankEnd = from + blankBytes
        taker.taking = null
      },
      // A full disk takes a record where it takes no megabyte: `taking` stays, so that this segment does not try again.
      () => {},
    )
  }

  function headerFor(first: PendingRecord): Buffer {
    return encodeSegmentHeader({
      workspace: options.workspace,
      epoch: options.epochNumber,
      firstSequence: first.sequence,
      previous: first.previous,
    })
  }

  async function endSegment(): Promise<void> {
    const ended = segment
    segment = null
    if (ended === null) return
    await ended.taking
    // After a failure what lies there is for the next opening to judge.
    if (ended.blankEnd > ended.bytes && health.current.kind === 'writable')
      await ended.file.truncate(ended.bytes)
    await ended.file.close()
  }

  return {
    append: record => enqueue(settle => ({ kind: 'record', record, ...settle })),
    roll: () => enqueue(settle => ({ kind: 'roll', ...settle })),
    get segmentBytes() {
      return segment?.bytes ?? 0
    },
    get segmentFirst() {
      return segment?.first ?? null
    },
    get durable() {
      return durable
    },
    async close() {
      while (running !== null) await running
      await endSegment()
    },
  }
}
