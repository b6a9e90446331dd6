import type { Core } from '#main/core/capability'
import type { JournalEntry } from '#main/store/store'

/** What to look for; instants are inclusive at the start and exclusive at the end. */
export interface AuditFilter {
  readonly subject?: string | undefined
  readonly type?: string | undefined
  readonly actor?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly before?: number | undefined
}

const chunk = 500

/** Newest first, up to `limit` entries that match; the journal is read in pieces, so that others get their turn. */
export async function findEntries(core: Core, filter: AuditFilter, limit: number): Promise<JournalEntry[]> {
  const found: JournalEntry[] = []
  let { before } = filter
  for (;;) {
    const entries = await core.store.history({
      limit: chunk,
      ...(filter.subject === undefined ? {} : { subject: filter.subject }),
      ...(before === undefined ? {} : { before }),
    })
    for (const entry of entries) {
      if (matches(entry, filter)) found.push(entry)
      if (found.length === limit) return found
    }
    before = entries.at(-1)?.position.sequence
    if (entries.length < chunk || before === undefined) return found
  }
}

function matches({ event }: JournalEntry, { type, actor, from, to }: AuditFilter): boolean {
  return (
    (type === undefined || event.type === type) &&
    (actor === undefined || event.actor === actor) &&
    (from === undefined || event.at >= from) &&
    (to === undefined || event.at < to)
  )
}
