import { type Problem, problem } from '#common/api/problems/problem'
import type { Account } from '#common/domain/account'
import {
  type AnswerItem,
  type ApprovalAnswer,
  answerType,
  approvalAnswer,
} from '#common/domain/approval-file'
import type { Approval } from '#common/domain/article'
import type { CommentThread } from '#common/domain/comment'
import { instantNow } from '#common/domain/environment'
import { ok, type Result, refuse } from '#common/domain/result'
import { formatInstant } from '#common/domain/vietnam-time'
import { isLastLevel } from '#common/domain/workflow'
import { findAccount } from '#main/accounts/people'
import { act } from '#main/articles/act'
import type { ArticleIndex } from '#main/articles/article-index'
import { sha256 } from '#main/articles/freeze'
import { auditEvent, type Core } from '#main/core/capability'
import type { Exchange, StoredAccount } from '#main/core/collections'
import { type DraftDesk, findArticle } from '#main/drafts/draft-desk'
import { commitApproval, waitsAlike } from '../review/levels'
import type { Outbox } from '../review/review'
import { registeredKey, verifySeal } from '../review/seal'
import { keyNamedBy, peek, verifiedValue } from '../review/sign-text'
import { fingerprint } from './key-card'
import { toNote } from './problem-note'
import { remarkThreads } from './remark-threads'

interface Parts {
  readonly core: Core
  readonly index: ArticleIndex
  readonly desk: DraftDesk
  readonly outbox: Outbox
}

/** Carries out what a reviewer decided elsewhere, once, as that reviewer; what went stale is refused article by article. */
export async function importAnswer(
  parts: Parts,
  jws: string,
  about: { readonly fileName: string; readonly account: Account },
): Promise<Result<Exchange, Problem>> {
  const { core } = parts
  const checked = await checkAnswer(core, jws)
  if (!checked.ok) return checked
  const { answer, reviewer } = checked.value
  const exchange = core.store.get('exchanges', answer.request)
  if (answer.workspace !== core.store.workspace) return refuse(problem('approval-file-foreign'))
  if (exchange?.direction !== 'sent' || answer.requestDigest !== exchange.request)
    return refuse(problem('approval-file-unknown'))
  if (exchange.answer !== null)
    return refuse(
      problem('approval-file-known', { name: about.fileName, at: formatInstant(exchange.answer.at) }),
    )
  if (reviewer.id !== exchange.reviewer || answer.reviewer.account !== exchange.reviewer)
    return refuse(problem('approval-file-other-person', { name: exchange.person }))
  const { hash } = await core.store.blobs.put(Buffer.from(jws))
  const outcomes: (Problem | null)[] = []
  for (const item of answer.items) outcomes.push(await carryOut(parts, item, exchange, reviewer))
  const at = instantNow(core.environment)
  const threads: CommentThread[] = []
  for (const item of answer.items)
    threads.push(...(await remarkThreads(core, parts.desk, item, { by: reviewer.id, at })))
  const put: Exchange = {
    ...exchange,
    answer: {
      jws: hash,
      file: null,
      fileName: about.fileName,
      by: reviewer.id,
      at,
      items: answer.items.map(({ article, headline, decision, remarks }, place) => {
        const refused = outcomes[place] ?? null
        return { article, headline, decision, remarks, refused: refused === null ? null : toNote(refused) }
      }),
    },
  }
  await core.store.commit({
    event: auditEvent(core, 'approval-file.imported', about.account.id, answer.items[0]?.article ?? null, {
      exchange: exchange.id,
      reviewer: reviewer.id,
      digest: sha256(jws),
      decisions: answer.items.map(({ article, decision }, place) => ({
        article,
        decision,
        refused: outcomes[place]?.code ?? null,
      })),
    }),
    changes: [
      { collection: 'exchanges', put },
      ...threads.map(thread => ({ collection: 'threads', put: thread }) as const),
    ],
  })
  for (const { article } of threads) core.announce({ kind: 'comments-changed', article })
  core.announce({ kind: 'articles-changed', articles: answer.items.map(({ article }) => article) })
  return ok(put)
}

async function checkAnswer(
  core: Core,
  jws: string,
): Promise<Result<{ readonly answer: ApprovalAnswer; readonly reviewer: StoredAccount }, Problem>> {
  const kid = keyNamedBy(jws, answerType)
  const shown = approvalAnswer.safeParse(peek(jws))
  if (kid === null || !shown.success) return refuse(problem('approval-file-unreadable'))
  const { name, publicJwk } = shown.data.reviewer
  const key = registeredKey(core, kid)
  if (key === null)
    return refuse(problem('approval-file-key-unknown', { name, fingerprint: fingerprint(publicJwk.x) }))
  if (key.retiredAt !== null) return refuse(problem('approval-file-key-retired', { name }))
  const answer = await verifiedValue(jws, key.publicJwk, approvalAnswer)
  const reviewer = findAccount(core, key.owner)
  if (answer === null || reviewer === undefined)
    return refuse(problem('approval-file-altered', { what: 'chữ ký' }))
  return ok({ answer, reviewer })
}

/** Null when it was carried out. An approval that is there already (the machine stopped halfway) stays. */
async function carryOut(
  parts: Parts,
  item: AnswerItem,
  exchange: Exchange,
  reviewer: StoredAccount,
): Promise<Problem | null> {
  const { core } = parts
  const found = findArticle(core, item.article)
  if (!found.ok) return found.problem
  const article = found.value
  const asked = exchange.items.some(
    ({ article, revision }) => article === item.article && revision === item.revision,
  )
  if (!asked) return problem('approval-file-altered', { what: `bài “${item.headline}”` })
  const isThere = (approval: Approval | null | undefined) =>
    item.decision === 'approve' && approval?.seal === item.seal
  if (isThere(article.approval) || article.signed?.some(isThere)) return null
  if (item.decision === 'comment') return null
  if (article.revision !== item.revision) return problem('revision-changed')
  const at = instantNow(core.environment)
  const details = { revision: item.revision, exchange: exchange.id }
  if (item.decision === 'return') {
    const { reason, note } = item
    const returned = { by: reviewer.id, at, reason, note }
    const done = await act(
      core,
      'return',
      article.id,
      reviewer,
      () => ({ returned, claim: null, signed: [] }),
      ({ id }) => parts.outbox.holdUnsent(id),
      { ...details, reason, note },
    )
    return done.ok ? null : done.problem
  }
  const revision = parts.index.revisions(article.id).find(({ number }) => number === article.revisionNumber)
  const draft = await parts.desk.open(article.id)
  if (!draft.ok) return draft.problem
  if (revision?.hash !== item.revision || draft.value.version !== article.frozenVersion)
    return problem('revision-changed')
  const approval: Approval = {
    by: reviewer.id,
    at,
    revision: revision.hash,
    html: revision.html,
    seal: item.seal,
  }
  const sealed = { article: article.id, ...approval }
  const verdict = await verifySeal(core, sealed, isLastLevel(article) ? 'whole' : 'one-level')
  if (!verdict.valid || verdict.signer !== reviewer.id)
    return problem('seal-invalid', { reason: verdict.reason ?? 'signature' })
  // Verifying took a moment: if the text was withdrawn, edited or signed meanwhile, this seal is of something else.
  const current = core.store.get('articles', article.id)
  if (!waitsAlike(article, current) || draft.value.version !== current?.frozenVersion)
    return problem('revision-changed')
  const done = await commitApproval(core, article, approval, reviewer, exchange.id)
  if (done.ok) await parts.outbox.sendApproval(article.id, reviewer)
  return done.ok ? null : done.problem
}
