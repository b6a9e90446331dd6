import { type Problem, problem } from '#common/api/problems/problem'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import { ok, type Result, refuse } from '#common/domain/result'
import { type Action, decide } from '#common/domain/workflow'
import { findAccount } from '#main/accounts/people'
import { auditEvent, type Core } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import { findArticle } from '#main/drafts/draft-desk'
import type { Change } from '#main/store/store'
import type { FrozenText } from './freeze'

/** Further records the same action changes. */
export type MoreChanges = (article: Article) => readonly Change<NewsroomCollections>[]

type Changed = Partial<Article> & { readonly with?: FrozenText }

/** What leaves a record of its own; editing, suggesting and commenting are records of drafts and threads. */
export type RecordedAction = Exclude<Action, 'edit' | 'suggest' | 'comment'>

/**
 * One step of the workflow as one transaction: load, decide, change, commit, announce. Deciding and committing happen in
 * one synchronous turn, so no other action can come between.
 */
export async function act(
  core: Core,
  action: RecordedAction,
  id: string,
  account: Account,
  change: (article: Article) => Changed,
  more: MoreChanges = () => [],
  details: Readonly<Record<string, unknown>> = {},
): Promise<Result<Article, Problem>> {
  const found = findArticle(core, id)
  if (!found.ok) return found
  const article = found.value
  // Signing or flushing may have taken a moment: the roles that count are those held now.
  const actor = findAccount(core, account.id)
  if (actor?.active !== true) return refuse(problem('not-signed-in'))
  const decision = decide(action, article, actor)
  if (!decision.ok) return decision
  const { with: frozen, ...changes } = change(article)
  const event = auditEvent(core, `article.${action}`, account.id, article.id, {
    from: article.stage,
    to: decision.value.to,
    ...(frozen === undefined ? {} : { revision: frozen.revision.hash, number: frozen.revision.number }),
    ...details,
  })
  const put: Article = {
    ...article,
    ...changes,
    stage: decision.value.to,
    changedBy: account.id,
    changedAt: event.at,
    changed: core.store.head.sequence + 1,
  }
  const revisions: readonly Change<NewsroomCollections>[] =
    frozen === undefined ? [] : [{ collection: 'revisions', put: frozen.revision }]
  await core.store.commit({
    event,
    changes: [{ collection: 'articles', put }, ...revisions, ...more(article)],
    ...(frozen === undefined ? {} : { bodies: frozen.bodies }),
  })
  core.announce({ kind: 'articles-changed', articles: [article.id] })
  return ok(put)
}
