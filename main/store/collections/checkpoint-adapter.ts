import { join } from 'node:path'
import type { Adapter } from 'lowdb'
import type { Files } from '../files/files'
import { replaceFile } from '../files/replace-file'
import { createPacer } from '../pacer'
import type { Entity } from '../store'
import {
  type CheckpointSource,
  type CollectionsData,
  type LoadedCheckpoint,
  loadCheckpoint,
  manifestName,
  previousManifestName,
} from './load-checkpoint'
import { decodeManifest, encodeManifest, type Manifest, manifestFormat } from './manifest'
import { schemaPrint } from './schema-print'
import { encodeSegment } from './segment-file'
import type { SegmentCapture, Table } from './table'

/**
 * A collection whose newest records the manifest repeats, and collections whose records belong to one of them: `by` holds
 * its id, and where `only` is given a property has one of these values.
 */
export interface FirstScreen {
  readonly newest: string
  readonly belonging: Readonly<Record<string, Belonging>>
}

interface Belonging {
  readonly by: string
  readonly only?: { readonly property: string; readonly values: readonly string[] }
}

export interface CheckpointOptions extends CheckpointSource {
  readonly files: Files
  readonly firstScreen: FirstScreen | null
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
  /** Reads anew, leaving nothing for later; what was found before stays with whoever has it. */
  readAll(): Promise<LoadedCheckpoint>
}

export function createCheckpointAdapter(options: CheckpointOptions): CheckpointAdapter {
  const { files, directory } = options
  let loaded: LoadedCheckpoint | null = null
  /** Bytes of manifest.json, when they are whole; files that it and its predecessor name. */
  let current: Uint8Array | null = null
  let named: readonly string[] = []
  let namedBefore: readonly string[] | null = null
  const pathOf = (name: string): string => join(directory, name)

  async function writeSegment(table: Table, capture: SegmentCapture, sequence: number): Promise<void> {
    const records = capture.records()
    if (records.length === 0) return table.written(capture.index, null)
    const { bytes, sha256 } = await encodeSegment(table.name, records)
    const file = `${table.name}.${sequence}.${capture.index}.json`
    await replaceFile(files, pathOf(file), bytes)
    const copy = await files.read(pathOf(file))
    if (copy === null || !bytes.equals(copy)) throw new Error(`${file} does not read back`)
    table.written(capture.index, { file, records: records.length, sha256 })
  }

  async function writeManifest(manifest: Manifest): Promise<void> {
    const bytes = encodeManifest(manifest)
    if (current !== null) {
      await replaceFile(files, pathOf(previousManifestName), current)
      namedBefore = named
    }
    await replaceFile(files, pathOf(manifestName), bytes)
    const copy = await files.read(pathOf(manifestName))
    if (copy === null || !bytes.equals(copy)) throw new Error(`${manifestName} does not read back`)
    current = bytes
    named = filesIn(manifest)
  }

  function remember(found: LoadedCheckpoint): void {
    current = found.manifest
    named = found.manifest === null ? [] : found.files
    namedBefore = null
  }

  /** Removes segments that neither manifest names, and what a crash left half written. */
  async function sweep(): Promise<void> {
    const kept = new Set([
      manifestName,
      previousManifestName,
      ...named,
      ...(namedBefore ?? (await filesOfPrevious())),
    ])
    for (const name of await files.names(directory)) if (!kept.has(name)) await files.remove(pathOf(name))
  }

  async function filesOfPrevious(): Promise<readonly string[]> {
    const decoded = decodeManifest((await files.read(pathOf(previousManifestName))) ?? new Uint8Array())
    return decoded.kind === 'manifest' ? filesIn(decoded.manifest) : []
  }

  return {
    get loaded() {
      return loaded
    },
    async read() {
      loaded = await loadCheckpoint(options)
      remember(loaded)
      return loaded.data
    },
    async readAll() {
      const found = await loadCheckpoint({ ...options, later: [] })
      remember(found)
      return found
    },
    async write({ position: covers, tables }) {
      const captures = [...tables.values()].flatMap(table =>
        table.capture().map(capture => ({ table, capture })),
      )
      const newest =
        options.firstScreen === null ? [] : (tables.get(options.firstScreen.newest)?.newest() ?? [])
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
          newest: options.firstScreen === null ? {} : await gather(options.firstScreen, newest, tables),
          schemas: await printsOf(options.schemas),
          program: options.program,
        })
      } catch (error) {
        for (const { table, capture } of captures) table.spoiled(capture.index)
        throw error
      }
      await sweep()
    },
  }
}

/** The newest records and all that belong to them. What changes meanwhile is in the journal behind the checkpoint. */
async function gather(
  { newest: name, belonging }: FirstScreen,
  newest: readonly Entity[],
  tables: ReadonlyMap<string, Table>,
): Promise<Manifest['newest']> {
  const pacer = createPacer()
  const ids = new Set<unknown>(newest.map(({ id }) => id))
  const found: Record<string, Entity[]> = { [name]: [...newest] }
  for (const [collection, { by, only }] of Object.entries(belonging)) {
    const records: Entity[] = []
    for (const record of tables.get(collection)?.records.values() ?? []) {
      const isWanted = only === undefined || only.values.includes(Reflect.get(record, only.property))
      if (isWanted && ids.has(Reflect.get(record, by))) records.push(record)
      if (pacer.isDue()) await pacer.rest()
    }
    found[collection] = records
  }
  return found
}

async function printsOf(schemas: CheckpointSource['schemas']): Promise<Manifest['schemas']> {
  const pacer = createPacer()
  const prints: Record<string, string> = {}
  for (const [name, schema] of Object.entries(schemas)) {
    prints[name] = schemaPrint(schema)
    if (pacer.isDue()) await pacer.rest()
  }
  return prints
}

function filesIn({ collections }: Manifest): readonly string[] {
  return Object.values(collections)
    .flat()
    .map(({ file }) => file)
}

/** Waits for both whatever happens, so that no work goes on behind a failure. */
async function bothOrFirstFailure(ready: Promise<void>, work: () => Promise<void>): Promise<void> {
  const results = await Promise.allSettled([ready, work()])
  for (const result of results) if (result.status === 'rejected') throw result.reason
}
