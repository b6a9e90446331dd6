import type { JournalBlobs } from './blobs/create-blob-store'
import { parseRecord } from './collections/load-checkpoint'
import type { Table } from './collections/table'
import { bodiesOf, parsePayload } from './journal/payload'
import type { JournalRecord } from './journal/record'

/** Repeats one journal record in memory; the sentence says what in it does not belong. */
export function applyRecord(
  record: JournalRecord,
  tables: ReadonlyMap<string, Table>,
  blobs: JournalBlobs | null,
): string | null {
  const payload = parsePayload(record)
  let invalid: string | null = null
  for (const change of payload.changes) {
    const table = tables.get(change.collection)
    if (table === undefined) invalid ??= `unknown collection ${change.collection}`
    else if ('remove' in change) table.remove(change.remove)
    else {
      const entity = parseRecord(table, change.put)
      if (typeof entity === 'string') invalid ??= entity
      else table.put(entity)
    }
  }
  for (const { hash, bytes } of blobs === null ? [] : bodiesOf(record, payload)) blobs?.hold(hash, bytes)
  return invalid
}
