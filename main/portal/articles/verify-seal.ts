import { type CryptoKey, compactVerify, decodeProtectedHeader, errors } from 'jose'
import { z } from 'zod'
import type { PortalError } from '#common/api/portal-api'
import { isCanonicalJws } from '#common/domain/compact-jws'
import { ok, type Result } from '#common/domain/result'
import {
  type SealPayload,
  sealHeader,
  sealPayload,
  type UrgentPayload,
  urgentHeader,
  urgentPayload,
} from '#common/domain/seal'
import type { KeyUse, ReviewerKeys } from '../reviewer-keys'
import { sha256 } from '../storage/sha256'
import { type Refused, refused } from './refusal'

/** True for a seal that says it is an urgent decision; whether it is one, `verifyUrgent` says. */
export function isUrgentSeal(seal: string): boolean {
  return keyNamedBy(seal, urgentHeader) !== null
}

/** The decision to show a text ahead of its approval, signed by a key registered for that and of the person it names. */
export async function verifyUrgent(
  seal: string,
  keys: ReviewerKeys,
): Promise<Result<UrgentPayload, PortalError>> {
  const read = await readSigned(seal, 'urgent', urgentHeader, urgentPayload, keys)
  if (!read.ok) return read
  const { payload, owner } = read.value
  return payload.decidedBy === owner ? ok(payload) : notTheirs()
}

/**
 * The payload of an approval: signed by a registered key of the very reviewer it names, who wrote no part of the text.
 * With several levels the seals before it have to be there, each naming the one before by its hash, none left out.
 */
export async function verifySeal(
  seal: string,
  earlier: readonly string[],
  keys: ReviewerKeys,
): Promise<Result<SealPayload, PortalError>> {
  const last = await verifyOne(seal, keys)
  if (!last.ok) return last
  const { chain } = last.value
  if ((chain?.level ?? 1) !== (chain?.of ?? 1) || earlier.length !== (chain?.of ?? 1) - 1)
    return levelMissing()
  const signers = new Set([last.value.reviewer])
  let following = last.value
  for (const one of earlier.toReversed()) {
    const before = await verifyOne(one, keys)
    if (!before.ok) return before
    if (following.chain?.before !== sha256(one) || !precedes(before.value, following)) return levelMissing()
    if (last.value.authors.includes(before.value.reviewer)) return authorApproved()
    if (signers.has(before.value.reviewer) && chain?.sameSigner !== true) {
      return refused('seal-invalid', 'Một người đã ký hai cấp duyệt của bài này.')
    }
    signers.add(before.value.reviewer)
    following = before.value
  }
  return following.chain?.before ? levelMissing() : last
}

async function verifyOne(seal: string, keys: ReviewerKeys): Promise<Result<SealPayload, PortalError>> {
  const read = await readSigned(seal, 'approve', sealHeader, sealPayload, keys)
  if (!read.ok) return read
  const { payload, owner } = read.value
  if (payload.reviewer !== owner) return notTheirs()
  return payload.authors.includes(payload.reviewer) ? authorApproved() : ok(payload)
}

/** The same text, one level earlier. */
function precedes(before: SealPayload, { article, revision, html, chain }: SealPayload): boolean {
  return (
    before.article === article &&
    before.revision === revision &&
    before.html === html &&
    before.chain?.of === chain?.of &&
    before.chain?.level === (chain?.level ?? 0) - 1
  )
}

async function readSigned<T>(
  seal: string,
  use: KeyUse,
  header: z.ZodType<{ readonly kid: string }>,
  shape: z.ZodType<T>,
  keys: ReviewerKeys,
) {
  const kid = keyNamedBy(seal, header)
  if (kid === null) return refused('seal-invalid', 'Dấu phê duyệt không đúng dạng.')
  const found = await keys.forSeal(kid, use)
  if (!found.ok) return found
  const payload = await readPayload(seal, found.value.key, shape)
  return payload === null
    ? refused('seal-invalid', 'Chữ ký trên dấu phê duyệt không đúng.')
    : ok({ payload, owner: found.value.reviewer })
}

function keyNamedBy(seal: string, header: z.ZodType<{ readonly kid: string }>): string | null {
  if (!isCanonicalJws(seal)) return null
  try {
    return header.parse(decodeProtectedHeader(seal)).kid
  } catch {
    return null
  }
}

async function readPayload<T>(seal: string, key: CryptoKey, shape: z.ZodType<T>): Promise<T | null> {
  try {
    const { payload } = await compactVerify(seal, key, { algorithms: ['EdDSA'] })
    return shape.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof SyntaxError)
      return null
    throw error
  }
}

function levelMissing(): Refused {
  return refused('seal-invalid', 'Thiếu chữ ký của một cấp duyệt, hoặc các chữ ký không nối tiếp nhau.')
}

function notTheirs(): Refused {
  return refused('seal-invalid', 'Khóa ký không phải của người ghi trong dấu phê duyệt.')
}

function authorApproved(): Refused {
  return refused('seal-invalid', 'Người duyệt cũng là người viết bài; cần người khác duyệt.')
}
