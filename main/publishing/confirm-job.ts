import { isDeepStrictEqual } from 'node:util'
import type { PublishRequest, RemoteArticle } from '#common/api/portal-api'
import { problem } from '#common/api/problems/problem'
import type { Job } from '#common/domain/job'
import { categoryOn, type Portal } from '#common/domain/portal'
import { type Publication, publicationId, publicationTable } from '#common/domain/publication'
import type { Connector } from '#main/connectors/connector'
import { auditEvent } from '#main/core/capability'
import { isUrgentSeal } from '#main/review/sign-text'
import { firstLookAt } from './later-looks'
import { announceJobs, moveJob } from './move-job'
import { type PublishingParts, toNote } from './publishing-parts'
import { isRight, readBackPublication } from './read-back'
import { hashOf, readRevisionFacts } from './revision-facts'

/** Whether the portal holds exactly this decision: number, text and state (P3). An answer without the hash proves nothing. */
export function holdsDecision(remote: RemoteArticle, job: Job, request: PublishRequest): boolean {
  if (remote.sequence !== job.sequence || remote.state !== publicationTable[job.decision].to) return false
  if (request.decision === 'take-down' || request.decision === 'expire') return true
  if (request.decision === 'confirm')
    return remote.revision === job.revision && remote.urgentUntil === undefined
  return remote.html === hashOf(request.html) && remote.revision === job.revision
}

/**
 * The portal confirmed the decision: readers are asked, and one record closes the job with what they see. Without a
 * readable page the confirmation is kept, but the job stays `unknown` until a reader has seen it (P6).
 */
export async function confirmJob(
  parts: PublishingParts,
  connector: Connector,
  portal: Portal,
  job: Job,
  request: PublishRequest,
  remote: RemoteArticle,
): Promise<void> {
  const { core, setbacks } = parts
  const change = await confirmation(parts, connector, portal, job, request, remote)
  const readBack = await readBackPublication(core, connector, portal, change(find(parts, job)))
  const sentBlobs = job.blobs.length
  // Read again: a newer decision may have been queued while the readers' page was fetched.
  const before = find(parts, job)
  const put: Publication = { ...change(before), readBack }
  // Where somebody else moves pages on, one that is not right yet is not known to be wrong (P13).
  if (readBack !== null && (isRight(readBack) || !connector.lags)) {
    setbacks.clear(job.id)
    parts.uncheckpointed.add(portal.id)
    await moveJob(parts, job, 'done', { sentBlobs, problem: null, readBack }, [
      { collection: 'publications', put },
    ])
    return
  }
  setbacks.add(job.id, core.environment.now())
  if (job.state === 'sending') {
    const note = toNote(problem('portal-unreachable', { url: portal.url }))
    await moveJob(parts, job, 'unknown', { sentBlobs, readBack, problem: note }, [
      { collection: 'publications', put },
    ])
  } else if (
    before.confirmedSequence !== put.confirmedSequence ||
    !isDeepStrictEqual(job.readBack?.parts, readBack?.parts)
  ) {
    const event = auditEvent(core, 'publication.confirmed', null, job.article, {
      portal: job.portal,
      sequence: job.sequence,
    })
    await core.store.commit({
      event,
      changes: [
        { collection: 'publications', put },
        { collection: 'jobs', put: { ...job, readBack } },
      ],
    })
    announceJobs(parts, [job.article])
  }
}

/** What the confirmation makes of the publication; number and schedule of a newer decision are not its to touch. */
async function confirmation(
  { core }: PublishingParts,
  connector: Connector,
  portal: Portal,
  job: Job,
  request: PublishRequest,
  remote: RemoteArticle,
): Promise<(before: Publication) => Publication> {
  const state = publicationTable[job.decision].to
  const withoutHot = ({ hotUntil: _, ...before }: Publication): Publication => before
  const common = ({ urgent: _, theirs: __, goneShown: ___, ...before }: Publication): Publication => ({
    ...before,
    state,
    confirmedSequence: job.sequence,
    scheduledFor: before.sequence === job.sequence ? null : before.scheduledFor,
  })
  const lookAt = firstLookAt(core.environment.now())
  if (request.decision === 'take-down' || request.decision === 'expire' || job.revision === null) {
    const gone = request.decision === 'take-down' ? request.notice : undefined
    const told = gone === undefined ? {} : { gone, goneShown: true as const }
    return before => ({ ...withoutHot(common(before)), ...told, expiresAt: null, lookAt })
  }
  if (request.decision === 'confirm') return common
  const { revision } = job
  const isUrgent = isUrgentSeal(request.seal)
  const { category: ours, expiresAt, hotUntil } = await readRevisionFacts(core, revision)
  const category = categoryOn(portal, ours)
  const isHot = connector.tidy !== null && hotUntil !== null
  return before => ({
    ...withoutHot(common(before)),
    ...(isUrgent && { urgent: true as const }),
    ...(isHot && { hotUntil }),
    ...(category !== null && { category }),
    revision,
    expiresAt,
    lookAt,
    slug: request.slug,
    url: remote.path === null ? null : connector.publicUrl(remote.path),
    publishedAt: request.publishedAt,
    corrections: request.decision === 'correct' ? request.notice.number : before.corrections,
  })
}

function find({ core }: PublishingParts, job: Job): Publication {
  const id = publicationId(job.portal, job.article)
  const publication = core.store.get('publications', id)
  if (publication === undefined) throw new RangeError(`job without publication ${id}`)
  return publication
}
