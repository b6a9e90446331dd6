import { setImmediate } from 'node:timers/promises'
import type { Output, ParsedInput } from '#common/api/contract'
import type { Answer } from '#common/api/operation'
import { type Problem, problem } from '#common/api/problems/problem'
import { blobsOf } from '#common/document/revision-body'
import type { Account } from '#common/domain/account'
import type { ApprovalRequest, RequestItem } from '#common/domain/approval-file'
import { instantNow, newId } from '#common/domain/environment'
import { type ArticleId, type BlobHash, blobHash, type RevisionHash } from '#common/domain/ids'
import { ok, type Result, refuse } from '#common/domain/result'
import { decide } from '#common/domain/workflow'
import { slug } from '#common/vietnamese/slug'
import { findAccount, nameOf } from '#main/accounts/people'
import { checkPassphrase } from '#main/accounts/sign-in'
import { currentKey, isInForce, signingHindrance, unlockKey } from '#main/accounts/signing-key'
import { readOrganisation } from '#main/accounts/workspace-settings'
import type { ArticleIndex } from '#main/articles/article-index'
import { sha256 } from '#main/articles/freeze'
import { auditEvent, type Core } from '#main/core/capability'
import type { Exchange, StoredAccount } from '#main/core/collections'
import { findArticle } from '#main/drafts/draft-desk'
import type { BackgroundWork } from '../background/background-work'
import { baseOf, publishedRevision } from '../review/base-comparison'
import { chainFor } from '../review/levels'
import { readRevision } from '../review/read-revision'
import { comparisonHtml } from './comparison-html'
import { approvalFileLimitBytes } from './envelope-file'
import { toExchangeView } from './exchange-view'

interface Parts {
  readonly core: Core
  readonly index: ArticleIndex
  readonly work: BackgroundWork
}

/** Writes what one reviewer needs to decide, signed by the sender, as a file that leaves this machine. */
export async function exportRequest(
  parts: Parts,
  input: ParsedInput<'approvalFiles.export'>,
  caller: Account,
): Promise<Answer<Output<'approvalFiles.export'>>> {
  const { core } = parts
  const sender = findAccount(core, caller.id)
  const reviewer = findAccount(core, input.reviewer)
  if (sender === undefined || reviewer?.active !== true) return refuse(problem('account-not-found'))
  const keys = reviewer.keys.filter(isInForce)
  if (keys.length === 0) return refuse(problem('no-key-for-reviewer', { name: reviewer.name }))
  const agreementX =
    keys.findLast(key => key.agreementX !== undefined && key.openPrivate === null)?.agreementX ??
    keys.findLast(key => key.agreementX !== undefined)?.agreementX
  if (input.encrypted && agreementX === undefined)
    return refuse(problem('key-cannot-decrypt', { name: reviewer.name }))
  const hindrance = signingHindrance(sender)
  if (hindrance !== null) return refuse(hindrance)
  const checked = await checkPassphrase(core, sender, input.passphrase ?? '')
  if (!checked.ok) return checked
  const key = currentKey(sender)
  const unlocked = key === undefined ? null : await unlockKey(key, input.passphrase ?? '')
  if (key === undefined || unlocked === null) return refuse(problem('key-not-found'))

  const items: RequestItem[] = []
  for (const id of input.articles) {
    // A batch is gathered text by text, so that windows are answered in between.
    await setImmediate()
    const item = await itemOf(parts, id, reviewer)
    if (!item.ok) return item
    items.push(item.value)
  }
  const blobs = await carriedBlobs(core, items)
  if (!blobs.ok) return blobs
  const request: ApprovalRequest = {
    format: 'toa-soan/approval-request',
    v: 1,
    id: newId(core.environment),
    workspace: core.store.workspace,
    organisation: readOrganisation(core)?.name ?? '',
    createdAt: instantNow(core.environment),
    sender: {
      account: sender.id,
      name: sender.name,
      kid: key.kid,
      publicJwk: key.publicJwk,
      demo: key.demo,
      agreementX: key.agreementX ?? null,
    },
    recipient: { account: reviewer.id, name: reviewer.name, kids: keys.map(({ kid }) => kid) },
    journal: core.store.head,
    items,
    blobs: blobs.value.about,
  }
  const title = items.length === 1 ? (items[0]?.headline ?? '') : `${items.length} bài chờ duyệt`
  const { jws, bytes } = await parts.work.writeFile({
    title: `${title} · chờ ${reviewer.name} duyệt`,
    request,
    key: { kid: key.kid, privateKey: unlocked.signing },
    blobs: blobs.value.bytes,
    readableBy: input.encrypted && agreementX !== undefined ? { name: reviewer.name, agreementX } : null,
  })
  if (bytes.length > approvalFileLimitBytes)
    return refuse(problem('approval-file-too-large', { limitBytes: approvalFileLimitBytes }))
  const { hash } = await core.store.blobs.put(bytes)
  const signed = await core.store.blobs.put(Buffer.from(jws))
  const exchange: Exchange = {
    id: request.id,
    direction: 'sent',
    workspace: request.workspace,
    organisation: request.organisation,
    person: reviewer.name,
    reviewer: reviewer.id,
    encrypted: input.encrypted,
    fileName: `${slug(title).slice(0, 60) || 'bai'}.duyet.html`,
    request: signed.hash,
    file: hash,
    items: items.map(({ article, headline, revision }) => ({ article, headline, revision })),
    by: sender.id,
    at: request.createdAt,
    answer: null,
  }
  await core.store.commit({
    event: auditEvent(core, 'approval-file.exported', sender.id, items[0]?.article ?? null, {
      exchange: exchange.id,
      reviewer: reviewer.id,
      articles: items.map(({ article }) => article),
      digest: sha256(jws),
    }),
    changes: [{ collection: 'exchanges', put: exchange }],
  })
  core.announce({ kind: 'articles-changed', articles: items.map(({ article }) => article) })
  return ok({ file: hash, fileName: exchange.fileName, exchange: toExchangeView(core, exchange) })
}

async function itemOf(
  { core, index, work }: Parts,
  id: ArticleId,
  reviewer: StoredAccount,
): Promise<Result<RequestItem, Problem>> {
  const found = findArticle(core, id)
  if (!found.ok) return found
  const article = found.value
  const decision = decide('approve', article, reviewer)
  if (!decision.ok) return decision
  const revision = index.revisions(id).find(({ number }) => number === article.revisionNumber)
  const document = revision === undefined ? null : await readRevision(core, revision.hash)
  if (revision === undefined || document === null || revision.hash !== article.revision)
    return refuse(problem('revision-not-found'))
  const base = baseOf(index, article)
  const before = base === null ? null : await readRevision(core, base.revision)
  const comparison = await work.compare({ before: before?.toJSON() ?? null, after: document.toJSON() })
  return ok({
    article: id,
    number: revision.number,
    headline: article.headline,
    revision: revision.hash,
    html: revision.html,
    rendererVersion: revision.rendererVersion,
    previousPublished: publishedRevision(index, article),
    chain: chainFor(article),
    authors: article.authors.map(account => ({ account, name: nameOf(core, account) })),
    submittedAt: revision.at,
    body: await textOf(core, revision.hash),
    page: await textOf(core, revision.html),
    base:
      base === null || before === null
        ? null
        : { revision: base.revision, body: await textOf(core, base.revision) },
    changes: before === null ? '' : comparisonHtml(comparison),
  })
}

async function textOf(core: Core, hash: string): Promise<string> {
  return Buffer.from(await core.store.blobs.read(blobHash.parse(hash))).toString('utf8')
}

/** Every picture and file of the texts, the ones to compare with included, each once. */
async function carriedBlobs(core: Core, items: readonly RequestItem[]) {
  const hashes = new Map<string, { readonly fileName: string | null; readonly mediaType: string | null }>()
  for (const { revision, base } of items) {
    const revisions: (RevisionHash | undefined)[] = [revision, base?.revision]
    for (const hash of revisions) {
      await setImmediate()
      const document = hash === undefined ? null : await readRevision(core, hash)
      if (document !== null) for (const blob of blobsOf(document)) hashes.set(blob.hash, blob)
    }
  }
  const about: ApprovalRequest['blobs'] = []
  const bytes = new Map<BlobHash, Uint8Array>()
  let total = 0
  for (const [name, { fileName, mediaType }] of hashes) {
    const hash = blobHash.parse(name)
    const record = core.store.get('media', hash)
    const content = await core.store.blobs.read(hash)
    total += content.length
    if (total > approvalFileLimitBytes)
      return refuse(problem('approval-file-too-large', { limitBytes: approvalFileLimitBytes }))
    about.push({
      hash,
      mediaType: mediaType ?? record?.mediaType ?? 'application/octet-stream',
      fileName: fileName ?? record?.fileName ?? 'anh',
    })
    bytes.set(hash, content)
  }
  return ok({ about, bytes })
}
