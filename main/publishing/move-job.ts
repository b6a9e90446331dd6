import { instantNow } from '#common/domain/environment'
import { isUnfinished, type Job, type JobState, mayMove } from '#common/domain/job'
import { auditEvent } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import type { Change } from '#main/store/store'
import type { PublishingParts } from './publishing-parts'

/** The job in its next state; an illegal move (docs/publishing.md, P2) is a bug and throws. */
export function moved(job: Job, to: JobState, at: string, patch: Partial<Job> = {}): Job {
  if (!mayMove(job.state, to)) throw new RangeError(`job may not go from ${job.state} to ${to}`)
  return { ...job, ...patch, state: to, finishedAt: isUnfinished(to) ? null : at }
}

/** One move as one journal record with its audit entry. `job` must be the record as it stands in the store now. */
export async function moveJob(
  parts: PublishingParts,
  job: Job,
  to: JobState,
  patch: Partial<Job> = {},
  more: readonly Change<NewsroomCollections>[] = [],
): Promise<Job> {
  const { core } = parts
  const put = moved(job, to, instantNow(core.environment), patch)
  const { id, portal, sequence, decision, revision, attempts, problem } = put
  await core.store.commit({
    event: auditEvent(core, `job.${to}`, null, job.article, {
      job: id,
      portal,
      sequence,
      decision,
      revision,
      attempts,
      ...(problem === null ? {} : { problem }),
    }),
    changes: [{ collection: 'jobs', put }, ...more],
  })
  announceJobs(parts, [job.article])
  return put
}

/** Tells the windows that the queue, and with it the articles' chips, have changed. */
export function announceJobs({ core }: Pick<PublishingParts, 'core'>, articles: Job['article'][]): void {
  core.announce({ kind: 'publishing-changed' })
  core.announce({ kind: 'line-changed' })
  core.announce({ kind: 'articles-changed', articles })
}
