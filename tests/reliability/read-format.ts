/** A reader of the two logs, written from docs/storage.md alone: where things lie, checked by nobody. */
interface Layout {
  readonly header: number
  readonly entryHeader: number
}

export const journalLayout: Layout = { header: 96, entryHeader: 56 }
export const draftLayout: Layout = { header: 8, entryHeader: 12 }

export interface Extent {
  readonly start: number
  readonly end: number
}

/** The entries of a whole log, front to back. */
export function entriesOf(log: Buffer, { header, entryHeader }: Layout): readonly Extent[] {
  const entries: Extent[] = []
  for (let start = header; start < log.length; ) {
    const end = start + entryHeader + log.readUInt32LE(start)
    entries.push({ start, end })
    start = end
  }
  return entries
}
