import { z } from 'zod'
import { addDays, weekdayOf } from './day'
import { accountId, instant } from './ids'
import { dayInVietnam, instantOf } from './vietnam-time'

const words = z.string().trim().min(1).max(200)
const id = z.string().min(1).max(40)

/** An article of the office to begin others with; its texts may hold variables such as `{tuần}`. */
export const officeTemplate = z.strictObject({
  id,
  name: words,
  kind: z.string().max(40),
  document: z.record(z.string(), z.unknown()),
})
export type OfficeTemplate = z.infer<typeof officeTemplate>

/** Words the office writes often, put in by the slash menu. */
export const snippet = z.strictObject({ id, name: words, text: z.string().trim().min(1).max(4_000) })
export type Snippet = z.infer<typeof snippet>

/** A draft made by itself every week: `weekday` 1 is Monday, `time` is `HH:mm` in Vietnam. */
export const timetableEntry = z.strictObject({
  id,
  /** An office template's id, or a kind's for the template the program brings. */
  template: id,
  weekday: z.int().min(1).max(7),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** Whose drafts they are. */
  by: accountId,
  /** Nothing is made for a time before this. */
  since: instant,
  /** The last time a draft was made for. */
  madeFor: instant.nullable(),
})
export type TimetableEntry = z.infer<typeof timetableEntry>

export const templateBook = z.strictObject({
  templates: z.array(officeTemplate).max(200),
  snippets: z.array(snippet).max(500),
  timetable: z.array(timetableEntry).max(50),
})
export type TemplateBook = z.infer<typeof templateBook>

export const emptyTemplateBook: TemplateBook = { templates: [], snippets: [], timetable: [] }

/** The newest time of this entry that has come, however long the program was off; null when it was made or never came. */
export function dueTime(entry: TimetableEntry, nowMs: number): string | null {
  const today = dayInVietnam(nowMs)
  const day = addDays(today, -((weekdayOf(today) - entry.weekday + 7) % 7))
  const now = new Date(nowMs).toISOString()
  const due = [day, addDays(day, -7)]
    .map(day => instantOf(day, entry.time))
    .find(at => at !== null && at <= now)
  if (due == null || due < entry.since) return null
  return entry.madeFor !== null && due <= entry.madeFor ? null : due
}
