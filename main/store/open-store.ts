import { join } from 'node:path'
import { Low } from 'lowdb'
import type { z } from 'zod'
import type { Environment } from '#common/domain/environment'
import { blobFiles } from './blobs/blob-files'
import { createBlobStore } from './blobs/create-blob-store'
import { blobTrash } from './blobs/trash'
import { createCheckpointAdapter, type FirstScreen } from './collections/checkpoint-adapter'
import {
  type CheckpointSource,
  type CollectionsData,
  emptyTables,
  type Schemas,
} from './collections/load-checkpoint'
import { programStamp } from './collections/program-stamp'
import { createDraftLogs } from './drafts/create-draft-logs'
import type { Files } from './files/files'
import { createHealth } from './health'
import { createJournalWriter } from './journal/journal-writer'
import { genesisHash } from './journal/record'
import { segmentFiles } from './journal/segment-files'
import { liveStore, positionOf } from './live-store'
import { watchEpoch } from './lock/epoch'
import { createQuarantine } from './quarantine'
import { readLater } from './read-later'
import { type Recovered, type RecoveryContext, recoverStore } from './recover-store'
import type { Collections, Store } from './store'
import { readWorkspace, workspaceFormat } from './workspace-file'

export interface OpenStoreOptions<C extends Collections> {
  /** Holds a workspace (createWorkspace); else WorkspaceError. */
  readonly directory: string
  /** Every collection there is. A record that its schema refuses opens the store read-only. */
  readonly collections: { readonly [K in keyof C & string]: z.ZodType<C[K]> }
  readonly files: Files
  readonly environment: Environment
  /** Of the lock that the caller holds. */
  readonly epoch: number
  /** Collections that are read after opening, in the background; see `Store.loaded`. */
  readonly later?: readonly (keyof C & string)[]
  /** What of them is there at once: the hundred newest records of one, and what belongs to these in others. */
  readonly firstScreen?: FirstScreen
  /** Stamp of the program; without it, of the one that runs (program-stamp.ts). */
  readonly program?: string
  /** That reading waits for it, so that a first screen has the machine to itself; closing does not. */
  readonly readAfter?: Promise<void>
}

const genesis = { sequence: 0, hash: genesisHash }

/**
 * Opens the workspace for its one writer: newest whole checkpoint, then the journal behind it. Mends what a crash left
 * half done; what it cannot mend opens read-only with the cause in `health`, and then nothing on disk is touched.
 */
export async function openStore<C extends Collections>(options: OpenStoreOptions<C>): Promise<Store<C>> {
  const { directory, files, environment } = options
  const { format, description } = await readWorkspace(files, directory)
  const { id: workspace } = description
  const schemas: Schemas = options.collections
  const health = createHealth()
  const quarantine = createQuarantine(files, directory)
  const segments = segmentFiles(files, directory)
  const blobsOnDisk = blobFiles(files, environment, directory)
  const blobs = createBlobStore(files, blobsOnDisk, blobTrash(files, join(directory, 'blobs')), health)
  const epoch = await watchEpoch(files, directory, options.epoch)

  const source: CheckpointSource = {
    files,
    directory: join(directory, 'collections'),
    workspace,
    schemas,
    program: options.program ?? programStamp,
    start: positionOf(genesis),
    later: options.later ?? [],
    owners: options.firstScreen?.newest ?? null,
  }
  const adapter = createCheckpointAdapter({
    ...source,
    firstScreen: options.firstScreen ?? null,
    beforeManifest: async () => void (await Promise.all([journal.roll(), blobs.flush()])),
  })
  const empty: CollectionsData = { position: positionOf(genesis), tables: emptyTables(schemas) }
  const low = new Low<CollectionsData>(adapter, empty)
  const recovery: RecoveryContext = {
    files,
    directory,
    workspace,
    segments,
    blobs,
    quarantine,
    health,
    isNewestWriter: epoch.isNewest,
    epoch: options.epoch,
  }
  const recovered = await recover().catch(async (error: unknown) => {
    await epoch.close()
    throw error
  })
  low.data.position = positionOf(recovered.head)
  if (health.current.kind === 'writable') await prepareFolders()

  const journal = createJournalWriter({
    files,
    segments,
    workspace,
    epoch,
    epochNumber: options.epoch,
    durable: recovered.head.sequence,
    health,
  })
  const store = liveStore<C>({
    directory,
    description,
    recovery: recovered.report,
    health,
    head: recovered.head,
    covered: recovered.covered,
    low,
    segments,
    journal,
    blobs,
    drafts: createDraftLogs({ files, environment, health, epoch, quarantine }, directory),
    epoch,
    verifying: { files, workspace, schemas },
    readAfter: options.readAfter ?? Promise.resolve(),
    readLater: isStopped =>
      readLater(
        { recovery, source, adapter, opened: recovered.head.sequence },
        low.data,
        adapter.loaded?.later ?? [],
        isStopped,
      ),
  })
  // Two good copies again as soon as possible; a failure is kept in checkpointFailure.
  if (recovered.covered === -1 && store.health.kind === 'writable') await store.checkpoint().catch(() => {})
  return store

  async function recover(): Promise<Recovered> {
    if (format > workspaceFormat) {
      health.fail('newer-version', new Error(`workspace format ${format}`))
      return { head: genesis, covered: 0, report: { tornBytes: 0, quarantine: null, checkpoint: 'newest' } }
    }
    const [list] = await Promise.all([segments.list(), low.read()])
    if (adapter.loaded === null) throw new Error('the checkpoint was not read')
    return recoverStore(recovery, adapter.loaded, list)
  }

  async function prepareFolders(): Promise<void> {
    const folders = ['journal/archive', 'collections', 'drafts', 'blobs'].map(name => join(directory, name))
    const [sizes] = await Promise.all([Promise.all(folders.map(files.size)), blobsOnDisk.sweep()])
    // Whoever wrote a checkpoint had synced them before; a copy may have left out empty ones.
    if (adapter.loaded?.source === 'newest' && !sizes.includes(null)) return
    for (const folder of folders) await files.makeDirectory(folder)
    await files.syncDirectory(segments.directory)
    await files.syncDirectory(directory)
  }
}
