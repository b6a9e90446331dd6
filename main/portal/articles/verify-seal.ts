import { type CryptoKey, compactVerify, decodeProtectedHeader, errors } from 'jose'
import { z } from 'zod'
import type { PortalError } from '#common/api/portal-api'
import { isCanonicalJws } from '#common/domain/compact-jws'
import { ok, type Result } from '#common/domain/result'
import { type SealPayload, sealHeader, sealPayload } from '#common/domain/seal'
import type { ReviewerKeys } from '../reviewer-keys'
import { refused } from './refusal'

/** The payload of a seal signed by a registered key of the very reviewer it names, who wrote no part of the text. */
export async function verifySeal(
  seal: string,
  keys: ReviewerKeys,
): Promise<Result<SealPayload, PortalError>> {
  const header = readHeader(seal)
  if (header === null) return refused('seal-invalid', 'Dấu phê duyệt không đúng dạng.')
  const found = await keys.forSeal(header.kid)
  if (!found.ok) return found
  const payload = await readPayload(seal, found.value.key)
  if (payload === null) return refused('seal-invalid', 'Chữ ký trên dấu phê duyệt không đúng.')
  if (payload.reviewer !== found.value.reviewer) {
    return refused('seal-invalid', 'Khóa ký không phải của người duyệt ghi trong dấu.')
  }
  if (payload.authors.includes(payload.reviewer)) {
    return refused('seal-invalid', 'Người duyệt cũng là người viết bài; cần người khác duyệt.')
  }
  return ok(payload)
}

function readHeader(seal: string): z.infer<typeof sealHeader> | null {
  if (!isCanonicalJws(seal)) return null
  try {
    return sealHeader.parse(decodeProtectedHeader(seal))
  } catch {
    return null
  }
}

async function readPayload(seal: string, key: CryptoKey): Promise<SealPayload | null> {
  try {
    const { payload } = await compactVerify(seal, key, { algorithms: ['EdDSA'] })
    return sealPayload.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof SyntaxError)
      return null
    throw error
  }
}
