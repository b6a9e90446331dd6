import { type Problem, problem } from '#common/api/problems/problem'
import { instantNow } from '#common/domain/environment'
import type { AccountId, JobId } from '#common/domain/ids'
import type { Job } from '#common/domain/job'
import { ok, type Result, refuse } from '#common/domain/result'
import { auditEvent } from '#main/core/capability'
import { announceJobs, moved } from './move-job'
import type { PublishingParts } from './publishing-parts'

/** Somebody wants it tried now: the same bytes under the same number. A schedule is not overruled by this. */
export async function retryJob(
  parts: PublishingParts,
  id: JobId,
  actor: AccountId,
): Promise<Result<Job, Problem>> {
  const { core, line, setbacks } = parts
  const job = core.store.get('jobs', id)
  if (job === undefined) return refuse(problem('job-not-found'))
  const again = retried(job, instantNow(core.environment))
  if (again === null) return refuse(problem('job-not-movable', { state: job.state }))
  await core.store.commit({
    event: auditEvent(core, 'job.retried', actor, job.article, { job: job.id, from: job.state }),
    changes: [{ collection: 'jobs', put: again }],
  })
  setbacks.clear(job.id)
  line.clear(job.portal)
  announceJobs(parts, [job.article])
  parts.wake()
  return ok(again)
}

function retried(job: Job, at: string): Job | null {
  const fresh = { notBefore: job.scheduledFor, attempts: 0, problem: null }
  switch (job.state) {
    case 'refused': {
      const { seen: _, ...again } = job
      // Whoever sends again after seeing that somebody changed the portal means to overwrite it.
      return moved(job.problem?.code === 'portal-edited' ? again : job, 'waiting', at, {
        ...fresh,
        ...(job.problem?.code === 'portal-edited' ? { overwrite: true } : {}),
      })
    }
    case 'waiting':
    case 'unknown':
      return { ...job, ...fresh }
    default:
      return null
  }
}
