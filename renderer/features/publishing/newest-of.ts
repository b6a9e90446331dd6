import type { JobView } from '#common/api/views'

type Message = Pick<JobView, 'id' | 'portal' | 'article' | 'sequence'>

/** Ids of the newest message about each article on each portal: only that one says what readers see now. */
export function newestOf(jobs: readonly Message[]): ReadonlySet<string> {
  const newest = new Map<string, Message>()
  for (const job of jobs) {
    const key = `${job.portal}.${job.article}`
    const known = newest.get(key)
    if (known === undefined || known.sequence < job.sequence) newest.set(key, job)
  }
  return new Set([...newest.values()].map(job => job.id))
}
