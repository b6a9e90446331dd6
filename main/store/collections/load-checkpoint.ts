import { join } from 'node:path'
import type { z } from 'zod'
import { isMissing } from '../files/error-code'
import type { Files } from '../files/files'
import type { Entity, Position } from '../store'
import { freezeSharing, nothingShared } from './deep-freeze'
import { decodeManifest, type Manifest } from './manifest'
import { schemaPrint } from './schema-print'
import { decodeSegment } from './segment-file'
import { createTable, type Table, type WrittenSegment } from './table'

export const manifestName = 'manifest.json'
export const previousManifestName = 'manifest.previous.json'

export type Schemas = Readonly<Record<string, z.ZodType<Entity>>>

/** What lowdb's `Low` holds: every collection, and the journal record up to which they are current. */
export interface CollectionsData {
  position: Position
  readonly tables: Map<string, Table>
}

export interface LoadedCheckpoint {
  readonly data: CollectionsData
  /** `none`: neither manifest is there and whole; everything comes from the journal. */
  readonly source: 'newest' | 'previous' | 'none'
  /** Bytes of manifest.json when the collections came from it. */
  readonly manifest: Uint8Array | null
  /** Names of the files that this manifest names. */
  readonly files: readonly string[]
  /** Names of files that are not what they should be. */
  readonly unreadable: readonly string[]
  /** The first record that its schema refuses, or a collection nobody knows. */
  readonly invalid: string | null
  /** Format of a manifest that a newer program wrote. */
  readonly newer: number | null
  /** Tables whose segments `readLater` has still to read. */
  readonly later: readonly ExpectedSegments[]
}

export interface ExpectedSegments {
  readonly table: Table
  readonly segments: readonly WrittenSegment[]
  /** Of the schema that checked every record before it was written, and the one there is now. */
  readonly print: string | null
  readonly schema: Schemas[string] | undefined
  /** The program that wrote them is this one, so that both are the same. */
  readonly sameProgram: boolean
}

export interface CheckpointSource {
  readonly files: Files
  /** The folder `collections/` of the workspace. */
  readonly directory: string
  readonly workspace: string
  readonly schemas: Schemas
  /** Stamp of this program; null when it has none. */
  readonly program: string | null
  /** Before the first record. */
  readonly start: Position
  /** Collections that may be read after the newest manifest alone. */
  readonly later: readonly string[]
  /** The collection whose records others name by id, so that they share their strings in memory; null for none. */
  readonly owners: string | null
}

/** The newest checkpoint whose every byte that is read now is right; changes nothing on disk. */
export async function loadCheckpoint(source: CheckpointSource): Promise<LoadedCheckpoint> {
  const { files, directory, workspace, schemas, start } = source
  const unreadable: string[] = []
  const empty = (): CollectionsData => ({ position: start, tables: emptyTables(schemas) })
  const nothing = {
    source: 'none',
    manifest: null,
    files: [],
    invalid: null,
    newer: null,
    later: [],
  } as const
  const [names, newest] = await Promise.all([
    files.names(directory),
    files.read(join(directory, manifestName)),
  ])
  const present = new Set(names)

  for (const [name, from] of [
    [manifestName, 'newest'],
    [previousManifestName, 'previous'],
  ] as const) {
    const bytes = from === 'newest' ? newest : await files.read(join(directory, name))
    if (bytes === null) continue
    const decoded = decodeManifest(bytes)
    if (decoded.kind === 'newer') return { ...nothing, data: empty(), unreadable, newer: decoded.format }
    if (decoded.kind === 'unreadable' || decoded.manifest.workspace !== workspace) {
      unreadable.push(name)
      continue
    }
    const { manifest } = decoded
    const named = Object.values(manifest.collections)
      .flat()
      .map(({ file }) => file)
    const missing = named.filter(file => !present.has(file))
    const postponed = from === 'newest' ? source.later : []
    const read = await readTables(source, manifest, postponed)
    if (missing.length > 0 || read.unreadable !== null) {
      unreadable.push(...new Set([...missing, ...(read.unreadable === null ? [] : [read.unreadable])]))
      continue
    }
    const { data, invalid, later } = read
    const current = from === 'newest' ? bytes : null
    return { data, source: from, manifest: current, files: named, unreadable, invalid, newer: null, later }
  }
  return { ...nothing, data: empty(), unreadable }
}

/** No records yet. */
export function emptyTables(schemas: Schemas): Map<string, Table> {
  return new Map(Object.entries(schemas).map(([name, schema]) => [name, createTable(name, schema)]))
}

async function readTables(
  source: CheckpointSource,
  manifest: Manifest,
  postponed: readonly string[],
): Promise<Pick<LoadedCheckpoint, 'data' | 'invalid' | 'later'> & { readonly unreadable: string | null }> {
  const tables = emptyTables(source.schemas)
  const data = { position: manifest.covers, tables }
  const now: ExpectedSegments[] = []
  const later: ExpectedSegments[] = []
  const sameProgram = source.program !== null && source.program === manifest.program
  let unknown: string | null = null
  let invalid: string | null = null
  for (const [name, segments] of Object.entries(manifest.collections)) {
    const table = tables.get(name)
    if (table === undefined) {
      unknown ??= `unknown collection ${name}`
      continue
    }
    const print = manifest.schemas[name] ?? null
    const expected = { table, segments, print, schema: source.schemas[name], sameProgram }
    const early = manifest.newest[name] ?? []
    if (postponed.includes(name) && segments.length > 0) {
      // As they were written: shown for a moment, and replaced by what the schema has checked.
      table.expect(segments, early)
      later.push(expected)
      continue
    }
    now.push(expected)
  }
  const read = (expected: ExpectedSegments) => readExpected(source, expected, tables)
  // What does not grow is small, and a trip to the disk may take longer than reading it.
  const isSmall = postponed.length > 0
  const together = isSmall ? await Promise.all(now.map(read)) : null
  for (const [index, expected] of now.entries()) {
    const found = together?.[index] ?? (await read(expected))
    if (found.unreadable !== null) return { data, invalid, later, unreadable: found.unreadable }
    invalid ??= found.invalid
    const { table } = expected
    table.recall((manifest.newest[table.name] ?? []).map(record => record.id))
  }
  return { data, invalid: invalid ?? unknown, later, unreadable: null }
}

const noOwners: ReadonlyMap<string, Entity> = new Map()

/** Reads a table's segments, one after the other and each in slices; stops at the first file that is not what it should be. */
export async function readExpected(
  { files, directory, owners }: Pick<CheckpointSource, 'files' | 'directory' | 'owners'>,
  expected: ExpectedSegments,
  tables: ReadonlyMap<string, Table>,
  isStopped: () => boolean = () => false,
): Promise<{ readonly unreadable: string | null; readonly invalid: string | null }> {
  const { table, segments, print, schema, sameProgram } = expected
  const isChecked = print !== null && schema !== undefined && (sameProgram || print === schemaPrint(schema))
  const owned = owners === null || owners === table.name ? undefined : tables.get(owners)?.records
  let invalid: string | null = null
  for (const written of segments) {
    if (isStopped()) return { unreadable: null, invalid }
    const shared = nothingShared()
    const chunks = files.stream(join(directory, written.file))
    const made = await decodeSegment(chunks, { collection: table.name, sha256: written.sha256 }, json => {
      const record = freezeSharing(json as Entity, shared, owned ?? noOwners)
      // What this schema itself checked before it was written, in bytes whose hash is right, is of its type.
      return isChecked ? record : parseRecord(table, record)
    }).catch(nullWhenMissing)
    if (made === null) return { unreadable: written.file, invalid }
    const records: Entity[] = []
    for (const record of made)
      if (typeof record === 'string') invalid ??= record
      else records.push(record)
    table.load(written, records)
  }
  return { unreadable: null, invalid }
}

function nullWhenMissing(error: unknown): null {
  if (isMissing(error)) return null
  throw error
}

/** The record, frozen; or a sentence that names it and says what is wrong with it. */
export function parseRecord(table: Table, record: unknown): Entity | string {
  try {
    return table.parse(record)
  } catch (error) {
    const id = typeof record === 'object' && record !== null && 'id' in record ? String(record.id) : '?'
    return `record ${table.name}/${id}: ${error instanceof Error ? error.message : String(error)}`
  }
}
