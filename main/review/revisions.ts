import type { Node } from 'prosemirror-model'
import { type Problem, problem } from '#common/api/problems/problem'
import { withoutSuggestions } from '#common/document/suggestions/settle'
import { summarize } from '#common/document/summary'
import type { Account } from '#common/domain/account'
import type { Article, Revision } from '#common/domain/article'
import type { AuditType } from '#common/domain/audit-types'
import { instantNow } from '#common/domain/environment'
import type { RevisionHash } from '#common/domain/ids'
import { ok, type Result, refuse } from '#common/domain/result'
import { decide } from '#common/domain/workflow'
import { nameOf } from '#main/accounts/people'
import type { ArticleIndex } from '#main/articles/article-index'
import { freeze } from '#main/articles/freeze'
import { viewArticle } from '#main/articles/view-article'
import { auditEvent, type Core, type Handlers } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import { type DraftDesk, findArticle } from '#main/drafts/draft-desk'
import { replaceDraft } from '#main/drafts/replace-draft'
import type { Change } from '#main/store/store'
import type { BackgroundWork } from '../background/background-work'
import { publishedRevision } from './base-comparison'
import { readRevision } from './read-revision'

type Operations = 'revisions.compare' | 'revisions.keep' | 'revisions.name' | 'revisions.restore'
type Side = RevisionHash | 'draft' | 'published'

/** Stages in which a version may be kept or brought back: nothing of this article is frozen for a decision. */
const openStages: readonly Article['stage'][] = ['draft', 'returned']

/** Versions of an article: compared, kept by hand, named, brought back as the draft. */
export function createRevisions(
  core: Core,
  index: ArticleIndex,
  desk: DraftDesk,
  work: BackgroundWork,
): Handlers<Operations> {
  return {
    'revisions.compare': async input => {
      const article = findArticle(core, input.article)
      if (!article.ok) return article
      const to = await textOf(article.value, input.to)
      if (!to.ok) return to
      const from = input.from === null ? null : await textOf(article.value, input.from)
      if (from !== null && !from.ok) return from
      const comparison = await work.compare({
        before: from?.value.document.toJSON() ?? null,
        after: to.value.document.toJSON(),
      })
      return ok({ from: from?.value.heading ?? null, to: to.value.heading, comparison })
    },

    'revisions.keep': async (input, caller) => {
      const kept = await keep(input.article, caller.account, { name: input.name, origin: 'kept' })
      return kept.ok ? ok(await viewArticle(core, index, desk, kept.value, caller.account)) : kept
    },

    'revisions.name': async (input, caller) => {
      const article = findArticle(core, input.article)
      if (!article.ok) return article
      const revision = numbered(input.article, input.number)
      if (revision === undefined) return refuse(problem('revision-not-found'))
      const { number, hash } = revision
      await commit(article.value, caller.account, 'revision.named', { number, hash, name: input.name }, [
        { collection: 'revisions', put: { ...revision, name: input.name } },
      ])
      return ok(await viewArticle(core, index, desk, article.value, caller.account))
    },

    'revisions.restore': async (input, caller) => {
      const revision = numbered(input.article, input.number)
      const document = revision === undefined ? null : await readRevision(core, revision.hash)
      if (revision === undefined || document === null) return refuse(problem('revision-not-found'))
      const kept = await keep(input.article, caller.account, { origin: 'automatic' })
      if (!kept.ok) return kept
      const replaced = await replaceDraft(core, desk, input.article, document, caller.account, 'own-past')
      if (!replaced.ok) return replaced
      const article = findArticle(core, input.article)
      if (!article.ok) return article
      const { number, hash } = revision
      await commit(article.value, caller.account, 'revision.restored', { number, hash }, [])
      return ok(await viewArticle(core, index, desk, article.value, caller.account))
    },
  }

  async function textOf(article: Article, side: Side) {
    if (side === 'draft') {
      const draft = await desk.open(article.id)
      if (!draft.ok) return draft
      const heading = { number: null, name: null, by: nameOf(core, article.changedBy), at: article.changedAt }
      return ok({ document: withoutSuggestions(draft.value.document), heading })
    }
    const hash = side === 'published' ? publishedRevision(index, article) : side
    const revision = index.revisions(article.id).findLast(candidate => candidate.hash === hash)
    const document: Node | null = revision === undefined ? null : await readRevision(core, revision.hash)
    if (revision === undefined || document === null) return refuse(problem('revision-not-found'))
    const { number, name = null, by, at } = revision
    return ok({ document, heading: { number, name, by: nameOf(core, by), at } })
  }

  function numbered(article: Article['id'], number: number): Revision | undefined {
    return index.revisions(article).find(candidate => candidate.number === number)
  }

  /** Freezes the draft as a version of its own; it never becomes the text a reviewer decides about. */
  async function keep(
    id: Article['id'],
    account: Account,
    about: Pick<Revision, 'name' | 'origin'>,
  ): Promise<Result<Article, Problem>> {
    const draft = await desk.open(id)
    if (!draft.ok) return draft
    await desk.flush(draft.value)
    const article = findArticle(core, id)
    if (!article.ok) return article
    const decision = decide('edit', article.value, account)
    if (!decision.ok) return decision
    if (!openStages.includes(article.value.stage))
      return refuse(problem('wrong-stage', { action: 'keep', stage: article.value.stage }))
    const { document } = draft.value
    const frozen = freeze(article.value, document, account.id, instantNow(core.environment))
    const put: Article = {
      ...article.value,
      ...summarize(document),
      revisionNumber: frozen.revision.number,
      changed: core.store.head.sequence + 1,
    }
    await commit(
      put,
      account,
      'revision.kept',
      { number: frozen.revision.number, hash: frozen.revision.hash, ...about },
      [
        { collection: 'articles', put },
        { collection: 'revisions', put: { ...frozen.revision, ...about } },
      ],
      frozen.bodies,
    )
    return ok(put)
  }

  async function commit(
    article: Article,
    account: Account,
    type: AuditType,
    details: Readonly<Record<string, unknown>>,
    changes: readonly Change<NewsroomCollections>[],
    bodies: ReturnType<typeof freeze>['bodies'] = [],
  ): Promise<void> {
    await core.store.commit({
      event: auditEvent(core, type, account.id, article.id, details),
      changes,
      ...(bodies.length > 0 && { bodies }),
    })
    core.announce({ kind: 'articles-changed', articles: [article.id] })
  }
}
