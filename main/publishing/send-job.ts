import type { PublishRequest } from '#common/api/portal-api'
import { type Problem, problem } from '#common/api/problems/problem'
import { instantNow } from '#common/domain/environment'
import type { BlobHash } from '#common/domain/ids'
import type { Job } from '#common/domain/job'
import type { Portal } from '#common/domain/portal'
import { publicationId } from '#common/domain/publication'
import type { Connector, Held, Outcome } from '#main/connectors/connector'
import { auditEvent } from '#main/core/capability'
import { BlobError } from '#main/store/blobs/blob-store'
import { confirmJob, holdsDecision } from './confirm-job'
import { approvalOf, releaseOf } from './decide-order'
import { cancelChanges } from './hold-unsent'
import { announceJobs, moveJob } from './move-job'
import { pastPlace } from './past-publication'
import { parsePayload } from './payload'
import { type JobProgress, type PublishingParts, toNote } from './publishing-parts'
import { hashOf, readRevisionFacts } from './revision-facts'
import { type Hindrance, settleSending } from './settle-job'
import { soughtPage } from './their-text'

/** Sends one waiting job: seal again, media before text, then the message; ends in a settled state, whatever happens. */
export async function sendJob(
  parts: PublishingParts,
  connector: Connector,
  portal: Portal,
  waiting: Job,
): Promise<void> {
  const { core } = parts
  if (isVoided(parts, waiting)) {
    await core.store.commit({
      event: auditEvent(core, 'job.cancelled', null, waiting.article, {
        job: waiting.id,
        cause: 'not-approved',
      }),
      changes: cancelChanges(core, [waiting], problem('not-approved')),
    })
    announceJobs(parts, [waiting.article])
    return
  }
  const job = await moveJob(parts, waiting, 'sending', {
    notBefore: null,
    problem: null,
    sentAt: instantNow(core.environment),
  })
  try {
    const payload = await core.store.blobs.read(job.payload)
    const request = parsePayload(payload)
    const fault = await checkSeal(parts, job, request)
    if (fault !== null) {
      await moveJob(parts, job, 'refused', { problem: toNote(fault) })
      return
    }
    const media = await sendMissing(parts, connector, job, job.blobs)
    if (media !== null) {
      await settleSending(parts, portal, job, 'media', media)
      return
    }
    const outcome = await deliver(parts, connector, job, payload)
    if (outcome.kind !== 'done') await settleSending(parts, portal, job, 'decision', outcome)
    else if (outcome.value.whole && holdsDecision(outcome.value, job, request)) {
      await confirmJob(parts, connector, portal, job, request, outcome.value)
    } else await settleSending(parts, portal, job, 'decision', { kind: 'conflict' })
  } catch (error) {
    if (!(error instanceof BlobError)) throw error
    await moveJob(parts, job, 'refused', { problem: toNote(problem('blob-not-found')) })
  } finally {
    parts.progress.delete(job.id)
  }
}

/** Reopening already holds what is unsent; this catches a job that came back to waiting afterwards. */
export function isVoided({ core }: PublishingParts, job: Job): boolean {
  if (job.revision === null) return false
  const article = core.store.get('articles', job.article)
  return article === undefined || releaseOf(article)?.revision !== job.revision
}

export async function checkSeal(
  { core, verifySeal }: PublishingParts,
  job: Job,
  request: PublishRequest,
): Promise<Problem | null> {
  if (request.decision === 'take-down' || request.decision === 'expire' || job.revision === null) return null
  const article = core.store.get('articles', job.article)
  const approved = article === undefined ? undefined : approvalOf(article)?.html
  const html = request.decision === 'confirm' ? approved : hashOf(request.html)
  if (html === undefined) return problem('not-approved')
  const { valid, reason } = await verifySeal({
    seal: request.seal,
    article: job.article,
    revision: job.revision,
    html,
  })
  return valid ? null : problem('seal-invalid', { reason: reason ?? '' })
}

/** The message; when the portal misses media it said it had, those are sent and the message once more. */
async function deliver(
  parts: PublishingParts,
  connector: Connector,
  job: Job,
  payload: Uint8Array,
): Promise<Outcome<Held> | Hindrance> {
  const confirmed = parts.core.store.get('publications', publicationId(job.portal, job.article))
  const article = parts.core.store.get('articles', job.article)
  const wasSeen = await isAsSeen(parts, connector, job)
  if (wasSeen.kind !== 'done') return wasSeen
  const delivery = {
    article: job.article,
    sequence: job.sequence,
    past: article === undefined ? null : pastPlace(article, confirmed),
    previous: confirmed?.confirmedSequence || null,
    payload,
    overwrite: job.overwrite === true && wasSeen.value,
  }
  if (parts.line.offline) return { kind: 'switched-off' }
  const outcome = await connector.put(delivery)
  if (outcome.kind !== 'missing-blobs') return outcome
  const ours = outcome.hashes.filter(hash => job.blobs.includes(hash))
  const media = await sendMissing(parts, connector, job, ours)
  return media ?? connector.put(delivery)
}

/** What a person wants overwritten is what they saw, not what somebody wrote since. */
async function isAsSeen(parts: PublishingParts, connector: Connector, job: Job): Promise<Outcome<boolean>> {
  const publication = parts.core.store.get('publications', publicationId(job.portal, job.article))
  if (job.seen === undefined || connector.theirs === null || publication?.url == null) {
    return { kind: 'done', value: true }
  }
  const now = await connector.theirs(await soughtPage(parts.core, publication, publication.url))
  if (now.kind !== 'done') return now
  return { kind: 'done', value: now.value !== null && hashOf(now.value) === job.seen }
}

/** Sends what the portal does not have, and nothing else; null when all is there. */
async function sendMissing(
  parts: PublishingParts,
  connector: Connector,
  job: Job,
  hashes: readonly BlobHash[],
): Promise<Hindrance | null> {
  if (job.revision === null) return null
  const facts = await readRevisionFacts(parts.core, job.revision)
  let bytes = 0
  for (const [index, hash] of hashes.entries()) {
    if (parts.line.offline) return { kind: 'switched-off' }
    const blob = facts.blobs.find(candidate => candidate.hash === hash)
    const there = await connector.hasBlob(hash)
    if (there.kind !== 'done') return there
    if (!there.value) {
      const body = await parts.core.store.blobs.read(hash)
      const type = blob?.mediaType ?? 'application/octet-stream'
      const before = bytes
      let left = 0
      const show = (more: number) => {
        left += more
        tell(parts, job, { blobs: index, bytes: before + left })
      }
      const sent = await connector.putBlob(hash, body, type, {
        sent: more => {
          parts.throughput.add(more)
          show(more)
        },
        held: show,
      })
      if (sent.kind !== 'done') return sent
    }
    bytes += blob?.sizeBytes ?? 0
    tell(parts, job, { blobs: index + 1, bytes })
  }
  return null
}

const tellEveryMs = 500

/** Windows hear of it twice a second at most: each asks for the whole view again. */
function tell({ core, progress }: PublishingParts, job: Job, now: Omit<JobProgress, 'toldAtMs'>): void {
  const before = progress.get(job.id)
  const atMs = core.environment.now()
  progress.set(job.id, { ...now, toldAtMs: before?.toldAtMs ?? 0 })
  if (before?.blobs === now.blobs && Math.abs(atMs - before.toldAtMs) < tellEveryMs) return
  progress.set(job.id, { ...now, toldAtMs: atMs })
  core.announce({ kind: 'publishing-changed' })
}
