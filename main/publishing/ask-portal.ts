import type { RemoteArticle } from '#common/api/portal-api'
import { problem } from '#common/api/problems/problem'
import type { Job } from '#common/domain/job'
import type { Portal } from '#common/domain/portal'
import { type Publication, publicationId } from '#common/domain/publication'
import type { Connector } from '#main/connectors/connector'
import { auditEvent } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import { BlobError } from '#main/store/blobs/blob-store'
import type { Change } from '#main/store/store'
import { askReaders } from './by-hand'
import { confirmJob, holdsDecision } from './confirm-job'
import { moveJob } from './move-job'
import { parsePayload } from './payload'
import { type PublishingParts, toNote } from './publishing-parts'
import { isSpent } from './settle-job'

/**
 * The only way out of `unknown` (P3): the portal is asked what it holds. Ours: done. Nothing or something older: the
 * same bytes go again under the same number, unless a newer decision waits. Something else: ours is superseded.
 */
export async function askPortal(
  parts: PublishingParts,
  connector: Connector,
  portal: Portal,
  job: Job,
): Promise<void> {
  const { core, line } = parts
  if (connector.byHand !== null) return askReaders(parts, connector, portal, job)
  const publication = core.store.get('publications', publicationId(job.portal, job.article))
  const outcome = await connector.state({ article: job.article, slug: publication?.slug ?? '' })
  switch (outcome.kind) {
    case 'done':
      break
    case 'busy':
      line.busy(portal.id, outcome.retryAfterMs)
      return
    case 'unauthorised':
      line.unauthorised(portal.id)
      return
    case 'refused':
      await moveJob(parts, job, 'refused', { problem: toNote(outcome.problem) })
      return
    case 'unreachable':
    case 'unknown':
    case 'conflict':
    case 'missing-blobs':
      line.unreachable(portal.id)
      return
  }
  const remote = outcome.value
  try {
    const request = parsePayload(await core.store.blobs.read(job.payload))
    if (remote?.whole === true && holdsDecision(remote, job, request)) {
      await confirmJob(parts, connector, portal, job, request, remote)
      return
    }
  } catch (error) {
    if (!(error instanceof BlobError)) throw error
    await moveJob(parts, job, 'refused', { problem: toNote(problem('blob-not-found')) })
    return
  }
  if ((remote?.sequence ?? 0) < job.sequence && mayStillArrive(parts, connector, job)) {
    await postpone(parts, connector, job)
    return
  }
  const more = adoption(parts, connector, job, remote)
  if (
    remote !== null &&
    (remote.sequence > job.sequence || (remote.sequence === job.sequence && remote.whole))
  ) {
    const note = toNote(problem('portal-ahead', { sequence: remote.sequence }))
    await moveJob(parts, job, 'superseded', { problem: note }, more)
  } else if (parts.queue.of(job.portal, job.article).some(other => other.sequence > job.sequence)) {
    await moveJob(parts, job, 'superseded', {}, more)
  } else if (isSpent(job)) {
    await moveJob(parts, job, 'refused', {}, more)
  } else {
    await moveJob(parts, job, 'waiting', {}, more)
  }
}

/** A clock set back must not hold a job for longer than the settle time. */
function mayStillArrive({ core }: PublishingParts, { settleMs }: Connector, job: Job): boolean {
  if (settleMs === 0 || job.sentAt == null) return false
  const sinceMs = core.environment.now() - Date.parse(job.sentAt)
  return sinceMs >= 0 && sinceMs < settleMs
}

/** Asked again when a request that was cut off can no longer take effect. */
async function postpone({ core }: PublishingParts, { settleMs }: Connector, job: Job): Promise<void> {
  const notBefore = new Date(Date.parse(job.sentAt ?? '') + settleMs).toISOString()
  if (job.notBefore === notBefore) return
  const event = auditEvent(core, 'job.settling', null, job.article, { job: job.id, until: notBefore })
  await core.store.commit({ event, changes: [{ collection: 'jobs', put: { ...job, notBefore } }] })
}

/** What the portal holds becomes what we know: the next message names it as its predecessor and gets a higher number. */
function adoption(
  { core }: PublishingParts,
  connector: Connector,
  job: Job,
  remote: RemoteArticle | null,
): Change<NewsroomCollections>[] {
  const publication = core.store.get('publications', publicationId(job.portal, job.article))
  if (publication === undefined) return []
  return [{ collection: 'publications', put: adopt(publication, remote, connector) }]
}

export function adopt(
  publication: Publication,
  remote: RemoteArticle | null,
  connector: Pick<Connector, 'publicUrl'>,
): Publication {
  const confirmedSequence = remote?.sequence ?? 0
  if (confirmedSequence === publication.confirmedSequence) return publication
  if (remote === null) {
    return {
      ...publication,
      confirmedSequence,
      state: 'none',
      revision: null,
      readBack: null,
      expiresAt: null,
    }
  }
  return {
    ...publication,
    state: remote.state,
    sequence: Math.max(publication.sequence, confirmedSequence),
    confirmedSequence,
    revision: remote.revision ?? publication.revision,
    url: remote.path === null ? publication.url : connector.publicUrl(remote.path),
    readBack: null,
  }
}
