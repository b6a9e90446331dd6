import type { Output, ParsedInput } from '#common/api/contract'
import type { Answer } from '#common/api/operation'
import { problem } from '#common/api/problems/problem'
import type { Account } from '#common/domain/account'
import {
  type AnswerItem,
  type ApprovalAnswer,
  type ApprovalRequest,
  answerType,
} from '#common/domain/approval-file'
import { instantNow, newId } from '#common/domain/environment'
import { blobHash } from '#common/domain/ids'
import { ok, refuse } from '#common/domain/result'
import { type SealPayload, sealType } from '#common/domain/seal'
import { findAccount } from '#main/accounts/people'
import { checkPassphrase } from '#main/accounts/sign-in'
import { isInForce, type UnlockedKey, unlockKey } from '#main/accounts/signing-key'
import { sha256 } from '#main/articles/freeze'
import { auditEvent, type Core } from '#main/core/capability'
import type { Exchange, StoredAccount } from '#main/core/collections'
import type { BackgroundWork } from '../background/background-work'
import { policyOf } from '../review/make-seal'
import { signValue } from '../review/sign-text'
import { writeEnvelope } from './envelope-file'
import { toExchangeView } from './exchange-view'
import { readRequest } from './read-request'

type Decided = ParsedInput<'approvalFiles.answer'>['items'][number]

/** The key of this account that the asking newsroom knows as the reviewer's. */
export function decidingKey(
  account: StoredAccount | undefined,
  request: ApprovalRequest,
): StoredAccount['keys'][number] | undefined {
  return account?.keys.findLast(
    key =>
      isInForce(key) &&
      (key.openPrivate !== null || key.wrappedPrivate !== null) &&
      request.recipient.kids.includes(key.kid),
  )
}

/** Signs what the reviewer decided about a request, with a seal for each approved text, as a file to send back. */
export async function answerRequest(
  core: Core,
  work: BackgroundWork,
  input: ParsedInput<'approvalFiles.answer'>,
  caller: Account,
): Promise<Answer<Output<'approvalFiles.answer'>>> {
  const exchange = core.store.get('exchanges', input.exchange)
  if (exchange?.direction !== 'received') return refuse(problem('approval-file-unknown'))
  if (exchange.answer !== null)
    return refuse(problem('approval-file-known', { name: exchange.fileName, at: exchange.answer.at }))
  const request = await readRequest(core, work, exchange)
  const account = findAccount(core, caller.id)
  const key = decidingKey(account, request)
  if (account === undefined || key === undefined)
    return refuse(problem('approval-file-other-person', { name: request.recipient.name }))
  const undecided = request.items.find(item => !input.items.some(({ article }) => article === item.article))
  if (undecided !== undefined || input.items.length !== request.items.length)
    return refuse(problem('approval-file-undecided', { headline: undecided?.headline ?? '' }))
  const checked = await checkPassphrase(core, account, input.passphrase ?? '')
  if (!checked.ok) return checked
  const unlocked = await unlockKey(key, input.passphrase ?? '')
  if (unlocked === null) return refuse(problem('wrong-passphrase'))

  const items: AnswerItem[] = []
  for (const decided of input.items) {
    const item = await answerItem(core, request, decided, key.kid, unlocked)
    if (item === null) return refuse(problem('article-not-found'))
    items.push(item)
  }
  const answer: ApprovalAnswer = {
    format: 'toa-soan/approval-answer',
    v: 1,
    id: newId(core.environment),
    request: request.id,
    requestDigest: exchange.request,
    workspace: request.workspace,
    createdAt: instantNow(core.environment),
    reviewer: {
      account: request.recipient.account,
      name: account.name,
      kid: key.kid,
      publicJwk: key.publicJwk,
      demo: key.demo,
    },
    items,
  }
  const jws = await signValue(answer, answerType, { kid: key.kid, privateKey: unlocked.signing })
  const text = writeEnvelope(`Trả lời của ${account.name}`, { jws, blobs: {} })
  const { hash } = await core.store.blobs.put(Buffer.from(text))
  const signed = await core.store.blobs.put(Buffer.from(jws))
  const fileName = `${exchange.fileName.replace(/(\.duyet)?\.html$/i, '')}.tra-loi.html`
  // Signing took a moment: asked twice, only the first answer counts.
  const current = core.store.get('exchanges', exchange.id)
  if (current?.answer !== null)
    return refuse(problem('approval-file-known', { name: exchange.fileName, at: answer.createdAt }))
  const put: Exchange = {
    ...exchange,
    answer: {
      jws: signed.hash,
      file: hash,
      fileName,
      by: account.id,
      at: answer.createdAt,
      items: items.map(({ article, headline, decision, remarks }) => ({
        article,
        headline,
        decision,
        remarks,
        refused: null,
      })),
    },
  }
  await core.store.commit({
    event: auditEvent(core, 'approval-file.answered', account.id, null, {
      exchange: exchange.id,
      digest: sha256(jws),
      decisions: items.map(({ article, decision }) => ({ article, decision })),
    }),
    changes: [{ collection: 'exchanges', put }],
  })
  return ok({ file: hash, fileName, exchange: toExchangeView(core, put) })
}

async function answerItem(
  core: Core,
  request: ApprovalRequest,
  decided: Decided,
  kid: string,
  unlocked: UnlockedKey,
): Promise<AnswerItem | null> {
  const item = request.items.find(({ article }) => article === decided.article)
  if (item === undefined) return null
  const { article, headline, revision } = item
  const common = { article, headline, revision, remarks: decided.remarks }
  switch (decided.decision) {
    case 'comment':
      return { ...common, decision: 'comment' }
    case 'return':
      return { ...common, decision: 'return', reason: decided.reason, note: decided.note }
    case 'approve': {
      const payload: SealPayload = {
        v: 1,
        article,
        revision,
        html: blobHash.parse(item.html),
        rendererVersion: item.rendererVersion,
        previousPublished: item.previousPublished,
        authors: item.authors.map(author => author.account),
        reviewer: request.recipient.account,
        decision: 'approve',
        policy: policyOf(item.chain),
        ...(item.chain !== undefined && { chain: item.chain }),
        journal: request.journal,
        iat: Math.floor(core.environment.now() / 1_000),
      }
      const seal = await signValue(payload, sealType, { kid, privateKey: unlocked.signing })
      return { ...common, decision: 'approve', seal }
    }
  }
}
