import { problem } from '#common/api/problems/problem'
import { listSuggestions } from '#common/document/suggestions/list-suggestions'
import { validate } from '#common/document/validators'
import type { Account } from '#common/domain/account'
import type { Article } from '#common/domain/article'
import { instantNow } from '#common/domain/environment'
import type { RevisionHash } from '#common/domain/ids'
import { ok, refuse } from '#common/domain/result'
import { openUrgent } from '#common/domain/urgent'
import { decide, isLastLevel, routeOf } from '#common/domain/workflow'
import { findAccount, nameOf } from '#main/accounts/people'
import { checkPassphrase } from '#main/accounts/sign-in'
import { signingHindrance } from '#main/accounts/signing-key'
import { act } from '#main/articles/act'
import type { ArticleIndex } from '#main/articles/article-index'
import { differsFromRevision } from '#main/articles/freeze'
import { toRow } from '#main/articles/list-articles'
import { viewArticle } from '#main/articles/view-article'
import type { Core, Handlers } from '#main/core/capability'
import type { NewsroomCollections } from '#main/core/collections'
import { type DraftDesk, findArticle } from '#main/drafts/draft-desk'
import type { Change } from '#main/store/store'
import type { BackgroundWork } from '../background/background-work'
import { compareWithBase, publishedRevision } from './base-comparison'
import { findDamage } from './damage'
import { createFoundPassages } from './found-passages'
import { commitApproval, waitsAlike } from './levels'
import { makeSeal } from './make-seal'
import { readRevision } from './read-revision'
import { verifySeal } from './seal'

type Operations =
  | 'review.read'
  | 'review.proofread'
  | 'review.queue'
  | 'review.claim'
  | 'review.release'
  | 'review.return'
  | 'review.approve'
  | 'review.verifySeal'

/** What decisions about a text do to what waits to leave. */
export interface Outbox {
  /** Portals that show the text on an urgent decision hear of its approval. */
  sendApproval(article: Article['id'], account: Account): Promise<void>
  /** Changes that keep unsent jobs from leaving, for the transaction that takes back their approval or urgent decision. */
  holdUnsent(article: Article['id']): Change<NewsroomCollections>[]
}

export function createReview(
  core: Core,
  index: ArticleIndex,
  desk: DraftDesk,
  work: BackgroundWork,
  outbox: Outbox,
): Handlers<Operations> {
  const view = (article: Article, account: Account) => viewArticle(core, index, desk, article, account)
  const passagesIn = createFoundPassages(core, work)

  function submittedAt({ id, revisionNumber, changedAt }: Article): string {
    return index.revisions(id).find(({ number }) => number === revisionNumber)?.at ?? changedAt
  }

  async function sealView(article: Article) {
    const { approval } = article
    if (approval === null) return null
    const verdict = await verifySeal(core, { article: article.id, ...approval })
    return {
      valid: verdict.valid,
      reason: verdict.reason,
      reviewer: nameOf(core, approval.by),
      at: approval.at,
      revision: approval.revision,
      html: approval.html,
      kid: verdict.kid ?? '',
      demo: verdict.demo,
      earlier: await earlierLevels(article),
      damage: verdict.valid ? [] : await findDamage(core, approval),
    }
  }

  async function earlierLevels(article: Article) {
    const { levels } = routeOf(article)
    return Promise.all(
      (article.signed ?? []).map(async (one, index) => ({
        level: levels[index]?.name ?? '',
        reviewer: nameOf(core, one.by),
        at: one.at,
        valid: (await verifySeal(core, { article: article.id, ...one }, 'one-level')).valid,
      })),
    )
  }

  return {
    'review.queue': (_input, caller) => {
      const waiting = index
        .newestFirst()
        .filter(article => article.stage === 'submitted' || article.stage === 'in-review')
        .map(article => ({
          ...toRow(core, index, article, caller.account),
          submittedAt: submittedAt(article),
          holder: article.claim === null ? null : nameOf(core, article.claim.by),
          isPublic: openUrgent(article) !== null,
        }))
        // What readers already have comes first; taking a text up, or letting it go, leaves it in its place.
        .sort((a, b) => Number(b.isPublic) - Number(a.isPublic) || a.submittedAt.localeCompare(b.submittedAt))
      return ok({ rows: waiting.map(({ isPublic, ...row }) => row) })
    },

    'review.read': async (input, caller) => {
      const article = findArticle(core, input.article)
      if (!article.ok) return article
      const { revision } = article.value
      if (revision === null) return refuse(problem('no-revision'))
      const document = await readRevision(core, revision)
      // What was approved and can no longer be read is exactly what this screen has to show.
      if (document === null && article.value.approval === null) return refuse(problem('revision-not-found'))
      const checks = document === null ? [] : validate(document)
      return ok({
        article: await view(article.value, caller.account),
        pagePath: `/preview/${article.value.id}?revision=${revision}`,
        comparison: await compareWithBase(core, work, index, article.value, revision),
        checks: checks.map(finding => ({ ...finding, params: { ...finding.params } })),
        seal: await sealView(article.value),
      })
    },

    'review.proofread': async input => {
      const article = findArticle(core, input.article)
      if (!article.ok) return article
      const { revision } = article.value
      if (revision === null) return refuse(problem('no-revision'))
      const passages = await passagesIn(revision)
      return passages === null ? refuse(problem('revision-not-found')) : ok({ passages: [...passages] })
    },

    'review.claim': async (input, caller) => {
      const claim = { by: caller.account.id, at: instantNow(core.environment) }
      const done = await act(core, 'claim', input.article, caller.account, () => ({ claim }))
      return done.ok ? ok(await view(done.value, caller.account)) : done
    },

    'review.release': async (input, caller) => {
      const done = await act(core, 'release', input.article, caller.account, () => ({ claim: null }))
      return done.ok ? ok(await view(done.value, caller.account)) : done
    },

    'review.return': async (input, caller) => {
      const article = findArticle(core, input.article)
      if (!article.ok) return article
      if (article.value.revision !== input.revision) return refuse(problem('revision-changed'))
      const { reason, note } = input
      const returned = {
        by: caller.account.id,
        at: instantNow(core.environment),
        reason,
        note,
      }
      const done = await act(
        core,
        'return',
        input.article,
        caller.account,
        () => ({ returned, claim: null, signed: [] }),
        ({ id }) => outbox.holdUnsent(id),
        {
          reason,
          note,
        },
      )
      return done.ok ? ok(await view(done.value, caller.account)) : done
    },

    'review.approve': async (input, caller) => {
      const found = findArticle(core, input.article)
      if (!found.ok) return found
      const refused = decide('approve', found.value, caller.account)
      if (!refused.ok) return refused
      const reviewer = findAccount(core, caller.account.id)
      if (reviewer === undefined) return refuse(problem('account-not-found'))
      const hindrance = signingHindrance(reviewer)
      if (hindrance !== null) return refuse(hindrance)
      const stepUp = await checkPassphrase(core, reviewer, input.passphrase ?? '')
      if (!stepUp.ok) return stepUp
      return approve(found.value, input.revision, reviewer, input.passphrase ?? '', caller.account)
    },

    'review.verifySeal': async input => {
      const article = findArticle(core, input.article)
      if (!article.ok) return article
      const seal = await sealView(article.value)
      return seal === null ? refuse(problem('not-approved')) : ok(seal)
    },
  }

  async function approve(
    article: Article,
    wanted: RevisionHash,
    reviewer: NonNullable<ReturnType<typeof findAccount>>,
    passphrase: string,
    account: Account,
  ) {
    const revision = index
      .revisions(article.id)
      .find(candidate => candidate.number === article.revisionNumber)
    const draft = await desk.open(article.id)
    if (!draft.ok) return draft
    const isNewest = revision?.hash === wanted && article.revision === wanted
    const open = listSuggestions(draft.value.document).length
    if (open > 0) return refuse(problem('suggestions-open', { count: open }))
    if (!isNewest || differsFromRevision(article, draft.value)) return refuse(problem('revision-changed'))
    const signer = { account: reviewer, passphrase }
    const seal = await makeSeal(core, signer, article, revision, publishedRevision(index, article))
    if (seal === null) return refuse(problem('wrong-passphrase'))
    const approval = {
      by: reviewer.id,
      at: instantNow(core.environment),
      revision: revision.hash,
      html: revision.html,
      seal,
    }
    const verdict = await verifySeal(
      core,
      { article: article.id, ...approval },
      isLastLevel(article) ? 'whole' : 'one-level',
    )
    if (!verdict.valid) return refuse(problem('seal-invalid', { reason: verdict.reason ?? '' }))
    // Signing took a moment: if the text was withdrawn, edited or signed meanwhile, this seal is of something else.
    const current = core.store.get('articles', article.id)
    if (current === undefined || !waitsAlike(article, current) || differsFromRevision(current, draft.value))
      return refuse(problem('revision-changed'))
    const done = await commitApproval(core, article, approval, account, null)
    if (done.ok) await outbox.sendApproval(article.id, account)
    return done.ok ? ok(await view(done.value, account)) : done
  }
}
