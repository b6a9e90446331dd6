import { fold } from '#common/vietnamese/fold'
import type { Core } from '#main/core/capability'
import type { JournalEntry } from '#main/store/store'

/** What to look for; instants are inclusive at the start and exclusive at the end. */
export interface AuditFilter {
  readonly subject?: string | undefined
  readonly type?: string | undefined
  readonly actor?: string | undefined
  readonly machine?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly before?: number | undefined
  readonly text?: string | undefined
  /** Types that count as holding `text`. */
  readonly textTypes?: readonly string[] | undefined
}

const chunk = 500

/**
 * Newest first, up to `limit` entries that match; the journal is read in pieces, so that others get their turn. `words`
 * are those of an entry that stand elsewhere: names of people and things.
 */
export async function findEntries(
  core: Core,
  filter: AuditFilter,
  limit: number,
  words: (entry: JournalEntry) => string,
): Promise<JournalEntry[]> {
  const found: JournalEntry[] = []
  const wanted = fold(filter.text ?? '')
    .split(/\s+/)
    .filter(word => word !== '')
  const hasWords = (entry: JournalEntry) =>
    wanted.length === 0 ||
    (filter.textTypes?.includes(entry.event.type) ?? false) ||
    holds(`${words(entry)} ${textOf(entry)}`, wanted)
  let { before } = filter
  for (;;) {
    const entries = await core.store.history({
      limit: chunk,
      ...(filter.subject === undefined ? {} : { subject: filter.subject }),
      ...(before === undefined ? {} : { before }),
    })
    for (const entry of entries) {
      if (matches(entry, filter) && hasWords(entry)) found.push(entry)
      if (found.length === limit) return found
    }
    before = entries.at(-1)?.position.sequence
    if (entries.length < chunk || before === undefined) return found
  }
}

function holds(text: string, wanted: readonly string[]): boolean {
  const folded = fold(text)
  return wanted.every(word => folded.includes(word))
}

function textOf({ position, event }: JournalEntry): string {
  const { type, machine = '', details } = event
  return `#${position.sequence} ${position.hash} ${type} ${machine} ${JSON.stringify(details)}`
}

function matches({ event }: JournalEntry, { type, actor, machine, from, to }: AuditFilter): boolean {
  return (
    (type === undefined || event.type === type) &&
    (actor === undefined || event.actor === actor) &&
    (machine === undefined || event.machine === machine) &&
    (from === undefined || event.at >= from) &&
    (to === undefined || event.at < to)
  )
}
