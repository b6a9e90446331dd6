import type { HandSheet } from '#common/api/hand-sheet'
import { type Problem, problem } from '#common/api/problems/problem'
import { instantNow } from '#common/domain/environment'
import type { AccountId, JobId } from '#common/domain/ids'
import type { Job } from '#common/domain/job'
import type { Portal } from '#common/domain/portal'
import { publicationId, publicationTable } from '#common/domain/publication'
import { ok, type Result, refuse } from '#common/domain/result'
import type { Connector, HandCopy } from '#main/connectors/connector'
import { auditEvent } from '#main/core/capability'
import { confirmJob } from './confirm-job'
import { announceJobs, moveJob } from './move-job'
import { parsePayload } from './payload'
import { type PublishingParts, toNote } from './publishing-parts'
import { hashOf, readRevisionFacts } from './revision-facts'
import { checkSeal, isVoided } from './send-job'

/** Whether the program itself can do anything about the job now, or a person has to (P13). */
export function waitsForHands(connector: Connector, job: Job): boolean {
  if (connector.byHand === null) return false
  return job.state === 'waiting' || (job.state === 'unknown' && job.handed === undefined)
}

/** What to copy. From here on somebody may have put it on the portal, so only readers' page tells. */
export async function openHandSheet(parts: PublishingParts, id: JobId): Promise<Result<HandSheet, Problem>> {
  const { core } = parts
  const found = findJob(parts, id)
  if (!found.ok) return found
  const { job, portal, copy } = found.value
  if (job.state !== 'waiting' && job.state !== 'unknown') {
    return refuse(problem('job-not-movable', { state: job.state }))
  }
  const payload = await core.store.blobs.read(job.payload)
  if (job.state === 'waiting') {
    const isEarly = job.notBefore !== null && Date.parse(job.notBefore) > core.environment.now()
    const [oldest] = parts.queue.of(job.portal, job.article)
    if (isEarly || job.held === true || oldest?.id !== job.id) {
      return refuse(problem('job-not-movable', { state: job.state }))
    }
    const fault = isVoided(parts, job)
      ? problem('not-approved')
      : await checkSeal(parts, job, parsePayload(payload))
    const sentAt = instantNow(core.environment)
    const sending = await moveJob(parts, job, 'sending', { problem: null, sentAt })
    if (fault !== null) {
      await moveJob(parts, sending, 'refused', { problem: toNote(fault) })
      return refuse(fault)
    }
    await moveJob(parts, sending, 'unknown')
  }
  const facts = job.revision === null ? null : await readRevisionFacts(core, job.revision)
  const publication = core.store.get('publications', publicationId(job.portal, job.article))
  const sheet = copy(payload, facts?.blobs ?? [])
  const theirs =
    sheet.text === null ? null : (portal.categoryMap?.[sheet.text.category] ?? sheet.text.category)
  const category = portal.categories.find(({ id }) => id === theirs)?.name
  return ok({
    decision: job.decision,
    url: publication?.url ?? null,
    ...sheet,
    text: sheet.text === null ? null : { ...sheet.text, category: category ?? sheet.text.category },
  })
}

/** A person says where readers find it now, or (null) that nothing was put there: then it waits again. */
export async function handOver(
  parts: PublishingParts,
  id: JobId,
  url: string | null,
  actor: AccountId,
): Promise<Result<Job, Problem>> {
  const { core, setbacks } = parts
  const found = findJob(parts, id)
  if (!found.ok) return found
  const { job, portal } = found.value
  if (job.state !== 'unknown') return refuse(problem('job-not-movable', { state: job.state }))
  if (url !== null && new URL(url).origin !== new URL(portal.url).origin) {
    return refuse(problem('hand-address-foreign', { url: portal.url }))
  }
  const { handed: _, ...before } = job
  const details = { job: id, portal: portal.id, url }
  const put: Job =
    url === null
      ? { ...before, state: 'waiting', readBack: null }
      : { ...before, readBack: null, handed: { url, at: instantNow(core.environment) } }
  await core.store.commit({
    event: auditEvent(
      core,
      url === null ? 'job.hand-returned' : 'job.hand-done',
      actor,
      job.article,
      details,
    ),
    changes: [{ collection: 'jobs', put }],
  })
  setbacks.clear(id)
  announceJobs(parts, [job.article])
  parts.wake()
  return ok(put)
}

/** What a person put there is believed as far as an anonymous reader finds it. */
export async function askReaders(
  parts: PublishingParts,
  connector: Connector,
  portal: Portal,
  job: Job,
): Promise<void> {
  if (job.handed === undefined) return
  const request = parsePayload(await parts.core.store.blobs.read(job.payload))
  const { pathname, search } = new URL(job.handed.url)
  await confirmJob(parts, connector, portal, job, request, {
    article: job.article,
    sequence: job.sequence,
    state: publicationTable[job.decision].to,
    revision: job.revision,
    html: 'html' in request ? hashOf(request.html) : null,
    path: pathname + search,
    acceptedAt: job.handed.at,
  })
}

interface Found {
  readonly job: Job
  readonly portal: Portal
  readonly copy: HandCopy
}

function findJob({ core, connectorFor }: PublishingParts, id: JobId): Result<Found, Problem> {
  const job = core.store.get('jobs', id)
  if (job === undefined) return refuse(problem('job-not-found'))
  const portal = core.store.get('portals', job.portal)
  if (portal === undefined) return refuse(problem('portal-not-found'))
  const connector = connectorFor(portal, null)
  void connector.close()
  if (connector.byHand === null) return refuse(problem('job-not-movable', { state: job.state }))
  return ok({ job, portal, copy: connector.byHand })
}
