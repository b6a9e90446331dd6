import { type Problem, problem } from '#common/api/problems/problem'
import { checkDocument } from '#common/document/check'
import { revisionBody } from '#common/document/revision-body'
import {
  type ApprovalRequest,
  approvalRequest,
  type OpenEnvelope,
  requestType,
} from '#common/domain/approval-file'
import { ok, type Result, refuse } from '#common/domain/result'
import { sha256 } from '#main/articles/freeze'
import type { Core } from '#main/core/capability'
import { registeredKey } from '../review/seal'
import { keyNamedBy, peek, verifiedValue } from '../review/sign-text'
import { fingerprint } from './key-card'

/**
 * The request in an opened file: signed by a key registered here, every text and picture under its hash. Names the first
 * thing that is wrong.
 */
export async function checkRequest(
  core: Core,
  { jws, blobs }: OpenEnvelope,
): Promise<Result<ApprovalRequest, Problem>> {
  const kid = keyNamedBy(jws, requestType)
  const shown = approvalRequest.safeParse(peek(jws))
  if (kid === null || !shown.success || shown.data.sender.kid !== kid)
    return refuse(problem('approval-file-unreadable'))
  const key = senderKey(core, kid)
  const { name, publicJwk } = shown.data.sender
  if (key === null)
    return refuse(problem('approval-file-key-unknown', { name, fingerprint: fingerprint(publicJwk.x) }))
  if (key.retiredAt !== null) return refuse(problem('approval-file-key-retired', { name }))
  const request = await verifiedValue(jws, key.publicJwk, approvalRequest)
  if (request === null) return refuse(problem('approval-file-altered', { what: 'chữ ký' }))
  const fault = firstFault(request, blobs)
  return fault === null ? ok(request) : refuse(problem('approval-file-altered', { what: fault }))
}

function firstFault(request: ApprovalRequest, blobs: OpenEnvelope['blobs']): string | null {
  for (const item of request.items) {
    const name = `bài “${item.headline}”`
    if (sha256(item.body) !== item.revision || !isRevisionOf(item.body, item.article))
      return `chữ của ${name}`
    if (sha256(item.page) !== item.html) return `trang của ${name}`
    if (
      item.base !== null &&
      (sha256(item.base.body) !== item.base.revision || !isRevisionOf(item.base.body, item.article))
    )
      return `bản so sánh của ${name}`
  }
  for (const { hash, fileName } of request.blobs) {
    const text = blobs[hash]
    const bytes = Buffer.from(text ?? '', 'base64')
    // Another spelling of the same bytes was not written by us either.
    if (text === undefined || sha256(bytes) !== hash || bytes.toString('base64') !== text)
      return `ảnh hoặc tệp “${fileName}”`
  }
  const foreign = Object.keys(blobs).find(hash => !request.blobs.some(known => known.hash === hash))
  if (foreign !== undefined) return `tệp lạ ${foreign.slice(0, 12)}`
  return null
}

function isRevisionOf(body: string, article: string): boolean {
  const parsed = revisionBody.safeParse(JSON.parse(body))
  return parsed.success && parsed.data.article === article && checkDocument(parsed.data.document).ok
}

/** One of our own people, or a registered correspondent. */
function senderKey(core: Core, kid: string) {
  const known = core.store.get('correspondents', kid)
  if (known !== undefined) return { publicJwk: known.card.publicJwk, retiredAt: known.retiredAt }
  return registeredKey(core, kid)
}
