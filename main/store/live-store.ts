import { hash as hashAtOnce } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Low } from 'lowdb'
import type { JournalBlobs } from './blobs/create-blob-store'
import type { CollectionsData } from './collections/load-checkpoint'
import type { Table } from './collections/table'
import type { OwnedDraftLogs } from './drafts/create-draft-logs'
import type { Health } from './health'
import type { JournalWriter } from './journal/journal-writer'
import { readHistory } from './journal/read-history'
import { encodeRecord } from './journal/record'
import type { ChainPoint } from './journal/replay-journal'
import type { SegmentFiles } from './journal/segment-files'
import { subjectLists } from './journal/subject-lists'
import type { EpochWatch } from './lock/epoch'
import type { Rebuilt } from './read-later'
import type {
  Change,
  Collections,
  Position,
  RecoveryReport,
  Store,
  Transaction,
  WorkspaceDescription,
} from './store'
import { type VerifyContext, verifyStore } from './verify-store'

/**
 * Journal bytes after which a checkpoint runs by itself: it waits for a pause in the saving, because its many small files
 * and their syncs would stand in the way of the journal's, but not past the second figure.
 */
const checkpointBytes = 4 * 1024 * 1024
const urgentBytes = 8 * 1024 * 1024
const pauseMs = 100

/** What a window that waits already needs to get its first list; nobody misses what is read behind it so soon. */
const firstScreenMs = 20

export interface StoreParts {
  readonly directory: string
  readonly description: WorkspaceDescription
  readonly recovery: RecoveryReport
  readonly health: Health
  readonly head: ChainPoint
  /** Sequence of the newest whole checkpoint; -1 when there must be a new one. */
  readonly covered: number
  readonly low: Low<CollectionsData>
  readonly segments: SegmentFiles
  readonly journal: JournalWriter
  readonly blobs: JournalBlobs
  readonly drafts: OwnedDraftLogs
  readonly epoch: EpochWatch
  /** What opening left out is read a moment after this. */
  readonly readAfter: Promise<void>
  /** Reads what opening left out; resolves early when it is to stop. */
  readonly readLater: (isStopped: () => boolean) => Promise<Rebuilt | null>
  readonly verifying: Omit<VerifyContext, 'anchors' | 'blobs' | 'segments' | 'directory' | 'onProgress'>
}

/** The store over its opened parts: decides nothing about formats, only about order. */
export function liveStore<C extends Collections>(parts: StoreParts): Store<C> {
  const { health, low, segments, journal, blobs, drafts } = parts
  const { id: workspace } = parts.description
  const { files } = parts.verifying
  const mayWrite = () => health.current.kind === 'writable' && closing === null
  const subjects = subjectLists(files, parts.directory, workspace, mayWrite)
  let { head, covered } = parts
  let lastCommit: Promise<unknown> = Promise.resolve()
  let checkpointing: Promise<void> | null = null
  let checkpointFailure: string | null = null
  let pause: NodeJS.Timeout | null = null
  let closing: Promise<void> | null = null
  let recovery = parts.recovery
  let isLoaded = [...low.data.tables.values()].every(table => table.isWhole)
  let isLeaving = false
  let hurry: () => void = () => {}
  const hurried = new Promise<void>(resolve => {
    hurry = resolve
  })
  const loaded = isLoaded ? Promise.resolve() : load()

  function tableOf(collection: string): Table {
    const table = low.data.tables.get(collection)
    if (table === undefined) throw new RangeError(`unknown collection ${collection}`)
    return table
  }

  async function load(): Promise<void> {
    // The first screen goes first.
    await Promise.race([parts.readAfter.then(() => wait(firstScreenMs)), hurried])
    const rebuilt = await parts.readLater(() => isLeaving)
    if (isLeaving) return
    isLoaded = true
    if (rebuilt === null) return
    recovery = { ...recovery, ...rebuilt, quarantine: rebuilt.quarantine ?? recovery.quarantine }
    covered = -1
    // Two good copies again as soon as possible; a failure is kept in checkpointFailure.
    if (health.current.kind === 'writable') checkpoint().catch(() => {})
  }

  function wholeTable(collection: string): Table {
    const table = tableOf(collection)
    if (!table.isWhole) throw new Error(`${collection} is still being read: await store.loaded first`)
    return table
  }

  /** Everything that can be wrong with a transaction is found here, before anything changed. */
  function prepare({ event, changes, bodies = [] }: Transaction<C>) {
    const checked = changes.map(change => checkChange(change))
    const texts = bodies.map(({ hash, text }) => ({ hash, text, size: Buffer.byteLength(text) }))
    const payload = JSON.stringify({
      event,
      changes: checked.map(({ json }) => json),
      bodies: texts.map(({ hash, size }) => ({ hash, size })),
    })
    const record = encodeRecord(head.sequence + 1, head.hash, payload, texts)
    const held = record.bodies.flatMap((bytes, index) => {
      const hash = texts[index]?.hash
      if (hash === undefined || hashAtOnce('sha256', bytes, 'hex') !== hash)
        throw new RangeError(`body is not what its hash ${hash} says`)
      return [{ hash, bytes }]
    })
    return { record, checked, held }
  }

  function checkChange(change: Change<C>) {
    const { collection } = change
    const table = tableOf(collection)
    if ('remove' in change) {
      const id = change.remove
      return { json: { collection, remove: id }, apply: () => table.remove(id) }
    }
    const put = table.parse(change.put)
    return { json: { collection, put }, apply: () => table.put(put) }
  }

  function commit(transaction: Transaction<C>): Promise<Position> {
    try {
      assertOpen()
      health.assertWritable()
      const { record, checked, held } = prepare(transaction)
      const previous = head.hash
      head = { sequence: head.sequence + 1, hash: record.hash }
      const position = positionOf(head)
      for (const { apply } of checked) apply()
      for (const { hash, bytes } of held) blobs.hold(hash, bytes)
      low.data.position = position
      const durable = journal.append({ bytes: record.bytes, sequence: head.sequence, previous })
      lastCommit = durable.catch(() => {})
      return durable.then(() => {
        checkpointWhenDue()
        return position
      })
    } catch (error) {
      return Promise.reject(error)
    }
  }

  function assertOpen(): void {
    if (closing !== null) throw new Error('the store is closed')
  }

  function checkpointWhenDue(): void {
    if (journal.segmentBytes < checkpointBytes || checkpointing !== null || closing !== null) return
    if (journal.segmentBytes >= urgentBytes) checkpointInBackground()
    else if (pause === null) pause = setTimeout(checkpointInBackground, pauseMs)
    else pause.refresh()
  }

  function checkpointInBackground(): void {
    if (pause !== null) clearTimeout(pause)
    pause = null
    // The journal keeps everything, so a failure waits in checkpointFailure for someone to look.
    if (closing === null) checkpoint().catch(() => {})
  }

  function checkpoint(): Promise<void> {
    checkpointing ??= writeCheckpoint().finally(() => {
      checkpointing = null
    })
    return checkpointing
  }

  async function writeCheckpoint(): Promise<void> {
    health.assertWritable()
    if (covered === head.sequence) return
    await loaded
    const covers = head.sequence
    try {
      await low.write()
      covered = covers
      const finished = (await segments.list()).filter(
        segment =>
          !segment.archived &&
          segment.firstSequence <= covers &&
          segment.firstSequence !== journal.segmentFirst,
      )
      for (const segment of finished) await segments.archiveSegment(segment)
      checkpointFailure = null
    } catch (error) {
      checkpointFailure = error instanceof Error ? error.message : String(error)
      throw error
    }
  }

  async function shutDown(): Promise<void> {
    if (pause !== null) clearTimeout(pause)
    await lastCommit
    // Only what has changed needs the rest of what did not.
    isLeaving = covered === head.sequence || health.current.kind !== 'writable'
    hurry()
    await loaded
    const steps = [
      drafts.closeAll,
      async () => {
        await checkpointing?.catch(() => {})
        if (health.current.kind === 'writable') await checkpoint()
      },
      journal.close,
      parts.epoch.close,
    ]
    const failures: unknown[] = []
    for (const step of steps) await step().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }

  return {
    workspace,
    description: parts.description,
    directory: parts.directory,
    get recovery() {
      return recovery
    },
    loaded,
    get isLoaded() {
      return isLoaded
    },
    early: {
      newest: <K extends keyof C & string>(collection: K) => tableOf(collection).newest() as readonly C[K][],
      known: <K extends keyof C & string>(collection: K) =>
        tableOf(collection).records.values() as Iterable<C[K]>,
      count: collection => tableOf(collection).size,
    },
    blobs,
    drafts,
    get health() {
      return health.current
    },
    get head() {
      return positionOf(head)
    },
    // The schemas handed in at opening have checked every record, so the type is the collection's own.
    get: <K extends keyof C & string>(collection: K, id: string) =>
      wholeTable(collection).records.get(id) as C[K] | undefined,
    all: <K extends keyof C & string>(collection: K) =>
      wholeTable(collection).records as ReadonlyMap<string, C[K]>,
    commit,
    history: query => readHistory(segments, subjects, workspace, journal.durable, query),
    async verify(onProgress) {
      const anchors = [positionOf(head)]
      await lastCommit
      return verifyStore({
        ...parts.verifying,
        directory: parts.directory,
        segments,
        blobs,
        anchors,
        onProgress: onProgress ?? (() => {}),
      })
    },
    checkpoint,
    get checkpointFailure() {
      return checkpointFailure
    },
    close() {
      closing ??= shutDown()
      return closing
    },
  }
}

export function positionOf({ sequence, hash }: ChainPoint): Position {
  return { sequence, hash: hash.toString('hex') }
}
