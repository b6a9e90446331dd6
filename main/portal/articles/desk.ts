import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import {
  type PortalError,
  type PublishRequest,
  publishRequest,
  type RemoteArticle,
} from '#common/api/portal-api'
import { canonicalJson } from '#common/document/canonical'
import { type BlobHash, blobHash } from '#common/domain/ids'
import { ok, type Result } from '#common/domain/result'
import type { Files } from '#main/store/files/files'
import { type AppendLog, openAppendLog } from '../storage/append-log'
import { sha256 } from '../storage/sha256'
import { createSharedLock } from '../storage/shared-lock'
import { createTurns } from '../storage/turns'
import { checkOrder, type Delivery } from './check-order'
import { openLedger } from './ledger'
import type { LedgerEntry } from './ledger-entry'
import { refused } from './refusal'
import { createShelf, isLive, type LiveArticle, remoteArticleOf, type Shelf } from './shelf'
import { type Verification, type VerifiedContent, verifyContent } from './verify-content'
import { verifySeal } from './verify-seal'

/** Where decisions arrive: verified, written down, then shown. */
export interface Desk {
  readonly shelf: Shelf
  /** Answers after the decision is durable; readers see it at the same moment. */
  accept(delivery: Delivery, request: PublishRequest): Promise<Result<RemoteArticle, PortalError>>
  /** Runs `remove` while no decision is under way, unless readers see this blob; false then. */
  withdrawBlob(hash: BlobHash, remove: () => Promise<void>): Promise<boolean>
  /** The approved HTML of a visible article, exactly as it came. */
  htmlOf(entry: LiveArticle): Promise<string>
  close(): Promise<void>
}

export interface DeskOptions extends Verification {
  readonly files: Files
  readonly directory: string
}

export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { files, directory } = options
  const shelf = createShelf(() => ledger)
  const requestsPath = join(directory, 'requests.log')
  const ledger = await openLedger(files, join(directory, 'ledger.ndjson'), shelf.apply)
  const requests = await openAppendLog(files, requestsPath)
  const inTurn = createTurns()
  const lock = createSharedLock()

  async function decide(delivery: Delivery, request: PublishRequest, text: string): Promise<Answer> {
    const { article, sequence } = delivery
    const held = await shelf.get(article)
    const requestHash = blobHash.parse(sha256(text))
    const order = checkOrder(held, delivery, requestHash)
    if (order === 'repeat' && held !== undefined) return ok(remoteArticleOf(held))
    if (typeof order === 'object') return order
    const content = await verify(delivery, request, held)
    if (!content.ok) return content
    const { card } = content.value
    if (card !== null && !shelf.claimSlug(card.slug, article)) {
      return refused('slug-taken', `Địa chỉ “${card.slug}” đã thuộc về bài khác.`)
    }
    const entry: LedgerEntry = {
      v: 1,
      article,
      sequence,
      decision: request.decision,
      revision: content.value.revision,
      html: content.value.html,
      request: requestHash,
      stored: await keep(requests, text),
      ...(content.value.text !== undefined && { text: content.value.text }),
      ...(content.value.urgentUntil !== undefined && { urgentUntil: content.value.urgentUntil }),
      ...(request.decision === 'take-down' && request.notice !== undefined && { gone: request.notice }),
      at: new Date(options.now()).toISOString(),
      card,
    }
    shelf.apply(entry, await ledger.append(entry))
    return ok(remoteArticleOf(entry))
  }

  async function verify(
    { article }: Delivery,
    request: PublishRequest,
    held: LedgerEntry | undefined,
  ): Promise<Result<Shown | typeof unseen, PortalError>> {
    switch (request.decision) {
      case 'confirm':
        return confirmed(article, request, held)
      case 'take-down':
      case 'expire':
        return ok(unseen)
      case 'publish':
        return verifyContent(article, request, held?.card?.notices ?? [], options)
      case 'correct':
        return verifyContent(article, request, [...(held?.card?.notices ?? []), request.notice], options)
    }
  }

  /** The approval of exactly the bytes that are shown on an urgent decision; they stay as they are. */
  async function confirmed(
    article: Delivery['article'],
    { seal, earlier = [] }: Extract<PublishRequest, { decision: 'confirm' }>,
    held: LedgerEntry | undefined,
  ): Promise<Result<Shown, PortalError>> {
    if (held === undefined || !isLive(held) || held.urgentUntil === undefined)
      return refused('seal-invalid', 'Cổng không có bài đăng khẩn nào để xác nhận.')
    const approval = await verifySeal(seal, earlier, options.keys)
    if (!approval.ok) return approval
    const { revision, html } = approval.value
    if (approval.value.article !== article || revision !== held.revision || html !== held.html)
      return refused('seal-invalid', 'Phê duyệt là của bản khác với bản đang đăng khẩn.')
    return ok({ revision, html, card: held.card, text: held.text ?? held.stored })
  }

  return {
    shelf,
    async accept(delivery, request) {
      const text = canonicalText(request)
      if (text === null) return refused('malformed', 'Yêu cầu có ký tự không phải Unicode hợp lệ.')
      return lock.shared(() => inTurn(delivery.article, () => decide(delivery, request, text)))
    },
    withdrawBlob: (hash, remove) =>
      // A text that was found complete must still be so when readers get it.
      lock.alone(async () => {
        if (shelf.visibleBlob(hash) !== undefined) return false
        await remove()
        return true
      }),
    async htmlOf(entry) {
      const { offset, length } = entry.text ?? entry.stored
      const stored = files.stream(requestsPath, { start: offset, end: offset + length })
      const request = publishRequest.parse(await json(stored))
      if (!('html' in request) || !isLive(entry)) throw new Error(`no HTML stored for ${entry.article}`)
      return request.html
    },
    async close() {
      await requests.close()
      await ledger.close()
    },
  }
}

type Answer = Result<RemoteArticle, PortalError>

/** What readers see afterwards, and where its text lies when it did not come with the request. */
type Shown = VerifiedContent & { readonly text?: LedgerEntry['stored'] }

/** What a decision without a text leaves for readers. */
const unseen = { revision: null, html: null, card: null, text: undefined, urgentUntil: undefined } as const

async function keep(requests: AppendLog, text: string): Promise<LedgerEntry['stored']> {
  const bytes = Buffer.from(text)
  return { offset: await requests.append(bytes), length: bytes.length }
}

/** RFC 8785, so that the same request is known again however its JSON was laid out; null for lone surrogates. */
function canonicalText(request: PublishRequest): string | null {
  try {
    return canonicalJson(request)
  } catch {
    return null
  }
}
