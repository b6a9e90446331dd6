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
  /** A capture has still to copy what the segment holds; to be called before that changes. */
  beforeChange: (() => void) | null
}

/** What one segment held at the moment of a checkpoint. */
export interface SegmentCapture {
  readonly index: number
  /** Copied when first asked for, or just before something changes. */
  readonly records: () => readonly Entity[]
}

/**
 * One collection in memory: frozen records, and which segment file each belongs to. A table that `expects` segments may
 * be changed before they are read; what was changed then wins over what is read later.
 */
export interface Table {
  readonly name: string
  readonly records: ReadonlyMap<string, Entity>
  /** Whether `records` is everything there is. */
  readonly isWhole: boolean
  /** Number of records; null while segments are still to be read and it was changed meanwhile. */
  readonly size: number | null
  /** The record as the schema understands it, frozen; throws ZodError when it is not one. Changes nothing. */
  parse(record: unknown): Entity
  put(record: Entity): void
  remove(id: string): void
  /** There are segments on disk that will be read in this order; `early` records of them may be shown before. */
  expect(written: readonly WrittenSegment[], early: readonly Entity[]): void
  /** A segment was read. */
  load(written: WrittenSegment, records: readonly Entity[]): void
  /** All segments were read. */
  finish(): void
  /** Does here once more what was done to another table of the same name since it began to expect its segments. */
  repeat(other: Table): void
  /** Ids put or removed while segments were still to be read. */
  readonly touched: ReadonlySet<string>
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
  /** Oldest change first. */
  const recent = new Set<string>()
  const touched = new Set<string>()
  let expected: readonly WrittenSegment[] | null = null
  /** Only the last segment grows; room that removals left elsewhere is small. */
  let growing: Segment | null = null

  /** Asked of the segments one by one, what changes being mostly new: a map of all records would take megabytes. */
  function homeOf(id: string): Segment | undefined {
    return records.has(id) ? segments.findLast(segment => segment.ids.has(id)) : undefined
  }

  function homeFor(id: string): Segment {
    const known = homeOf(id)
    if (known !== undefined) return known
    if (growing === null || growing.ids.size >= recordsPerSegment) {
      growing = segments.find(segment => segment.ids.size < recordsPerSegment) ?? addSegment(null)
    }
    return growing
  }

  function addSegment(written: WrittenSegment | null): Segment {
    const segment: Segment = { ids: new Set(), written, dirty: written === null, beforeChange: null }
    segments.push(segment)
    return segment
  }

  function trim(): void {
    for (const id of recent) {
      if (recent.size <= newestCount) return
      recent.delete(id)
    }
  }

  const table: Table = {
    name,
    records,
    touched,
    get isWhole() {
      return expected === null
    },
    get size() {
      if (expected === null) return records.size
      return touched.size > 0 ? null : expected.reduce((sum, segment) => sum + segment.records, 0)
    },
    parse: record => deepFreeze(schema.parse(record)),
    put(record) {
      const home = expected === null ? homeFor(record.id) : homeOf(record.id)
      home?.beforeChange?.()
      records.set(record.id, record)
      if (home !== undefined) {
        home.ids.add(record.id)
        home.dirty = true
      }
      if (expected !== null) touched.add(record.id)
      recent.delete(record.id)
      recent.add(record.id)
      if (recent.size > 2 * newestCount) trim()
    },
    remove(id) {
      const home = homeOf(id)
      home?.beforeChange?.()
      records.delete(id)
      recent.delete(id)
      if (expected !== null) touched.add(id)
      if (home === undefined) return
      home.ids.delete(id)
      home.dirty = true
    },
    expect(written, early) {
      expected = written
      for (const record of early.toReversed()) {
        records.set(record.id, record)
        recent.add(record.id)
      }
    },
    load(written, loaded) {
      const segment = addSegment(written)
      for (const record of loaded) {
        if (!touched.has(record.id)) records.set(record.id, record)
        else segment.dirty = true
        if (records.has(record.id)) segment.ids.add(record.id)
      }
    },
    finish() {
      expected = null
      for (const id of touched) {
        if (!records.has(id) || homeOf(id) !== undefined) continue
        const home = homeFor(id)
        home.ids.add(id)
        home.dirty = true
      }
      touched.clear()
    },
    repeat(other) {
      for (const id of other.touched) {
        const record = other.records.get(id)
        if (record === undefined) table.remove(id)
        else table.put(record)
      }
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
        let copy: readonly Entity[] | null = null
        const take = (): readonly Entity[] => {
          segment.beforeChange = null
          copy ??= [...segment.ids].flatMap(id => records.get(id) ?? [])
          return copy
        }
        segment.beforeChange = take
        return [{ index, records: take }]
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
  return table
}
