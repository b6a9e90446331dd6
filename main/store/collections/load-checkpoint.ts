import { join } from 'node:path'
import type { z } from 'zod'
import type { Files } from '../files/files'
import type { Entity, Position } from '../store'
import { decodeManifest, type Manifest } from './manifest'
import { decodeSegment, hashOfSegment } from './segment-file'
import { createTable, type Table, type WrittenSegment } from './table'

export const manifestName = 'manifest.json'
export const previousManifestName = 'manifest.previous.json'

export type Schemas = Readonly<Record<string, z.ZodType<Entity>>>

/** What lowdb's `Low` holds: every collection, and the journal record up to which they are current. */
export interface CollectionsData {
  position: Position
  readonly tables: ReadonlyMap<string, Table>
}

export interface LoadedCheckpoint {
  readonly data: CollectionsData
  /** `none`: neither manifest is there and whole; everything comes from the journal. */
  readonly source: 'newest' | 'previous' | 'none'
  /** Bytes of manifest.json when the collections came from it. */
  readonly manifest: Uint8Array | null
  /** Names of files that are not what they should be. */
  readonly unreadable: readonly string[]
  /** The first record that its schema refuses, or a collection nobody knows. */
  readonly invalid: string | null
  /** Format of a manifest that a newer program wrote. */
  readonly newer: number | null
}

/** The newest checkpoint whose every byte is right; changes nothing on disk. */
export async function loadCheckpoint(
  files: Files,
  directory: string,
  workspace: string,
  schemas: Schemas,
  start: Position,
): Promise<LoadedCheckpoint> {
  const unreadable: string[] = []
  const empty = (): CollectionsData => ({ position: start, tables: emptyTables(schemas) })
  const nothing = { source: 'none', manifest: null, invalid: null, newer: null } as const

  for (const [name, source] of [
    [manifestName, 'newest'],
    [previousManifestName, 'previous'],
  ] as const) {
    const bytes = await files.read(join(directory, name))
    if (bytes === null) continue
    const decoded = decodeManifest(bytes)
    if (decoded.kind === 'newer') return { ...nothing, data: empty(), unreadable, newer: decoded.format }
    if (decoded.kind === 'unreadable' || decoded.manifest.workspace !== workspace) {
      unreadable.push(name)
      continue
    }
    const read = await readSegments(files, directory, decoded.manifest)
    if (read.unreadable.length > 0) {
      unreadable.push(...read.unreadable)
      continue
    }
    const data = empty()
    const invalid = fill(data, decoded.manifest, read.segments)
    return { data, source, manifest: source === 'newest' ? bytes : null, unreadable, invalid, newer: null }
  }
  return { ...nothing, data: empty(), unreadable }
}

/** No records yet. */
export function emptyTables(schemas: Schemas): Map<string, Table> {
  return new Map(Object.entries(schemas).map(([name, schema]) => [name, createTable(name, schema)]))
}

interface ReadSegment {
  readonly collection: string
  readonly written: WrittenSegment
  readonly records: readonly unknown[]
}

async function readSegments(
  files: Files,
  directory: string,
  { collections }: Manifest,
): Promise<{ readonly segments: readonly ReadSegment[]; readonly unreadable: readonly string[] }> {
  const segments: ReadSegment[] = []
  const unreadable: string[] = []
  for (const [collection, entries] of Object.entries(collections))
    for (const written of entries) {
      const bytes = await files.read(join(directory, written.file))
      if (bytes === null || hashOfSegment(bytes) !== written.sha256) unreadable.push(written.file)
      else segments.push({ collection, written, records: decodeSegment(bytes) })
    }
  return { segments, unreadable }
}

/** Puts the records into the tables; names the first that does not belong. */
function fill(data: CollectionsData, manifest: Manifest, segments: readonly ReadSegment[]): string | null {
  let invalid: string | null = null
  data.position = manifest.covers
  for (const { collection, written, records } of segments) {
    const table = data.tables.get(collection)
    if (table === undefined) {
      invalid ??= `unknown collection ${collection}`
      continue
    }
    const valid = records.flatMap(record => {
      const parsed = parseRecord(table, record)
      if (typeof parsed !== 'string') return [parsed]
      invalid ??= parsed
      return []
    })
    table.load(written, valid)
  }
  for (const [collection, newest] of Object.entries(manifest.newest))
    data.tables.get(collection)?.recall(newest.map(record => record.id))
  return invalid
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
