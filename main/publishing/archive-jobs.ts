import { isUnfinished } from '#common/domain/job'
import { auditEvent, type Core } from '#main/core/capability'

/** Finished jobs that stay in memory for the screens; every older one is in the journal, which is kept for ever. */
const keptFinished = 1_000
/** Removed in one journal record; also how many too many are left alone, so that it is not done for each. */
const atOnce = 500

/** Lets the oldest finished jobs leave memory; resolves to how many went. What readers see stays in the publications. */
export async function archiveFinishedJobs(core: Core): Promise<number> {
  const { store } = core
  if (store.health.kind !== 'writable') return 0
  const finished = [...store.all('jobs').values()].filter(job => !isUnfinished(job.state))
  if (finished.length <= keptFinished + atOnce) return 0
  const queued = Float64Array.from(finished, job => job.queued).sort()
  const oldestKept = queued.at(-keptFinished) ?? 0
  const old = finished.filter(job => job.queued < oldestKept)
  for (let from = 0; from < old.length; from += atOnce) {
    const part = old.slice(from, from + atOnce)
    await store.commit({
      event: auditEvent(core, 'jobs.archived', null, null, { jobs: part.length }),
      changes: part.map(({ id }) => ({ collection: 'jobs', remove: id }) as const),
    })
  }
  return old.length
}
