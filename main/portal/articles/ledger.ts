import { json } from 'node:stream/consumers'
import { keepNewest } from '#common/domain/keep-newest'
import type { Files } from '#main/store/files/files'
import { openAppendLog } from '../storage/append-log'
import { readLines } from '../storage/read-lines'
import { type LedgerEntry, ledgerEntry } from './ledger-entry'

/** Where an entry's line lies in the file. */
export interface Place {
  readonly offset: number
  readonly length: number
}

/** The file of accepted decisions. Entries stay on the disk; a thousand that were asked for last stay in memory too. */
export interface Ledger {
  /** Durable when resolved. */
  append(entry: LedgerEntry): Promise<Place>
  read(place: Place): Promise<LedgerEntry>
  close(): Promise<void>
}

const mostKept = 1_000

/** `replay` gets every entry of the file first, oldest first. */
export async function openLedger(
  files: Files,
  path: string,
  replay: (entry: LedgerEntry, place: Place) => void,
): Promise<Ledger> {
  for await (const { record, offset, length } of readLines(files, path, ledgerEntry))
    replay(record, { offset, length })
  const log = await openAppendLog(files, path)
  const kept = new Map<number, LedgerEntry>()

  return {
    async append(entry) {
      const line = Buffer.from(`${JSON.stringify(entry)}\n`)
      const offset = await log.append(line)
      keepNewest(kept, offset, entry, mostKept)
      return { offset, length: line.length }
    },
    async read({ offset, length }) {
      const entry = kept.get(offset) ?? (await readEntry(files, path, offset, length))
      keepNewest(kept, offset, entry, mostKept)
      return entry
    },
    close: () => log.close(),
  }
}

async function readEntry(files: Files, path: string, offset: number, length: number): Promise<LedgerEntry> {
  return ledgerEntry.parse(await json(files.stream(path, { start: offset, end: offset + length })))
}
