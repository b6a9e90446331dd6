import { may } from '#common/domain/account'
import { dueTime } from '#common/domain/template-book'
import { dayInVietnam } from '#common/domain/vietnam-time'
import { findAccount } from '#main/accounts/people'
import type { Core } from '#main/core/capability'
import { bookChange, fromTemplate, type MakeArticle, readBook } from './templates'

/**
 * Makes the drafts whose time has come, each once: the article and the note that it was made are one transaction. After
 * a time without the program only the newest is made. Nobody gets a draft who may no longer write.
 */
export async function makeDueDrafts(core: Core, make: MakeArticle): Promise<number> {
  let made = 0
  for (const { id } of readBook(core).timetable) {
    const book = readBook(core)
    const entry = book.timetable.find(one => one.id === id)
    const due = entry === undefined ? null : dueTime(entry, core.environment.now())
    const account = findAccount(core, entry?.by ?? null)
    if (entry === undefined || due === null || account?.active !== true || !may(account, 'article.write'))
      continue
    const document = fromTemplate(core, entry.template, dayInVietnam(Date.parse(due)))
    if (!document.ok) continue
    const timetable = book.timetable.map(one => (one.id === id ? { ...one, madeFor: due } : one))
    await make(document.value, account, [bookChange({ ...book, timetable })])
    made += 1
  }
  if (made > 0) core.announce({ kind: 'templates-changed' })
  return made
}

const everyMs = 60_000

/** Looks every minute from now on; the result ends it and resolves when nothing is under way. */
export function startTimetable(core: Core, make: MakeArticle, report: () => void): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const look = () => {
    running = running.then(() => makeDueDrafts(core, make)).catch(report)
  }
  look()
  const timer = setInterval(look, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
