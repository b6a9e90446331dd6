import { type Problem, problem } from '#common/api/problems/problem'
import type { PublishingView } from '#common/api/views'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import type { AuditType } from '#common/domain/audit-types'
import type { AccountId, ArticleId, JobId } from '#common/domain/ids'
import type { Job } from '#common/domain/job'
import type { Portal } from '#common/domain/portal'
import { type Publication, publicationId } from '#common/domain/publication'
import { ok, type Result, refuse } from '#common/domain/result'
import { auditEvent, type Handlers } from '#main/core/capability'
import { handOver, openHandSheet } from './by-hand'
import { commitOrder, prepareOrder, type Wish } from './enqueue'
import { cancelChanges, isUnsent } from './hold-unsent'
import { announceJobs } from './move-job'
import { type PublishingParts, toNote } from './publishing-parts'
import { readBackOnDemand } from './read-back-on-demand'
import { isReady } from './ready-articles'
import { retryJob } from './retry-job'
import type { ReadLoad } from './revision-facts'
import type { Runner } from './runner'
import { viewPublishing } from './view-publishing'

type Operations =
  | 'publishing.read'
  | 'publishing.push'
  | 'publishing.correct'
  | 'publishing.takeDown'
  | 'publishing.expire'
  | 'publishing.cancel'
  | 'publishing.hold'
  | 'publishing.first'
  | 'publishing.retry'
  | 'publishing.readBack'
  | 'publishing.readBackAll'
  | 'publishing.readBackCancel'
  | 'publishing.handSheet'
  | 'publishing.handOver'
  | 'line.setCap'
  | 'publishing.drain'
  | 'line.read'
  | 'line.setOffline'

export function createPublishingHandlers(
  parts: PublishingParts,
  runner: Runner,
  readLoad: ReadLoad,
): Handlers<Operations> {
  const { core, line } = parts
  const view = (account: Account, readyFrom = 0) =>
    viewPublishing(parts, account, readLoad, { looking: runner.looks.asked, readyFrom })
  const portals = () => [...core.store.all('portals').values()]

  /** Decides about one article on every portal where that is possible; the first refusal when it is on none. */
  const decideEverywhere = async (id: ArticleId, wish: Wish, account: Account) => {
    const article = core.store.get('articles', id)
    if (article === undefined) return refuse(problem('article-not-found'))
    const results: Result<unknown, Problem>[] = []
    for (const portal of portals()) results.push(await decide(parts, article, portal, wish, account.id))
    const [first] = results
    if (first === undefined) return refuse(problem('no-portal'))
    if (!results.some(result => result.ok) && !first.ok) return first
    announceJobs(parts, [id])
    parts.wake()
    return ok(await view(account))
  }

  /** Of these, the ones of which no byte has left; the first refusal when there is none. */
  const unsentOf = (ids: readonly JobId[]): Result<Job[], Problem> => {
    const jobs = ids.flatMap(id => core.store.get('jobs', id) ?? [])
    const unsent = jobs.filter(isUnsent)
    const [first] = jobs
    if (first === undefined) return refuse(problem('job-not-found'))
    return unsent.length > 0 ? ok(unsent) : refuse(problem('job-not-movable', { state: first.state }))
  }

  const mark = async (
    ids: readonly JobId[],
    type: AuditType,
    account: Account,
    change: (job: Job) => Job,
  ): Promise<Result<PublishingView, Problem>> => {
    const found = unsentOf(ids)
    if (!found.ok) return found
    await core.store.commit({
      event: auditEvent(core, type, account.id, null, { jobs: found.value.map(({ id }) => id) }),
      changes: found.value.map(job => ({ collection: 'jobs', put: change(job) }) as const),
    })
    announceJobs(parts, [...new Set(found.value.map(job => job.article))])
    for (const { id } of found.value) {
      const job = core.store.get('jobs', id)
      if (job !== undefined) parts.queue.add(job)
    }
    parts.wake()
    return ok(await view(account))
  }

  return {
    'publishing.read': async (input, caller) => ok(await view(caller.account, input.readyFrom)),

    'publishing.push': async (input, caller) => {
      const scheduledFor = input.scheduledFor ?? null
      if (portals().length === 0) return refuse(problem('no-portal'))
      if (scheduledFor !== null && Date.parse(scheduledFor) <= core.environment.now()) {
        return refuse(problem('schedule-in-past'))
      }
      const chosen = choose(parts, input.articles)
      if (!chosen.ok) return chosen
      const left: Left[] = []
      const queued: Promise<Job>[] = []
      for (const { article, portal } of chosen.value) {
        const prepared = await prepareOrder(parts, article, portal, { decision: 'publish', scheduledFor })
        const order = prepared.ok
          ? commitOrder(parts, article.id, portal, prepared.value, caller.account.id)
          : prepared
        if (order.ok) queued.push(order.value)
        else left.push({ article: article.id, headline: article.headline, problem: order.problem })
      }
      // The commits of one batch share their syncs; nothing may leave before they are durable, which the runner's own
      // commit, later in the same journal, makes sure of.
      const jobs = await Promise.all(queued)
      const [first] = left
      if (queued.length === 0 && first !== undefined) return refuse(first.problem)
      announceJobs(parts, [...new Set(chosen.value.map(({ article }) => article.id))])
      parts.wake()
      const notes = left.map(item => ({ ...item, problem: toNote(item.problem) }))
      return ok({
        queued: jobs.length,
        jobs: jobs.map(({ id }) => id),
        left: notes,
        publishing: await view(caller.account),
      })
    },

    'publishing.correct': (input, caller) =>
      decideEverywhere(input.article, { decision: 'correct', notice: input.notice }, caller.account),

    'publishing.takeDown': (input, caller) =>
      decideEverywhere(
        input.article,
        { decision: 'take-down', reason: input.reason, notice: input.notice },
        caller.account,
      ),

    'publishing.expire': (input, caller) =>
      decideEverywhere(input.article, { decision: 'expire' }, caller.account),

    'publishing.cancel': async (input, caller) => {
      const found = unsentOf(input.jobs)
      if (!found.ok) return found
      const event = auditEvent(core, 'job.cancelled', caller.account.id, null, {
        jobs: found.value.map(({ id }) => id),
      })
      await core.store.commit({ event, changes: cancelChanges(core, found.value, null) })
      announceJobs(parts, [...new Set(found.value.map(job => job.article))])
      return ok(await view(caller.account))
    },

    'publishing.hold': (input, caller) =>
      mark(input.jobs, input.held ? 'job.held' : 'job.released', caller.account, ({ held: _, ...job }) =>
        input.held ? { ...job, held: true } : job,
      ),

    'publishing.first': (input, caller) =>
      mark(input.jobs, 'job.first', caller.account, job => ({ ...job, first: true })),

    'publishing.retry': async (input, caller) => {
      const retried = await retryJob(parts, input.job, caller.account.id)
      return retried.ok ? ok(await view(caller.account)) : retried
    },

    'publishing.readBack': async (input, caller) => {
      const read = await readBackOnDemand(parts, input.article, caller.account.id)
      return read.ok ? ok(await view(caller.account)) : read
    },

    'publishing.readBackAll': async (_input, caller) => {
      runner.looks.askAll()
      parts.wake()
      return ok(await view(caller.account))
    },

    'publishing.readBackCancel': async (_input, caller) => {
      runner.looks.cancel()
      return ok(await view(caller.account))
    },

    'publishing.handSheet': input => openHandSheet(parts, input.job),

    'publishing.handOver': async (input, caller) => {
      const handed = await handOver(parts, input.job, input.url, caller.account.id)
      return handed.ok ? ok(await view(caller.account)) : handed
    },

    'publishing.drain': async (input, caller) => {
      await runner.drain(input.timeoutMs)
      return ok(await view(caller.account))
    },

    'line.read': () => ok(line.state()),

    'line.setCap': async (input, caller) => {
      await line.setCap(input.bytesPerSecond, caller.account.id)
      return ok(await view(caller.account))
    },

    'line.setOffline': async (input, caller) => {
      await line.setOffline(input.offline, caller.account.id)
      parts.wake()
      return ok(line.state())
    },
  }
}

interface Left {
  readonly article: ArticleId
  readonly headline: string
  readonly problem: Problem
}

interface Target {
  readonly article: Article
  readonly portal: Portal
}

/** The named articles on every portal, or everything that is ready. */
function choose(parts: PublishingParts, named: readonly ArticleId[] | undefined): Result<Target[], Problem> {
  const { core, index } = parts
  const portals = [...core.store.all('portals').values()]
  if (named === undefined) {
    return ok(
      index
        .newestFirst()
        .toReversed()
        .flatMap(article =>
          portals.filter(portal => isReady(parts, article, portal)).map(portal => ({ article, portal })),
        ),
    )
  }
  const targets: Target[] = []
  for (const id of new Set(named)) {
    const article = core.store.get('articles', id)
    if (article === undefined) return refuse(problem('article-not-found'))
    targets.push(...portals.map(portal => ({ article, portal })))
  }
  return ok(targets)
}

async function decide(
  parts: PublishingParts,
  article: Article,
  portal: Portal,
  wish: Wish,
  actor: AccountId,
): Promise<Result<unknown, Problem>> {
  if (wish.decision === 'take-down' && (await unschedule(parts, article, portal, actor))) return ok(null)
  const prepared = await prepareOrder(parts, article, portal, wish)
  if (!prepared.ok) return prepared
  const order = commitOrder(parts, article.id, portal, prepared.value, actor)
  return order.ok ? ok(await order.value) : order
}

/** Taking down what no reader has seen yet: nothing has been sent, so nothing needs to be told to the portal. */
async function unschedule(
  parts: PublishingParts,
  article: Article,
  portal: Portal,
  actor: AccountId,
): Promise<boolean> {
  const { core, queue } = parts
  const publication: Publication | undefined = core.store.get(
    'publications',
    publicationId(portal.id, article.id),
  )
  const jobs = queue.of(portal.id, article.id)
  const untouched = jobs.length > 0 && jobs.every(job => job.state === 'waiting' && job.attempts === 0)
  if (publication?.state !== 'scheduled' || !untouched) return false
  const event = auditEvent(core, 'publication.unscheduled', actor, article.id, { portal: portal.id })
  await core.store.commit({ event, changes: cancelChanges(core, jobs, null) })
  return true
}
