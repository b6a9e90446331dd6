import type { PortalError, PublishRequest } from '#common/api/portal-api'
import { checkDocument } from '#common/document/check'
import { blobsOf, revisionBody } from '#common/document/revision-body'
import { schemaVersion } from '#common/document/schema'
import { hasSuggestions } from '#common/document/suggestions/settle'
import type { ArticleId, BlobHash, RevisionHash } from '#common/domain/ids'
import { ok, type Result } from '#common/domain/result'
import type { SealPayload, UrgentPayload } from '#common/domain/seal'
import type { ReviewerKeys } from '../reviewer-keys'
import { sha256 } from '../storage/sha256'
import { type Card, card, cardOf, type Placement, pollsOf } from './card'
import { type Refused, refused } from './refusal'
import { isUrgentSeal, verifySeal, verifyUrgent } from './verify-seal'

/** A request that puts a text before readers. */
export type TextRequest = Extract<PublishRequest, { readonly html: string }>

export interface VerifiedContent {
  readonly revision: RevisionHash
  readonly html: BlobHash
  readonly card: Card
  /** When its approval is due, for a text that came on an urgent decision. */
  readonly urgentUntil?: string
}

export interface Verification {
  readonly keys: ReviewerKeys
  readonly hasCategory: (id: string) => boolean
  readonly hasBlob: (hash: BlobHash) => Promise<boolean>
  readonly now: () => number
}

/**
 * Everything a text must satisfy before readers see it: the seal is a registered reviewer's and names this article and
 * exactly these bytes, the document is valid, its category is known and every picture and file has arrived. What readers
 * see beside the HTML is read from this document.
 */
export async function verifyContent(
  article: ArticleId,
  request: TextRequest,
  notices: Placement['notices'],
  verification: Verification,
): Promise<Result<VerifiedContent, PortalError>> {
  const seal = await verifyRelease(request, verification)
  if (!seal.ok) return seal
  if (seal.value.article !== article) return refused('seal-invalid', 'Dấu phê duyệt thuộc về bài khác.')
  if (seal.value.revision !== sha256(request.revision)) {
    return refused('seal-invalid', 'Nội dung khác với bản đã phê duyệt.')
  }
  if (seal.value.html !== sha256(request.html)) {
    return refused('seal-invalid', 'Trang hiển thị khác với bản đã phê duyệt.')
  }
  const { slug, publishedAt } = request
  const read = readCard(article, request.revision, { slug, publishedAt, notices })
  if (!read.ok) return read
  const { category, blobs } = read.value
  if (!verification.hasCategory(category)) {
    return refused(
      'unknown-category',
      `Cổng không có chuyên mục “${category}”. Chọn chuyên mục khác cho bài.`,
    )
  }
  const missing = await filterMissing(
    blobs.map(blob => blob.hash),
    verification.hasBlob,
  )
  if (missing.length > 0) {
    return refused('blob-missing', `Còn thiếu ${missing.length} ảnh hoặc tệp.`, { missing })
  }
  const { revision, html } = seal.value
  const urgent = 'exp' in seal.value ? { urgentUntil: new Date(seal.value.exp * 1_000).toISOString() } : {}
  return ok({ revision, html, card: read.value, ...urgent })
}

/** What lets readers have this text: the approval of every level, or an urgent decision whose time is not over. */
async function verifyRelease(
  { decision, seal, earlier = [] }: TextRequest,
  { keys, now }: Verification,
): Promise<Result<SealPayload | UrgentPayload, PortalError>> {
  if (decision !== 'publish' || !isUrgentSeal(seal)) return verifySeal(seal, earlier, keys)
  const urgent = await verifyUrgent(seal, keys)
  return urgent.ok && urgent.value.exp * 1_000 < now()
    ? refused('seal-invalid', 'Quyết định đăng khẩn đã quá hạn duyệt. Cần phê duyệt rồi đẩy lại.')
    : urgent
}

function readCard(article: ArticleId, revision: string, placement: Placement): Result<Card, PortalError> {
  const body = revisionBody.safeParse(parseJson(revision))
  if (!body.success) return invalid('không phải một phiên bản của Tòa Soạn')
  if (body.data.article !== article) return invalid('thuộc về bài khác')
  if (body.data.schema > schemaVersion) return invalid('do chương trình mới hơn cổng viết ra')
  const document = checkDocument(body.data.document)
  if (!document.ok) return invalid(document.problem.params.reason)
  if (hasSuggestions(document.value)) return invalid('còn đề xuất sửa chưa xử lý')
  if (pollsOf(document.value).length > 1) return invalid('có nhiều hơn một thăm dò')
  if (!sameHashes(body.data.blobs, blobsOf(document.value))) return invalid('liệt kê sai ảnh hoặc tệp')
  const read = card.safeParse(cardOf(document.value, placement))
  return read.success ? ok(read.data) : invalid('có ngày giờ không hợp lệ')
}

function invalid(reason: string): Refused {
  return refused('document-invalid', `Nội dung bài không hợp lệ: ${reason}.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Named = readonly { readonly hash: BlobHash }[]

function sameHashes(a: Named, b: Named): boolean {
  return a.length === b.length && a.every((blob, index) => blob.hash === b[index]?.hash)
}

async function filterMissing(
  hashes: readonly BlobHash[],
  has: (hash: BlobHash) => Promise<boolean>,
): Promise<BlobHash[]> {
  const present = await Promise.all(hashes.map(has))
  return hashes.filter((_hash, index) => present[index] === false)
}
