import { type Problem, problem } from '#common/api/problems/problem'
import type { Article } from '#common/domain/article'
import { instantNow, newId } from '#common/domain/environment'
import { type AccountId, type BlobHash, jobId, type RevisionHash } from '#common/domain/ids'
import type { Job } from '#common/domain/job'
import { categoryOn, type Portal } from '#common/domain/portal'
import { blankPublication, type Publication } from '#common/domain/publication'
import { ok, type Result, refuse } from '#common/domain/result'
import { refusedBy } from '#main/articles/portal-limits'
import { auditEvent } from '#main/core/capability'
import { readApprovedText } from './approved-text'
import { decideOrder, owesApproval, releaseOf } from './decide-order'
import { moved } from './move-job'
import { publicationOn } from './past-publication'
import { payloadText, slugOf, type Wanted } from './payload'
import type { PublishingParts } from './publishing-parts'
import { hashOf, readRevisionFacts } from './revision-facts'

/** What somebody wants done with an article; the approved text is added by `prepareOrder`. */
export type Wish =
  | { readonly decision: 'publish'; readonly scheduledFor: string | null }
  | { readonly decision: 'correct'; readonly notice: string }
  | { readonly decision: 'confirm' }
  | Extract<Wanted, { decision: 'take-down' }>
  | { readonly decision: 'expire' }

/** Everything that had to be read from the disk; deciding and committing then take one synchronous turn. */
export interface PreparedOrder {
  readonly wanted: Wanted
  readonly revision: RevisionHash | null
  readonly blobs: readonly BlobHash[]
  readonly textBytes: number
}

/** Reads and checks what a decision needs: approval, seal (P4), category (P5). */
export async function prepareOrder(
  parts: PublishingParts,
  article: Article,
  portal: Portal,
  asked: Wish,
): Promise<Result<PreparedOrder, Problem>> {
  const publication = publicationOn(parts.core.store, portal, article)
  const isOwed = asked.decision === 'publish' && owesApproval(article, publication)
  const wish: Wish = isOwed ? { decision: 'confirm' } : asked
  if (wish.decision === 'take-down' || wish.decision === 'expire') {
    return ok({ wanted: wish, revision: null, blobs: [], textBytes: 0 })
  }
  const text = await readApprovedText(parts, article)
  if (!text.ok) return text
  if (categoryOn(portal, article.category) === null) {
    return refuse(problem('category-unmapped', { category: article.category ?? '' }))
  }
  const { revision } = text.value.approval
  if (wish.decision === 'confirm')
    return ok({ wanted: { ...wish, text: text.value }, revision, blobs: [], textBytes: 0 })
  const facts = await readRevisionFacts(parts.core, revision)
  const refusal = refusedBy(portal, facts.blobs)
  if (refusal !== null) return refuse(refusal)
  return ok({
    wanted: { ...wish, text: text.value },
    revision,
    blobs: facts.blobs.map(blob => blob.hash),
    textBytes: facts.blobBytes + Buffer.byteLength(text.value.html),
  })
}

/**
 * Decides and queues as one journal record: the job, what it supersedes, the publication's new number and the message's
 * bytes, all before anything leaves (P1). The promise settles when it is durable.
 */
export function commitOrder(
  parts: PublishingParts,
  articleId: Article['id'],
  portal: Portal,
  prepared: PreparedOrder,
  actor: AccountId | null,
  /** Somebody's text on the portal that this is to take the place of. */
  seen?: BlobHash,
): Result<Promise<Job>, Problem> {
  const { core, queue } = parts
  // The article may have been reopened while its texts were read.
  const article = core.store.get('articles', articleId)
  if (article === undefined) return refuse(problem('article-not-found'))
  const { wanted } = prepared
  if ('text' in wanted && releaseOf(article)?.seal !== wanted.text.approval.seal) {
    return refuse(problem('revision-changed'))
  }
  const publication = publicationOn(core.store, portal, article)
  const unfinished = queue.of(portal.id, article.id)
  const order = decideOrder(wanted.decision, article, publication, unfinished)
  if (!order.ok) return order

  // What was taken as a draft and approved may take the place of what it came from.
  const taken = publication?.theirs?.way === 'taken' ? publication.theirs.seen : undefined
  const overwritten = seen ?? taken

  const at = instantNow(core.environment)
  const text = payloadText(wanted, article, publication, at)
  const payload = hashOf(text)
  const scheduledFor = wanted.decision === 'publish' ? wanted.scheduledFor : null
  const job: Job = {
    id: jobId.parse(newId(core.environment)),
    portal: portal.id,
    article: article.id,
    sequence: order.value.sequence,
    key: `${portal.id}.${article.id}.${order.value.sequence}`,
    decision: wanted.decision,
    revision: prepared.revision,
    payload,
    blobs: [...prepared.blobs],
    totalBytes: prepared.textBytes === 0 ? Buffer.byteLength(text) : prepared.textBytes,
    state: 'waiting',
    sentBlobs: 0,
    attempts: 0,
    notBefore: scheduledFor,
    scheduledFor,
    problem: null,
    readBack: null,
    queuedBy: actor,
    queuedAt: at,
    finishedAt: null,
    queued: core.store.head.sequence + 1,
    ...(overwritten !== undefined && { overwrite: true, seen: overwritten }),
  }
  const durable = core.store.commit({
    event: auditEvent(core, 'publication.decided', actor, article.id, {
      decision: job.decision,
      portal: portal.id,
      job: job.id,
      sequence: job.sequence,
      revision: job.revision,
      payload,
      ...(scheduledFor === null ? {} : { scheduledFor }),
      ...(wanted.decision === 'take-down' ? { reason: wanted.reason } : {}),
      ...(wanted.decision === 'take-down' && wanted.notice !== undefined ? { notice: wanted.notice } : {}),
      ...(wanted.decision === 'correct' ? { notice: wanted.notice } : {}),
    }),
    changes: [
      ...order.value.supersedes.map(
        old => ({ collection: 'jobs', put: moved(old, 'superseded', at) }) as const,
      ),
      { collection: 'jobs', put: job },
      { collection: 'publications', put: awaiting(publication, job, slugOf(article, publication)) },
    ],
    bodies: [{ hash: payload, text }],
  })
  queue.add(job)
  return ok(durable.then(() => job))
}

/** Readers still see what they saw; only the number and a schedule are new. */
function awaiting(publication: Publication | undefined, job: Job, slug: string): Publication {
  const before: Publication = publication ?? blankPublication(job.portal, job.article, slug)
  const unseen = before.state === 'none' || before.state === 'scheduled'
  return {
    ...before,
    state: unseen ? (job.scheduledFor === null ? 'none' : 'scheduled') : before.state,
    sequence: job.sequence,
    slug,
    scheduledFor: job.scheduledFor,
  }
}
