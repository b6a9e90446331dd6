import { type Problem, problem } from '#common/api/problems/problem'
import { instantNow } from '#common/domain/environment'
import type { ArticleId } from '#common/domain/ids'
import type { Job } from '#common/domain/job'
import { publicationId, publicationTable } from '#common/domain/publication'
import type { Core } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import type { Change } from '#main/store/store'
import { moved } from './move-job'
import { toNote } from './publishing-parts'

/**
 * Changes that keep an article's unsent texts from leaving, for the transaction that voids its approval (P9). A
 * take-down or an expiry needs no approval and goes on; what is on its way is settled by asking the portal.
 */
export function holdUnsent(core: Core, article: ArticleId): Change<NewsroomCollections>[] {
  const held: Job[] = []
  for (const job of core.store.all('jobs').values()) {
    if (job.article === article && isUnsent(job) && publicationTable[job.decision].needsApproval)
      held.push(job)
  }
  return cancelChanges(core, held, problem('not-approved'))
}

export function isUnsent(job: Job): boolean {
  return job.state === 'waiting' || job.state === 'refused'
}

/** Cancels jobs; a publication that was only scheduled is then none again. `reason` null: somebody wanted it. */
export function cancelChanges(
  core: Core,
  jobs: readonly Job[],
  reason: Problem | null,
): Change<NewsroomCollections>[] {
  const at = instantNow(core.environment)
  const note = reason === null ? null : toNote(reason)
  return jobs.flatMap((job): Change<NewsroomCollections>[] => {
    const put = moved(job, 'cancelled', at, { problem: note })
    const publication = core.store.get('publications', publicationId(job.portal, job.article))
    if (publication === undefined || publication.scheduledFor === null) return [{ collection: 'jobs', put }]
    const state = publication.state === 'scheduled' ? 'none' : publication.state
    return [
      { collection: 'jobs', put },
      { collection: 'publications', put: { ...publication, state, scheduledFor: null } },
    ]
  })
}
