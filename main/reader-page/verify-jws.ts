import { hashes, verify } from '@noble/ed25519'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { isCanonicalJws } from '#common/domain/compact-jws'

hashes.sha512 = sha512

/**
 * The value a compact JWS (EdDSA) signs, checked with the key that `keyIn` finds for its payload; null when it does not
 * hold, or names another key than `kid`.
 */
export function verifyJws(
  jws: string,
  type: string,
  keyIn: (payload: unknown) => string,
  kid?: string,
): unknown {
  try {
    if (!isCanonicalJws(jws)) return null
    const [header = '', payload = '', signature = ''] = jws.split('.')
    const { alg, typ, ...others } = JSON.parse(textOf(bytesOf(header)))
    if (alg !== 'EdDSA' || typ !== type || Object.keys(others).join() !== 'kid') return null
    if (kid !== undefined && others.kid !== kid) return null
    const value: unknown = JSON.parse(textOf(bytesOf(payload)))
    const signed = new TextEncoder().encode(`${header}.${payload}`)
    return verify(bytesOf(signature), signed, bytesOf(keyIn(value))) ? value : null
  } catch {
    return null
  }
}

/** SHA-256 in lower-case hexadecimal. */
export function digest(data: string | Uint8Array): string {
  const bytes = sha256(typeof data === 'string' ? new TextEncoder().encode(data) : data)
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

export function toBase64url(bytes: Uint8Array): string {
  const text = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** Of a public key, as Tòa Soạn shows it in the register of keys. */
export function fingerprint(x: string): string {
  return (digest(x).slice(0, 24).match(/.{4}/g) ?? []).join(' ')
}

/** Bytes of base64 or base64url. */
export function bytesOf(base64: string): Uint8Array {
  const text = atob(base64.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, character => character.charCodeAt(0))
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
