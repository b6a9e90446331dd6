import { type Problem, problem } from '#common/api/problems/problem'
import { listSuggestions } from '#common/document/suggestions/list-suggestions'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import { instantNow } from '#common/domain/environment'
import { ok, type Result, refuse } from '#common/domain/result'
import { urgentHours } from '#common/domain/urgent'
import { decide } from '#common/domain/workflow'
import { findAccount } from '#main/accounts/people'
import { checkPassphrase } from '#main/accounts/sign-in'
import { signingHindrance } from '#main/accounts/signing-key'
import { act } from '#main/articles/act'
import type { ArticleIndex } from '#main/articles/article-index'
import { differsFromRevision } from '#main/articles/freeze'
import { viewArticle } from '#main/articles/view-article'
import type { Core, Handlers } from '#main/core/capability'
import { type DraftDesk, findArticle } from '#main/drafts/draft-desk'
import { waitsAlike } from './levels'
import { makeUrgentSeal } from './make-seal'
import { verifySeal } from './seal'

/** What publishing does for a text that may go to readers. */
export interface Releases {
  /** Why no portal could take it; null when one can. */
  hindrance(article: Article): Problem | null
  /** Queues it for every portal at once. */
  release(article: Article['id'], account: Account): Promise<Result<unknown, Problem>>
}

/** Publishing ahead of the approval (docs/workflow.md, W21): a right, a written reason, a signature, a day for the approval. */
export function createUrgent(
  core: Core,
  index: ArticleIndex,
  desk: DraftDesk,
  releases: Releases,
): Handlers<'review.publishUrgently'> {
  return {
    'review.publishUrgently': async (input, caller) => {
      const found = findArticle(core, input.article)
      if (!found.ok) return found
      const article = found.value
      const allowed = decide('publish-urgently', article, caller.account)
      if (!allowed.ok) return allowed
      if (input.reason === '') return refuse(problem('urgent-reason-missing'))
      const hindrance = releases.hindrance(article)
      if (hindrance !== null) return refuse(hindrance)
      const account = findAccount(core, caller.account.id)
      if (account === undefined) return refuse(problem('account-not-found'))
      const cannotSign = signingHindrance(account)
      if (cannotSign !== null) return refuse(cannotSign)
      const passphrase = input.passphrase ?? ''
      const stepUp = await checkPassphrase(core, account, passphrase)
      if (!stepUp.ok) return stepUp
      const revision = index.revisions(article.id).find(({ number }) => number === article.revisionNumber)
      const draft = await desk.open(article.id)
      if (!draft.ok) return draft
      const open = listSuggestions(draft.value.document).length
      if (open > 0) return refuse(problem('suggestions-open', { count: open }))
      if (revision?.hash !== input.revision || differsFromRevision(article, draft.value))
        return refuse(problem('revision-changed'))
      const seal = await makeUrgentSeal(core, { account, passphrase }, article, revision, input.reason)
      if (seal === null) return refuse(problem('wrong-passphrase'))
      const at = instantNow(core.environment)
      const until = new Date(core.environment.now() + urgentHours * 3_600_000).toISOString()
      const { hash, html } = revision
      const urgent = { by: account.id, at, revision: hash, html, seal, reason: input.reason, until }
      const verdict = await verifySeal(core, { article: article.id, ...urgent })
      if (!verdict.valid) return refuse(problem('seal-invalid', { reason: verdict.reason ?? '' }))
      // Signing took a moment: the text may have been withdrawn or edited.
      const current = core.store.get('articles', article.id)
      if (current === undefined || !waitsAlike(article, current) || differsFromRevision(current, draft.value))
        return refuse(problem('revision-changed'))
      const done = await act(core, 'publish-urgently', article.id, account, () => ({ urgent }), undefined, {
        revision: hash,
        html,
        reason: input.reason,
        until,
      })
      if (!done.ok) return done
      const sent = await releases.release(article.id, caller.account)
      if (!sent.ok) return sent
      return ok(await viewArticle(core, index, desk, done.value, caller.account))
    },
  }
}
