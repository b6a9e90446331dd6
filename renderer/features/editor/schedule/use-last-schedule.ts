import { isScheduleRows, type ScheduleRow } from '#common/domain/schedule'
import { ask } from '#renderer/api/queries.ts'
import { useWire } from '#renderer/api/wire-context.tsx'

export interface LastSchedule {
  readonly rows: readonly ScheduleRow[]
  readonly from: string
}

const looked = 20

/** Finds the newest schedule of a week before this one (any other, where the week is not chosen yet); null when there is none. */
export function useLastSchedule(): (from: string | null) => Promise<LastSchedule | null> {
  const wire = useWire()
  return async from => {
    const list = await ask(wire, 'articles.list', { kinds: ['leadership-schedule'], limit: looked })
    if (!list.ok) return null
    const drafts = await Promise.all(
      list.value.rows.map(({ id }) => ask(wire, 'drafts.open', { article: id })),
    )
    const found = drafts.flatMap(draft => (draft.ok ? scheduleIn(draft.value.document) : []))
    return (
      found
        .filter(one => from === null || one.from < from)
        .toSorted((a, b) => b.from.localeCompare(a.from, 'en'))[0] ?? null
    )
  }
}

function scheduleIn({ attrs, content }: Readonly<Record<string, unknown>>): readonly LastSchedule[] {
  const from = read(attrs, 'periodFrom')
  if (typeof from !== 'string' || !Array.isArray(content)) return []
  return content.flatMap(block => {
    const rows = read(read(block, 'attrs'), 'rows')
    return isScheduleRows(rows) && rows.length > 0 ? [{ rows, from }] : []
  })
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
