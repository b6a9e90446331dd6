import { type Environment, instantNow } from '#common/domain/environment'
import type { ArticleId } from '#common/domain/ids'
import type { Files, OpenFile } from '../files/files'
import { writeAll } from '../files/write-all'
import type { Health } from '../health'
import type { EpochWatch } from '../lock/epoch'
import type { DraftFiles } from './draft-files'
import type { DraftFrame, DraftLog } from './draft-logs'
import { encodeFrame, encodeLogHeader, frameJson } from './frame'
import { draftHistory } from './read-draft-history'
import type { RecoveredDraft } from './recover-draft'
import { shareRuns } from './share-runs'

export interface DraftContext {
  readonly files: Files
  readonly environment: Environment
  readonly health: Health
  readonly epoch: EpochWatch
}

/** The live log of one article; `onClosed` runs once its file is let go. */
export function openDraftLog(
  { files, environment, health, epoch }: DraftContext,
  article: ArticleId,
  draft: DraftFiles,
  recovered: RecoveredDraft,
  onClosed: () => void,
): DraftLog {
  let { snapshot, log } = recovered
  let frames = [...recovered.frames]
  let version = frames.reduce((sum, frame) => sum + frame.steps.length, snapshot?.version ?? 0)
  let file: OpenFile | null = null
  let durableBytes = log.bytes
  /** A frame that `version` counts is not in the file. */
  let incomplete = false
  /** Writes and snapshots, one after the other. */
  let tail: Promise<void> = Promise.resolve()

  function enqueue(work: () => Promise<void>): Promise<void> {
    const done = tail.then(work)
    tail = done.catch(() => {})
    return done
  }

  /** A failure here leaves bytes of unknown state behind, so it ends all writing. */
  async function orFail<T>(work: () => Promise<T>): Promise<T> {
    health.assertWritable()
    return work().catch((error: unknown) => {
      throw health.fail('write-failed', error)
    })
  }

  async function write(json: string): Promise<void> {
    file ??= await files.open(draft.logPath(log.base), 'write-little')
    const frame = encodeFrame(json, durableBytes)
    const bytes = log.bytes === 0 ? Buffer.concat([encodeLogHeader(), frame]) : frame
    await writeAll(file, bytes, log.bytes)
    log = { ...log, bytes: log.bytes + bytes.length }
  }

  async function makeDurable(): Promise<void> {
    if (file === null || log.bytes === durableBytes) return
    const upTo = log.bytes
    await Promise.all([
      file.dataSync(),
      durableBytes === 0 ? files.syncDirectory(draft.directory) : undefined,
    ])
    if (!epoch.isNewest())
      throw health.fail('fenced', new Error('another program opened this workspace for writing'))
    durableBytes = upTo
  }

  async function closeFile(): Promise<void> {
    const closing = file
    file = null
    await closing?.close()
  }

  const flush = shareRuns(() =>
    enqueue(() => (log.bytes === durableBytes ? Promise.resolve() : orFail(makeDurable))),
  )

  return {
    article,
    get snapshot() {
      return snapshot
    },
    get frames() {
      return frames
    },
    get version() {
      return version
    },
    recovery: recovered.recovery,
    async append(frame: DraftFrame) {
      health.assertWritable()
      if (snapshot === null) throw new RangeError(`article ${article} has no draft to append to`)
      if (frame.version !== version)
        throw new RangeError(`draft frame for version ${frame.version}, the draft is at ${version}`)
      const json = frameJson(frame)
      version += frame.steps.length
      frames.push(frame)
      await enqueue(() => orFail(() => write(json))).catch((error: unknown) => {
        incomplete = true
        throw error
      })
    },
    async sync() {
      await flush()
      if (incomplete) health.assertWritable()
    },
    async snapshotAt({ version: at, document }) {
      health.assertWritable()
      if (at !== version) throw new RangeError(`snapshot of version ${at}, the draft is at ${version}`)
      if (at === snapshot?.version) return
      const stored = { version: at, at: instantNow(environment), document }
      await enqueue(async () => {
        await orFail(makeDurable)
        await closeFile()
        // Before the snapshot: when that fails it may have its name all the same, and whoever finds it reads on in this log.
        log = { base: at, bytes: 0 }
        durableBytes = 0
        await draft.writeSnapshot(stored)
        snapshot = stored
        frames = frames.filter(frame => frame.version >= at)
      })
    },
    ...draftHistory(draft, () => tail),
    async close() {
      await flush().finally(closeFile).finally(onClosed)
    },
  }
}
