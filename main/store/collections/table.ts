import type { z } from 'zod'
import type { Entity } from '../store'
import { deepFreeze } from './deep-freeze'

/** Records in one segment file. */
export const recordsPerSegment = 2_000
/** Newest records that the manifest repeats. */
export const newestCount = 100

/** Where a segment's records were last written; null when they never were. */
export interface WrittenSegment {
  readonly file: string
  readonly records: number
  readonly sha256: string
}

interface Segment {
  readonly ids: Set<string>
  written: WrittenSegment | null
  dirty: boolean
}

/** What one segment held at the moment of a checkpoint. */
export interface SegmentCapture {
  readonly index: number
  readonly records: readonly Entity[]
}

/** One collection in memory: frozen records, and which segment file each belongs to. */
export interface Table {
  readonly name: string
  readonly records: ReadonlyMap<string, Entity>
  /** The record as the schema understands it, frozen; throws ZodError when it is not one. Changes nothing. */
  parse(record: unknown): Entity
  put(record: Entity): void
  remove(id: string): void
  /** Takes over a segment read from disk. */
  load(written: WrittenSegment, records: readonly Entity[]): void
  /** Ids changed last, newest first, set when loading. */
  recall(newestIds: readonly string[]): void
  /** Newest changed first, at most `newestCount`. */
  newest(): readonly Entity[]
  /** The segments changed since the last capture; they count as clean from now on. */
  capture(): readonly SegmentCapture[]
  /** A captured segment is on disk; null when it held nothing. */
  written(index: number, file: WrittenSegment | null): void
  /** A captured segment could not be written. */
  spoiled(index: number): void
  /** Files that hold the whole table as of the last capture. */
  files(): readonly WrittenSegment[]
}

export function createTable(name: string, schema: z.ZodType<Entity>): Table {
  const records = new Map<string, Entity>()
  const segments: Segment[] = []
  const homes = new Map<string, Segment>()
  /** Oldest change first. */
  const recent = new Set<string>()

  function homeFor(id: string): Segment {
    const known = homes.get(id) ?? segments.find(segment => segment.ids.size < recordsPerSegment)
    if (known !== undefined) return known
    const fresh: Segment = { ids: new Set(), written: null, dirty: true }
    segments.push(fresh)
    return fresh
  }

  function settle(record: Entity, home: Segment): void {
    home.ids.add(record.id)
    homes.set(record.id, home)
    records.set(record.id, record)
  }

  function trim(): void {
    for (const id of recent) {
      if (recent.size <= newestCount) return
      recent.delete(id)
    }
  }

  return {
    name,
    records,
    parse: record => deepFreeze(schema.parse(record)),
    put(record) {
      const home = homeFor(record.id)
      settle(record, home)
      home.dirty = true
      recent.delete(record.id)
      recent.add(record.id)
      if (recent.size > 2 * newestCount) trim()
    },
    remove(id) {
      const home = homes.get(id)
      if (home === undefined) return
      home.ids.delete(id)
      home.dirty = true
      homes.delete(id)
      records.delete(id)
      recent.delete(id)
    },
    load(written, loaded) {
      const segment: Segment = { ids: new Set(), written, dirty: false }
      segments.push(segment)
      for (const record of loaded) settle(record, segment)
    },
    recall(newestIds) {
      for (const id of newestIds.toReversed()) if (records.has(id)) recent.add(id)
    },
    newest() {
      trim()
      return [...recent].reverse().flatMap(id => records.get(id) ?? [])
    },
    capture() {
      return segments.flatMap((segment, index) => {
        if (!segment.dirty) return []
        segment.dirty = false
        return [{ index, records: [...segment.ids].flatMap(id => records.get(id) ?? []) }]
      })
    },
    written(index, file) {
      const segment = segments[index]
      if (segment !== undefined) segment.written = file
    },
    spoiled(index) {
      const segment = segments[index]
      if (segment !== undefined) segment.dirty = true
    },
    files: () => segments.flatMap(segment => segment.written ?? []),
  }
}
