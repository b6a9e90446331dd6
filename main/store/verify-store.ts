import { join } from 'node:path'
import type { WorkspaceId } from '#common/domain/ids'
import { hashOfBlob } from './blobs/blob-files'
import { BlobError, type BlobStore } from './blobs/blob-store'
import { loadCheckpoint, type Schemas } from './collections/load-checkpoint'
import { verifyDrafts } from './drafts/verify-drafts'
import type { Files } from './files/files'
import { bodiesOf, parsePayload } from './journal/payload'
import { genesisHash } from './journal/record'
import { replayJournal } from './journal/replay-journal'
import type { SegmentFiles } from './journal/segment-files'
import type { Position, VerifyProgress, VerifyReport } from './store'

type Bad = NonNullable<VerifyReport['firstBad']>

export interface VerifyContext {
  readonly files: Files
  readonly directory: string
  readonly workspace: WorkspaceId
  readonly segments: SegmentFiles
  readonly schemas: Schemas
  readonly blobs: BlobStore
  /** Places of the chain known from elsewhere: the newest checkpoint, the head in memory. The journal must pass through them. */
  readonly anchors: readonly Position[]
  readonly onProgress: VerifyProgress
}

/** Reads the whole workspace back and names the first thing that is not as it was written. Changes nothing. */
export async function verifyStore(context: VerifyContext): Promise<VerifyReport> {
  const journal = await verifyJournal(context)
  const blobs = await verifyBlobs(context)
  const firstBad =
    journal.bad ??
    (await verifyCheckpoint(context)) ??
    blobs.bad ??
    (await verifyDrafts(context.files, context.directory))
  return { ok: firstBad === null, records: journal.records, blobs: blobs.count, firstBad }
}

async function verifyJournal({
  segments,
  workspace,
  anchors,
  onProgress,
}: VerifyContext): Promise<{ readonly records: number; readonly bad: Bad | null }> {
  const hashes = new Map(anchors.map(anchor => [anchor.sequence, anchor.hash]))
  const newest = Math.max(0, ...anchors.map(anchor => anchor.sequence))
  let records = 0
  let bad: Bad | null = null
  const start = { sequence: 0, hash: genesisHash }
  const list = await segments.list()
  const { head, end } = await replayJournal(segments, list, workspace, start, (record, { path }) => {
    records++
    onProgress('records', records, newest)
    const wrong = (reason: string): Bad => ({
      file: path,
      offset: record.offset,
      sequence: record.sequence,
      reason,
    })
    const expected = hashes.get(record.sequence)
    if (expected !== undefined && expected !== record.hash.toString('hex'))
      bad ??= wrong('the chain is not the one that was continued')
    for (const { hash, bytes } of bodiesOf(record, parsePayload(record)))
      if (hashOfBlob(bytes) !== hash) bad ??= wrong(`body ${hash} is not what its name says`)
  })
  if (end.kind === 'damaged') bad ??= end
  if (end.kind === 'newer')
    bad ??= {
      file: segments.directory,
      offset: 0,
      sequence: head.sequence + 1,
      reason: `format ${end.format}`,
    }
  // A torn end behind the anchors is a commit that was on its way while this was reading.
  if (head.sequence < newest)
    bad ??= {
      file: end.kind === 'torn' ? end.segment.path : segments.directory,
      offset: end.kind === 'torn' ? end.offset : 0,
      sequence: head.sequence + 1,
      reason: 'the journal is cut short',
    }
  return { records, bad }
}

async function verifyCheckpoint(context: VerifyContext): Promise<Bad | null> {
  const { files, directory, workspace, schemas } = context
  const start = { sequence: 0, hash: genesisHash.toString('hex') }
  const folder = join(directory, 'collections')
  const source = {
    files,
    directory: folder,
    workspace,
    schemas,
    program: null,
    start,
    later: [],
    owners: null,
  }
  const { unreadable, invalid } = await loadCheckpoint(source)
  const [file] = unreadable
  if (file !== undefined)
    return { file: join(folder, file), offset: 0, sequence: null, reason: 'the file is missing or damaged' }
  return invalid === null ? null : { file: folder, offset: 0, sequence: null, reason: invalid }
}

async function verifyBlobs({
  blobs,
  onProgress,
}: VerifyContext): Promise<{ readonly count: number; readonly bad: Bad | null }> {
  let count = 0
  let bad: Bad | null = null
  for await (const hash of blobs.hashes()) {
    count++
    onProgress('blobs', count, 0)
    try {
      await blobs.read(hash)
    } catch (error) {
      if (!(error instanceof BlobError)) throw error
      bad ??= {
        file: `blobs/${hash.slice(0, 2)}/${hash.slice(2)}`,
        offset: 0,
        sequence: null,
        reason: error.message,
      }
    }
  }
  return { count, bad }
}
