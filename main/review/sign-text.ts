import { CompactSign, type CryptoKey, compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { z } from 'zod'
import { canonicalJson } from '#common/document/canonical'
import { signingKey } from '#common/domain/account'
import { isCanonicalJws } from '#common/domain/compact-jws'
import { urgentType } from '#common/domain/seal'

type PublicJwk = z.infer<typeof signingKey>['publicJwk']

/** A compact JWS (EdDSA) over the RFC 8785 text of a value. */
export function signValue(
  value: unknown,
  type: string,
  key: { readonly kid: string; readonly privateKey: CryptoKey },
): Promise<string> {
  return new CompactSign(Buffer.from(canonicalJson(value)))
    .setProtectedHeader({ alg: 'EdDSA', typ: type, kid: key.kid })
    .sign(key.privateKey)
}

/** The key a signature names; null when its header is not exactly one of ours. */
export function keyNamedBy(jws: string, type: string): string | null {
  if (!isCanonicalJws(jws)) return null
  try {
    const header = z.strictObject({
      alg: z.literal('EdDSA'),
      typ: z.literal(type),
      kid: signingKey.shape.kid,
    })
    return header.parse(decodeProtectedHeader(jws)).kid
  } catch {
    return null
  }
}

/** True for a seal that says it is an urgent decision, not an approval. */
export function isUrgentSeal(seal: string): boolean {
  return keyNamedBy(seal, urgentType) !== null
}

/** The signed value, not yet to be trusted: for finding out which key to ask for. */
export function peek(jws: string): unknown {
  try {
    return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/** The value this key signed; null when it did not. */
export async function verifiedValue<T>(
  jws: string,
  publicJwk: PublicJwk,
  shape: z.ZodType<T>,
): Promise<T | null> {
  try {
    const key = await importJWK(publicJwk, 'EdDSA')
    const { payload } = await compactVerify(jws, key, { algorithms: ['EdDSA'] })
    const parsed = shape.safeParse(JSON.parse(Buffer.from(payload).toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
