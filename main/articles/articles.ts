import type { Node } from 'prosemirror-model'
import { type Problem, type ProblemCode, problem, problemParameters } from '#common/api/problems/problem'
import { checkDocument } from '#common/document/check'
import { newDocument } from '#common/document/new-document'
import { summarize } from '#common/document/summary'
import { validate } from '#common/document/validators'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import { instantNow, newId } from '#common/domain/environment'
import { articleId } from '#common/domain/ids'
import type { Past } from '#common/domain/import'
import { findKind } from '#common/domain/kinds/registry'
import { ok, type Result, refuse } from '#common/domain/result'
import { dayInVietnam } from '#common/domain/vietnam-time'
import { auditEvent, type Core, type Handlers } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import { type DraftDesk, findArticle } from '#main/drafts/draft-desk'
import { KnownSuggestions } from '#main/drafts/known-suggestions'
import { storedDocument } from '#main/drafts/live-draft'
import { noteMedia, nothingShown, shownMedia } from '#main/media/note-media'
import { routeNow } from '#main/review/policy'
import type { Change } from '#main/store/store'
import { act, type MoreChanges, type RecordedAction } from './act'
import type { ArticleIndex } from './article-index'
import { beginArticle } from './begin-article'
import { fileFindings } from './file-findings'
import { firstRows } from './first-rows'
import { freeze } from './freeze'
import { listArticles } from './list-articles'
import { passPersonalDataGate, personalDataOf } from './personal-data-gate'
import { portalFindings } from './portal-limits'
import { samePeriodFindings } from './same-period'
import { viewArticle } from './view-article'

type Operations =
  | 'articles.list'
  | 'articles.read'
  | 'articles.create'
  | 'articles.checks'
  | 'articles.personalData'
  | 'articles.submit'
  | 'articles.withdraw'
  | 'articles.reopen'
  | 'articles.spike'
  | 'articles.restore'

/** What publishing does in the same transaction when an approval is voided or an article leaves. */
export type HoldUnsent = (article: Article['id']) => readonly Change<NewsroomCollections>[]

export interface Articles {
  readonly handlers: Handlers<Operations>
  /** A new article with this document, as `articles.create` makes it. */
  create(document: Node, account: Account, origin?: Origin): Promise<Article>
}

/** Where a new article's words come from, when not from the person who makes it. */
export interface Origin {
  /** Others whose words it holds. */
  readonly authors?: Article['authors']
  readonly past?: Past
  readonly rescuedFrom?: Article['id']
  /** Stands in the same record as the article. */
  readonly more?: (article: Article['id']) => readonly Change<NewsroomCollections>[]
}

export function createArticles(
  core: Core,
  index: ArticleIndex,
  desk: DraftDesk,
  holdUnsent: HoldUnsent,
): Articles {
  const simple =
    (action: RecordedAction, change: (article: Article) => Partial<Article>, more: MoreChanges = () => []) =>
    async (input: { readonly article: Article['id'] }, caller: { readonly account: Account }) => {
      const done = await act(core, action, input.article, caller.account, change, more)
      return done.ok ? ok(await viewArticle(core, index, desk, done.value, caller.account)) : done
    }

  async function create(
    document: Node,
    account: Account,
    { authors = [], past, rescuedFrom, more }: Origin = {},
  ): Promise<Article> {
    const id = articleId.parse(newId(core.environment))
    const event = auditEvent(core, 'article.created', account.id, id, { kind: document.attrs.kind })
    await core.store.drafts.create(id, storedDocument(document))
    const article: Article = {
      id,
      ...summarize(document),
      stage: 'draft',
      createdBy: account.id,
      createdAt: event.at,
      changedBy: account.id,
      changedAt: event.at,
      changed: core.store.head.sequence + 1,
      authors: [...new Set([account.id, ...authors])],
      frozenVersion: null,
      revision: null,
      revisionNumber: 0,
      claim: null,
      returned: null,
      approval: null,
      spiked: null,
      ...(past === undefined ? {} : { past }),
      ...(rescuedFrom === undefined ? {} : { rescuedFrom }),
    }
    const media = noteMedia(
      hash => core.store.get('media', hash),
      { id, isFrozen: false },
      nothingShown,
      shownMedia(document),
    )
    await core.store.commit({
      event,
      changes: [{ collection: 'articles', put: article }, ...media, ...(more?.(id) ?? [])],
    })
    core.announce({ kind: 'articles-changed', articles: [id] })
    if (media.length > 0) core.announce({ kind: 'media-changed' })
    return article
  }

  /** What the text itself says, and its files, and the portals it may go to. */
  const findingsOf = (document: Node) => [
    ...validate(document),
    ...portalFindings(core, document),
    ...fileFindings(core, document),
  ]

  const handlers: Handlers<Operations> = {
    'articles.list': async (input, caller) => {
      const first = core.store.isLoaded ? null : firstRows(core, input, caller.account)
      if (first !== null) return ok(first)
      await index.ready
      return ok(listArticles(core, index, input, caller.account))
    },

    'articles.read': async (input, caller) => {
      const article = findArticle(core, input.article)
      return article.ok ? ok(await viewArticle(core, index, desk, article.value, caller.account)) : article
    },

    'articles.create': async (input, caller) => {
      const document = firstDocument(
        core,
        input.kind,
        input.document,
        dayInVietnam(core.environment.now()),
        caller.account.id,
      )
      if (!document.ok) return document
      const article = await create(document.value, caller.account)
      return ok(await viewArticle(core, index, desk, article, caller.account))
    },

    'articles.checks': async input => {
      const draft = await desk.open(input.article)
      return draft.ok
        ? ok({
            checks: [
              ...findingsOf(draft.value.document),
              ...(await samePeriodFindings(index, input.article, draft.value.document)),
            ].map(finding => ({ ...finding, params: { ...finding.params } })),
          })
        : draft
    },

    'articles.personalData': async input => {
      const draft = await desk.open(input.article)
      if (!draft.ok) return draft
      return ok({ findings: personalDataOf(core, input.article, draft.value.document) })
    },

    'articles.submit': async (input, caller) => {
      const draft = await desk.open(input.article)
      if (!draft.ok) return draft
      // Until nothing was typed while it was being saved: a frozen text is never ahead of its draft on the disk.
      for (let saved = -1; saved !== draft.value.version; ) saved = (await desk.flush(draft.value)).version
      const blocker = findingsOf(draft.value.document).find(finding => finding.level === 'must')
      if (blocker !== undefined) return refuse(toProblem(blocker.code, blocker.params))
      const gate = passPersonalDataGate(
        core,
        input.article,
        draft.value.document,
        caller.account,
        input.personalData ?? [],
      )
      if (!gate.ok) return gate
      // From here to the commit nothing awaits: what is frozen is what was checked.
      const { document, version } = draft.value
      const submitted = await act(
        core,
        'submit',
        input.article,
        caller.account,
        article => {
          const frozen = freeze(article, document, caller.account.id, instantNow(core.environment))
          return {
            ...summarize(document),
            revision: frozen.revision.hash,
            revisionNumber: frozen.revision.number,
            frozenVersion: version,
            claim: null,
            returned: null,
            signed: [],
            route: routeNow(core, summarize(document)),
            with: frozen,
          }
        },
        () => gate.value.changes,
        gate.value.decisions.length === 0 ? {} : { personalData: gate.value.decisions },
      )
      if (!submitted.ok) return submitted
      await draft.value.snapshot()
      return ok(await viewArticle(core, index, desk, submitted.value, caller.account))
    },

    // What was to leave on an urgent decision about the text stays here from this moment.
    'articles.withdraw': simple(
      'withdraw',
      () => ({ claim: null, signed: [] }),
      article => holdUnsent(article.id),
    ),
    // W8: an approval never changes; what differs from it needs a new one, and nothing unsent leaves on the old one.
    'articles.reopen': simple(
      'reopen',
      () => ({ approval: null, signed: [], frozenVersion: null }),
      article => holdUnsent(article.id),
    ),

    'articles.spike': async (input, caller) => {
      const done = await act(
        core,
        'spike',
        input.article,
        caller.account,
        article => ({
          spiked: {
            by: caller.account.id,
            at: instantNow(core.environment),
            reason: input.reason,
            from: article.stage,
          },
          claim: null,
        }),
        article => holdUnsent(article.id),
      )
      return done.ok ? ok(await viewArticle(core, index, desk, done.value, caller.account)) : done
    },

    'articles.restore': simple('restore', () => ({ spiked: null })),
  }
  return { handlers, create }
}

function firstDocument(
  core: Core,
  kindId: string,
  json: unknown,
  today: string,
  by: string,
): Result<Node, Problem> {
  const kind = findKind(kindId)
  if (kind === undefined) return refuse(problem('unknown-kind', { kind: kindId }))
  if (json === undefined) return ok(beginArticle(core, kind, today))
  const document = checkDocument(json)
  if (document.ok && document.value.attrs.kind !== kind.id)
    return refuse(problem('document-invalid', { reason: `kind is not ${kind.id}` }))
  if (document.ok && !new KnownSuggestions(newDocument(kind)).admits(document.value, by))
    return refuse(problem('suggestion-of-another'))
  return document
}

function toProblem(code: string, params: Readonly<Record<string, unknown>>): Problem {
  const known = Object.hasOwn(problemParameters, code)
  if (!known) throw new RangeError(`no problem for check ${code}`)
  return { code: code as ProblemCode, params } as Problem
}
