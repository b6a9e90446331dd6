import { join } from 'node:path'
import type { Adapter } from 'lowdb'
import type { Files } from '../files/files'
import { replaceFile } from '../files/replace-file'
import type { Position } from '../store'
import {
  type CollectionsData,
  type LoadedCheckpoint,
  loadCheckpoint,
  manifestName,
  previousManifestName,
  type Schemas,
} from './load-checkpoint'
import { decodeManifest, encodeManifest, type Manifest, manifestFormat } from './manifest'
import { encodeSegment, hashOfSegment } from './segment-file'
import type { SegmentCapture, Table } from './table'

export interface CheckpointOptions {
  readonly files: Files
  /** The folder `collections/` of the workspace. */
  readonly directory: string
  readonly workspace: string
  readonly schemas: Schemas
  /** Collections whose newest records the manifest repeats. */
  readonly newest: readonly string[]
  /** Before the first record. */
  readonly start: Position
  /**
   * Called in the same turn in which the records are captured; resolves when the journal up to them and the bodies they
   * name are durable. No manifest is written before.
   */
  readonly beforeManifest: () => Promise<void>
}

/** lowdb's adapter: `read` finds the newest whole checkpoint, `write` adds one of what changed. One write at a time. */
export interface CheckpointAdapter extends Adapter<CollectionsData> {
  /** What `read` found. */
  readonly loaded: LoadedCheckpoint | null
}

export function createCheckpointAdapter(options: CheckpointOptions): CheckpointAdapter {
  const { files, directory } = options
  let loaded: LoadedCheckpoint | null = null
  let current: Uint8Array | null = null
  const pathOf = (name: string): string => join(directory, name)

  async function writeSegment(table: Table, capture: SegmentCapture, sequence: number): Promise<void> {
    if (capture.records.length === 0) return table.written(capture.index, null)
    const bytes = await encodeSegment(table.name, capture.records)
    const file = `${table.name}.${sequence}.${capture.index}.json`
    const sha256 = hashOfSegment(bytes)
    await replaceFile(files, pathOf(file), bytes)
    const copy = await files.read(pathOf(file))
    if (copy === null || hashOfSegment(copy) !== sha256) throw new Error(`${file} does not read back`)
    table.written(capture.index, { file, records: capture.records.length, sha256 })
  }

  async function writeManifest(manifest: Manifest): Promise<void> {
    const bytes = encodeManifest(manifest)
    if (current !== null) await replaceFile(files, pathOf(previousManifestName), current)
    await replaceFile(files, pathOf(manifestName), bytes)
    const copy = await files.read(pathOf(manifestName))
    if (copy === null || !bytes.equals(copy)) throw new Error(`${manifestName} does not read back`)
    current = bytes
  }

  /** Removes segments that neither manifest names, and what a crash left half written. */
  async function sweep(): Promise<void> {
    const kept = new Set<string>([manifestName, previousManifestName])
    for (const name of [manifestName, previousManifestName]) {
      const decoded = decodeManifest((await files.read(pathOf(name))) ?? new Uint8Array())
      if (decoded.kind !== 'manifest') continue
      for (const { file } of Object.values(decoded.manifest.collections).flat()) kept.add(file)
    }
    for (const name of await files.names(directory)) if (!kept.has(name)) await files.remove(pathOf(name))
  }

  return {
    get loaded() {
      return loaded
    },
    async read() {
      loaded = await loadCheckpoint(files, directory, options.workspace, options.schemas, options.start)
      current = loaded.manifest
      return loaded.data
    },
    async write({ position: covers, tables }) {
      const captures = [...tables.values()].flatMap(table =>
        table.capture().map(capture => ({ table, capture })),
      )
      const newest = Object.fromEntries(
        options.newest.map(name => [name, [...(tables.get(name)?.newest() ?? [])]]),
      )
      const ready = options.beforeManifest()
      try {
        await bothOrFirstFailure(ready, async () => {
          for (const { table, capture } of captures) await writeSegment(table, capture, covers.sequence)
        })
        await writeManifest({
          format: manifestFormat,
          workspace: options.workspace,
          covers,
          collections: Object.fromEntries([...tables].map(([name, table]) => [name, [...table.files()]])),
          newest,
        })
      } catch (error) {
        for (const { table, capture } of captures) table.spoiled(capture.index)
        throw error
      }
      await sweep()
    },
  }
}

/** Waits for both whatever happens, so that no work goes on behind a failure. */
async function bothOrFirstFailure(ready: Promise<void>, work: () => Promise<void>): Promise<void> {
  const results = await Promise.allSettled([ready, work()])
  for (const result of results) if (result.status === 'rejected') throw result.reason
}
