import type { Node } from 'prosemirror-model'
import { type Problem, problem } from '#common/api/problems/problem'
import type { DraftView } from '#common/api/views'
import { checkDocument } from '#common/document/check'
import { schemaVersion } from '#common/document/schema'
import { sameAfterRejecting } from '#common/document/suggestions/suggest-changes'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import { instantNow } from '#common/domain/environment'
import type { ArticleId } from '#common/domain/ids'
import { ok, type Result, refuse } from '#common/domain/result'
import { decide } from '#common/domain/workflow'
import type { Core, Handlers } from '#main/core/capability'
import { type DraftDesk, findArticle } from './draft-desk'
import { carriesSuggestions } from './known-suggestions'
import { applySteps, isStored, type LiveDraft } from './live-draft'
import { writeRefusal } from './may-write'
import { replaceDraft } from './replace-draft'

/** Keeps typing that arrived after the text was frozen, as an article of its own by everybody who wrote the first one. */
export type KeepLateTyping = (late: {
  readonly article: Article['id']
  readonly document: Node
  readonly account: Account
  readonly authors: Article['authors']
}) => Promise<void>

export function createDrafts(
  core: Core,
  desk: DraftDesk,
  keepLateTyping: KeepLateTyping,
): Handlers<
  'drafts.open' | 'drafts.push' | 'drafts.since' | 'drafts.flush' | 'drafts.replace' | 'drafts.presence'
> {
  return {
    'drafts.open': async (input, caller) => {
      const draft = await desk.open(input.article)
      if (!draft.ok) return unreadableView(core, input.article, draft.problem)
      const article = findArticle(core, input.article)
      return article.ok ? ok(viewOf(core, draft.value, article.value, caller.account)) : article
    },

    'drafts.push': async (input, caller) => {
      const accepted = { ...stamp(caller.account), client: input.client, steps: input.steps }
      const known = await desk.open(input.article)
      if (!known.ok) return known
      if (suggests(known.value, input.version, input.steps, caller.account)) {
        const reached = await desk.accept(known.value, input.version, accepted, true)
        return reached.ok ? ok({ version: reached.value }) : reached
      }
      const opened = await desk.openFor(input.article, caller.account)
      if (!opened.ok) return opened
      const draft = opened.value
      // From here to the acceptance nothing awaits: somebody may have submitted a moment ago.
      const refusal = writeRefusal(core, draft, caller.account)
      if (refusal !== null) {
        await keepLate(draft, input.version, input.steps, caller.account)
        return refuse(refusal)
      }
      if (forges(draft, input.version, input.steps, caller.account))
        return refuse(problem('suggestion-of-another'))
      const reached = await desk.accept(draft, input.version, accepted)
      return reached.ok ? ok({ version: reached.value }) : reached
    },

    'drafts.since': async input => {
      const draft = await desk.open(input.article)
      if (!draft.ok) return draft
      const later = await draft.value.since(input.version)
      if (later === null) return refuse(problem('steps-behind', { version: draft.value.version }))
      const { version, steps, clients } = later
      return ok({ version, steps: steps.filter(isRecord), clients: [...clients] })
    },

    'drafts.presence': (input, caller) => {
      const article = findArticle(core, input.article)
      if (!article.ok) return article
      const { id, name } = caller.account
      const presence = { ...input.presence, account: id, name }
      core.announce({ kind: 'draft-presence', article: input.article, presence })
      return ok({})
    },

    'drafts.flush': async input => {
      const draft = await desk.open(input.article)
      return draft.ok ? ok(await desk.flush(draft.value)) : draft
    },

    'drafts.replace': async (input, caller) => {
      const checked = checkDocument(input.document)
      if (!checked.ok) return checked
      return replaceDraft(core, desk, input.article, checked.value, caller.account, 'outside')
    },
  }

  function stamp(account: Account) {
    return { at: instantNow(core.environment), account: account.id }
  }

  /**
   * True for steps of somebody without a part in the text that leave it as it stands: they are no edit, so they make
   * nobody an author. Who is an author anyway need not be asked on every key.
   */
  function suggests(draft: LiveDraft, version: number, steps: readonly unknown[], account: Account): boolean {
    const article = findArticle(core, draft.article)
    if (!article.ok || version !== draft.version || !decide('suggest', article.value, account).ok)
      return false
    const isAuthor = article.value.authors.includes(account.id)
    if (isAuthor && decide('edit', article.value, account).ok) return false
    const applied = applySteps(draft.document, steps)
    return applied.ok && sameAfterRejecting(draft.document, applied.value.document, account.id)
  }

  /** True for steps that put suggestions under somebody else's name. */
  function forges(draft: LiveDraft, version: number, steps: readonly unknown[], account: Account): boolean {
    if (version !== draft.version || !carriesSuggestions(steps)) return false
    const applied = applySteps(draft.document, steps)
    return applied.ok && !draft.suggestions.admits(applied.value.document, account.id)
  }

  async function keepLate(
    draft: LiveDraft,
    version: number,
    steps: readonly unknown[],
    account: Account,
  ): Promise<void> {
    const article = findArticle(core, draft.article)
    if (!article.ok || !decide('edit', { ...article.value, stage: 'draft', claim: null }, account).ok) return
    const base = await draft.at(version)
    const late = base === null ? null : applySteps(base, steps)
    if (late?.ok !== true) return
    const { authors } = article.value
    await keepLateTyping({ article: draft.article, document: late.value.document, account, authors })
  }
}

function viewOf(core: Core, draft: LiveDraft, article: Article, account: Account): DraftView {
  return {
    article: article.id,
    schema: schemaVersion,
    version: draft.version,
    document: draft.document.toJSON(),
    savedAt: draft.savedAt ?? article.changedAt,
    readOnly: readOnlyBecause(core, article, account),
  }
}

/** A text this program does not understand is shown as it is stored and never changed; other problems stay problems. */
async function unreadableView(
  core: Core,
  id: ArticleId,
  problem: Problem,
): Promise<Result<DraftView, Problem>> {
  const article = findArticle(core, id)
  const isNewer = problem.code === 'document-newer'
  if (!article.ok || !(isNewer || problem.code === 'document-invalid')) return refuse(problem)
  const { snapshot, version } = await core.store.drafts.open(id)
  const stored = snapshot?.document
  if (!isStored(stored) || !isRecord(stored.document)) return refuse(problem)
  return ok({
    article: id,
    schema: stored.schema,
    version,
    document: stored.document,
    savedAt: article.value.changedAt,
    readOnly: isNewer ? 'newer-schema' : 'unreadable',
  })
}

function readOnlyBecause(core: Core, article: Article, account: Account): DraftView['readOnly'] {
  if (core.store.health.kind !== 'writable') return 'store'
  const decision: Result<unknown, Problem> = decide('edit', article, account)
  if (decision.ok || decide('suggest', article, account).ok) return null
  return decision.problem.code === 'wrong-stage' ? 'frozen' : 'not-permitted'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
