import { basename, join, relative } from 'node:path'
import type { WorkspaceId } from '#common/domain/ids'
import { applyRecord } from './apply-payload'
import type { JournalBlobs } from './blobs/create-blob-store'
import type { LoadedCheckpoint } from './collections/load-checkpoint'
import type { Files } from './files/files'
import type { Health } from './health'
import { mendTail } from './journal/mend-tail'
import { type ChainPoint, type JournalEnd, type Replay, replayJournal } from './journal/replay-journal'
import type { SegmentFile, SegmentFiles } from './journal/segment-files'
import type { Quarantine } from './quarantine'
import type { RecoveryReport } from './store'

export interface RecoveryContext {
  readonly files: Files
  readonly directory: string
  readonly workspace: WorkspaceId
  readonly segments: SegmentFiles
  readonly blobs: JournalBlobs
  readonly quarantine: Quarantine
  readonly health: Health
  /** Whether this writer is still the newest. */
  readonly isNewestWriter: () => boolean
  readonly epoch: number
}

export interface Recovered {
  readonly head: ChainPoint
  /** Sequence of the newest whole checkpoint; -1 when a new one must be written. */
  readonly covered: number
  readonly report: RecoveryReport
}

/**
 * Brings the loaded collections up to the journal's end. Cuts a torn tail and sets damaged checkpoint files aside, both
 * after copying them to quarantine; whatever else is wrong turns `health` read-only, and then nothing on disk is touched.
 */
export async function recoverStore(
  context: RecoveryContext,
  loaded: LoadedCheckpoint,
  list: readonly SegmentFile[],
): Promise<Recovered> {
  const { health } = context
  const replay = await replayBehind(context, loaded, list)
  if (loaded.newer !== null) health.fail('newer-version', new Error(`checkpoint format ${loaded.newer}`))
  if (loaded.invalid !== null) health.fail('damaged', new Error(loaded.invalid))
  judge(context, replay.end)
  if (replay.epoch > context.epoch || !context.isNewestWriter())
    health.fail('fenced', new Error('a newer writer has opened this workspace'))

  const fallback = loaded.source !== 'newest'
  const neverCheckpointed = loaded.source === 'none' && loaded.unreadable.length === 0
  const fresh = neverCheckpointed && !list.some(segment => segment.archived)
  const checkpoint = !fallback || fresh ? 'newest' : loaded.source === 'previous' ? 'previous' : 'journal'
  const mended =
    health.current.kind === 'writable'
      ? await mend(context, loaded, replay.end)
      : { tornBytes: 0, quarantine: null }
  return {
    head: replay.head,
    covered: checkpoint === 'newest' ? loaded.data.position.sequence : -1,
    report: { ...mended, checkpoint },
  }
}

/** Repeats in the tables what the journal holds behind the checkpoint they came from. */
export async function replayBehind(
  { segments, workspace, blobs, health }: RecoveryContext,
  { data, source }: Pick<LoadedCheckpoint, 'data' | 'source'>,
  list: readonly SegmentFile[],
): Promise<Replay> {
  const { sequence, hash } = data.position
  const from: ChainPoint = { sequence, hash: Buffer.from(hash, 'hex') }
  if (list.length === 0 && sequence > 0) {
    const end = {
      kind: 'damaged',
      file: segments.directory,
      offset: 0,
      sequence,
      reason: 'the journal is missing',
    } as const
    return { head: from, epoch: 0, end }
  }
  // The archive holds only what the newest checkpoint covers.
  const relevant = source === 'newest' ? list.filter(segment => !segment.archived) : list
  return replayJournal(segments, relevant, workspace, from, (record, { archived }) => {
    // Bodies in the archive have been blobs since the checkpoint that let it be archived.
    const invalid = applyRecord(record, data.tables, archived ? null : blobs)
    if (invalid !== null) health.fail('damaged', new Error(`journal record ${record.sequence}: ${invalid}`))
  })
}

function judge({ health, directory }: RecoveryContext, end: JournalEnd): void {
  if (end.kind === 'newer') health.fail('newer-version', new Error(`journal format ${end.format}`))
  if (end.kind !== 'damaged') return
  const file = relative(directory, end.file)
  health.fail('damaged', new Error(`${file}, byte ${end.offset}, record ${end.sequence}: ${end.reason}`))
}

async function mend(
  { files, directory, quarantine }: RecoveryContext,
  { unreadable }: LoadedCheckpoint,
  end: JournalEnd,
): Promise<Pick<RecoveryReport, 'tornBytes' | 'quarantine'>> {
  let aside: string | null = null
  for (const name of unreadable) {
    const bytes = await files.read(join(directory, 'collections', name))
    if (bytes !== null) aside = await quarantine.keep(basename(name), bytes)
  }
  if (end.kind !== 'torn') return { tornBytes: 0, quarantine: aside }
  const mended = await mendTail(files, quarantine, end)
  return { tornBytes: mended.tornBytes, quarantine: mended.quarantine ?? aside }
}
