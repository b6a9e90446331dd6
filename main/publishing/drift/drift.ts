import type { Comparison } from '#common/api/comparison'
import type { Output } from '#common/api/contract'
import { type Problem, problem } from '#common/api/problems/problem'
import type { Account } from '#common/domain/account'
import { instantNow } from '#common/domain/environment'
import type { ArticleId, BlobHash, PortalId } from '#common/domain/ids'
import type { Publication } from '#common/domain/publication'
import { publicationId } from '#common/domain/publication'
import { ok, type Result, refuse } from '#common/domain/result'
import { auditEvent, type Caller, type Handlers } from '#main/core/capability'
import type { DraftDesk } from '#main/drafts/draft-desk'
import { replaceDraft } from '#main/drafts/replace-draft'
import { readRevision } from '#main/review/read-revision'
import { commitOrder, prepareOrder } from '../enqueue'
import { cancelChanges, isUnsent } from '../hold-unsent'
import { announceJobs } from '../move-job'
import type { PublishingParts } from '../publishing-parts'
import { askTheirs } from '../their-text'
import { type ReadBlocks, type TheirDocument, theirDocument } from './their-document'

export type DriftOperations =
  | 'publishing.drift'
  | 'publishing.takeTheirs'
  | 'publishing.pushOurs'
  | 'publishing.leaveTheirs'

export interface DriftTools {
  readonly desk: DraftDesk
  readonly readBlocks: ReadBlocks
  readonly compare: (task: { readonly before: object | null; readonly after: object }) => Promise<Comparison>
  /** `articles.reopen`, with its rules. */
  readonly reopen: Handlers['articles.reopen']
  /** `revisions.keep`, with its rules. */
  readonly keep: Handlers['revisions.keep']
}

interface Drift extends TheirDocument {
  readonly publication: Publication
  /** SHA-256 of what the portal shows: the answer to it is about exactly this. */
  readonly seen: BlobHash
  readonly approved: Parameters<typeof theirDocument>[0]
}

/** Somebody edited on the portal (P14): what they changed, and the three ways out of it. */
export function createDrift(parts: PublishingParts, tools: DriftTools): Handlers<DriftOperations> {
  const { core } = parts

  async function read(article: ArticleId, portalId: PortalId): Promise<Result<Drift, Problem>> {
    const publication = core.store.get('publications', publicationId(portalId, article))
    const portal = core.store.get('portals', portalId)
    if (portal === undefined) return refuse(problem('portal-not-found'))
    if (publication?.revision == null || publication.url === null) {
      return refuse(
        problem('decision-not-possible', { decision: 'drift', state: publication?.state ?? 'none' }),
      )
    }
    const approved = await readRevision(core, publication.revision)
    if (approved === null) return refuse(problem('revision-not-found'))
    const theirs = await askTheirs(parts, portal, publication)
    if (!theirs.ok) return theirs
    const made = await theirDocument(approved, theirs.value.html, tools.readBlocks)
    if (made === null) return refuse(problem('drift-unreadable', { url: publication.url }))
    return ok({ ...made, publication, seen: theirs.value.seen, approved })
  }

  async function record(
    drift: Drift,
    way: 'taken' | 'left',
    account: Account,
    jobs: Parameters<typeof cancelChanges>[1],
  ): Promise<void> {
    const { id, article, portal } = drift.publication
    const now = core.store.get('publications', id) ?? drift.publication
    const theirs = { seen: drift.seen, way, at: instantNow(core.environment), by: account.id }
    await core.store.commit({
      event: auditEvent(core, `publication.drift-${way}`, account.id, article, { portal, seen: drift.seen }),
      changes: [{ collection: 'publications', put: { ...now, theirs } }, ...cancelChanges(core, jobs, null)],
    })
    announceJobs(parts, [article])
    parts.wake()
  }

  /** What was shown to the person must still be what is there. */
  async function reread(input: {
    readonly article: ArticleId
    readonly portal: PortalId
    readonly seen: BlobHash
  }): Promise<Result<Drift, Problem>> {
    const drift = await read(input.article, input.portal)
    if (drift.ok && drift.value.seen !== input.seen) return refuse(problem('drift-moved-on'))
    return drift
  }

  return {
    'publishing.drift': async input => {
      const drift = await read(input.article, input.portal)
      if (!drift.ok) return drift
      const { approved, document, publication, seen, lostPictures } = drift.value
      const comparison = await tools.compare({ before: approved.toJSON(), after: document.toJSON() })
      const view: Output<'publishing.drift'> = {
        comparison,
        headline: core.store.get('articles', publication.article)?.headline ?? '',
        portalName: core.store.get('portals', publication.portal)?.name ?? '',
        url: publication.url,
        seen,
        lostPictures,
        theirs: publication.theirs ?? null,
      }
      return ok(view)
    },

    'publishing.takeTheirs': async (input, caller) => {
      const drift = await reread(input)
      if (!drift.ok) return drift
      const opened = await openForWriting(input.article, caller)
      if (!opened.ok) return opened
      const { document } = drift.value
      const replaced = await replaceDraft(
        core,
        tools.desk,
        input.article,
        document,
        caller.account,
        'outside',
      )
      if (!replaced.ok) return replaced
      await record(drift.value, 'taken', caller.account, [])
      return ok({})
    },

    'publishing.pushOurs': async (input, caller) => {
      const drift = await reread(input)
      if (!drift.ok) return drift
      const { publication, seen } = drift.value
      const article = core.store.get('articles', publication.article)
      const portal = core.store.get('portals', publication.portal)
      if (article === undefined || portal === undefined) return refuse(problem('article-not-found'))
      const prepared = await prepareOrder(parts, article, portal, { decision: 'publish', scheduledFor: null })
      if (!prepared.ok) return prepared
      const order = commitOrder(parts, article.id, portal, prepared.value, caller.account.id, seen)
      if (!order.ok) return order
      await order.value
      announceJobs(parts, [article.id])
      parts.wake()
      return ok({})
    },

    'publishing.leaveTheirs': async (input, caller) => {
      const drift = await reread(input)
      if (!drift.ok) return drift
      const unsent = parts.queue.of(input.portal, input.article).filter(isUnsent)
      await record(drift.value, 'left', caller.account, unsent)
      return ok({})
    },
  }

  /** An approved text is reopened, a draft that is being written is kept as a version first. */
  async function openForWriting(article: ArticleId, caller: Caller): Promise<Result<unknown, Problem>> {
    const stage = core.store.get('articles', article)?.stage
    if (stage === 'approved') return tools.reopen({ article }, caller)
    return tools.keep({ article, name: 'Trước khi lấy bản trên cổng' }, caller)
  }
}
