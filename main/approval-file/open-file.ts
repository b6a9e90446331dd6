import type { CryptoKey } from 'jose'
import type { z } from 'zod'
import { type Problem, problem } from '#common/api/problems/problem'
import { checkDocument } from '#common/document/check'
import { revisionBody } from '#common/document/revision-body'
import type { signingKey } from '#common/domain/account'
import {
  type ApprovalRequest,
  answerType,
  approvalRequest,
  envelope,
  type OpenEnvelope,
  requestType,
} from '#common/domain/approval-file'
import type { BlobHash } from '#common/domain/ids'
import { sha256 } from '#main/articles/freeze'
import { keyNamedBy, peek, verifiedValue } from '../review/sign-text'
import { decryptEnvelope } from './encrypt'
import { readEnvelope } from './envelope-file'
import { fingerprint } from './key-card'

export interface OpenTask {
  readonly bytes: Uint8Array
  /** The reader's own keys for encrypted files; the file does not say which one it was made for. */
  readonly agreements: readonly CryptoKey[]
  /** Every key that is believed here. */
  readonly keys: readonly KnownKey[]
}

export interface KnownKey extends Pick<z.infer<typeof signingKey>, 'kid' | 'publicJwk'> {
  readonly retiredAt: string | null
}

/** What came in a file; a request with every text and picture of it checked. */
export type OpenedFile =
  /** For `for`, and none of the keys given opens it. */
  | { readonly kind: 'encrypted'; readonly for: string }
  | { readonly kind: 'answer'; readonly jws: string }
  | OpenedRequest
  | { readonly kind: 'refused'; readonly problem: Problem }

export interface OpenedRequest {
  readonly kind: 'request'
  readonly jws: string
  readonly request: ApprovalRequest
  readonly blobs: ReadonlyMap<BlobHash, Uint8Array>
}

/** Reads and checks an approval file; megabytes of it, so that a worker does it where there is one. */
export async function openFile({ bytes, agreements, keys }: OpenTask): Promise<OpenedFile> {
  const outer = readEnvelope(Buffer.from(bytes).toString('utf8'))
  if (outer === null) return refused(problem('approval-file-unreadable'))
  if (!('jwe' in outer)) return openEnvelope(outer, keys)
  const text = await decrypted(outer.jwe, agreements)
  if (text === null) return { kind: 'encrypted', for: outer.for }
  const found = parsedEnvelope(text)
  return found === null ? refused(problem('approval-file-unreadable')) : openEnvelope(found, keys)
}

function openEnvelope(found: OpenEnvelope, keys: readonly KnownKey[]): OpenedFile | Promise<OpenedFile> {
  if (keyNamedBy(found.jws, answerType) !== null) return { kind: 'answer', jws: found.jws }
  return openRequest(found, keys)
}

/** Signed by a key that is believed here, every text and picture under its hash. Names the first thing that is wrong. */
async function openRequest({ jws, blobs }: OpenEnvelope, keys: readonly KnownKey[]): Promise<OpenedFile> {
  const kid = keyNamedBy(jws, requestType)
  const shown = approvalRequest.safeParse(peek(jws))
  if (kid === null || !shown.success || shown.data.sender.kid !== kid)
    return refused(problem('approval-file-unreadable'))
  const key = keys.find(known => known.kid === kid)
  const { name, publicJwk } = shown.data.sender
  if (key === undefined)
    return refused(problem('approval-file-key-unknown', { name, fingerprint: fingerprint(publicJwk.x) }))
  if (key.retiredAt !== null) return refused(problem('approval-file-key-retired', { name }))
  const request = await verifiedValue(jws, key.publicJwk, approvalRequest)
  if (request === null) return refused(problem('approval-file-altered', { what: 'chữ ký' }))
  const carried = new Map(Object.entries(blobs).map(([hash, text]) => [hash, Buffer.from(text, 'base64')]))
  const fault = firstFault(request, blobs, carried)
  if (fault !== null) return refused(problem('approval-file-altered', { what: fault }))
  return {
    kind: 'request',
    jws,
    request,
    blobs: new Map(request.blobs.map(({ hash }) => [hash, carried.get(hash) ?? new Uint8Array()])),
  }
}

function firstFault(
  request: ApprovalRequest,
  texts: OpenEnvelope['blobs'],
  carried: ReadonlyMap<string, Buffer>,
): string | null {
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
    const bytes = carried.get(hash)
    // Another spelling of the same bytes was not written by us either.
    if (bytes === undefined || sha256(bytes) !== hash || bytes.toString('base64') !== texts[hash])
      return `ảnh hoặc tệp “${fileName}”`
  }
  const foreign = [...carried.keys()].find(hash => !request.blobs.some(known => known.hash === hash))
  if (foreign !== undefined) return `tệp lạ ${foreign.slice(0, 12)}`
  return null
}

function isRevisionOf(body: string, article: string): boolean {
  const parsed = revisionBody.safeParse(JSON.parse(body))
  return parsed.success && parsed.data.article === article && checkDocument(parsed.data.document).ok
}

async function decrypted(jwe: string, agreements: readonly CryptoKey[]): Promise<string | null> {
  for (const key of agreements) {
    const text = await decryptEnvelope(jwe, key)
    if (text !== null) return text
  }
  return null
}

function parsedEnvelope(text: string): OpenEnvelope | null {
  try {
    const parsed = envelope.safeParse(JSON.parse(text))
    return parsed.success && 'jws' in parsed.data ? parsed.data : null
  } catch {
    return null
  }
}

function refused(found: Problem): OpenedFile {
  return { kind: 'refused', problem: found }
}
