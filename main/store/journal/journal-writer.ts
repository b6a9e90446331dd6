import type { WorkspaceId } from '#common/domain/ids'
import { errorCode } from '../files/error-code'
import type { Files, OpenFile } from '../files/files'
import { writeAll } from '../files/write-all'
import type { Health } from '../health'
import type { EpochWatch } from '../lock/epoch'
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
  let segment: { readonly file: OpenFile; readonly first: number; bytes: number } | null = null
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
    segment ??= {
      file: await files.open(segments.pathOf(first.sequence), 'create'),
      first: first.sequence,
      bytes: 0,
    }
    if (fresh) bytes.unshift(headerFor(first))
    const [only] = bytes
    const data = bytes.length === 1 && only !== undefined ? only : Buffer.concat(bytes)
    await writeAll(segment.file, data, segment.bytes)
    segment.bytes += data.length
    const [, , newest] = await Promise.all([
      segment.file.dataSync(),
      fresh ? files.syncDirectory(segments.directory) : undefined,
      options.epoch.isNewest(),
    ])
    if (!newest) throw health.fail('fenced', new Error('another program opened this workspace for writing'))
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
    await ended?.file.close()
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
