/** Base64url whose last character has no spare bits set: the one spelling of its bytes (RFC 4648, 3.5). */
const canonicalPart = /^(?:[\w-]{4})*(?:[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?$/

/**
 * Whether a compact JWS is spelt the one way its bytes can be. Decoders take other spellings too, so that a file could
 * change without its signature noticing.
 */
export function isCanonicalJws(jws: string): boolean {
  const parts = jws.split('.')
  return parts.length === 3 && parts.every(part => canonicalPart.test(part))
}
