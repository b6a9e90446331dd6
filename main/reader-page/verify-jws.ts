import { hashes, verify } from '@noble/ed25519'
import { sha256, sha512 } from '@noble/hashes/sha2.js'

hashes.sha512 = sha512

/** The value a compact JWS (EdDSA) signs, checked with the key its own payload shows; null when it does not hold. */
export function verifyJws(jws: string, type: string, keyIn: (payload: unknown) => string): unknown {
  try {
    const [header = '', payload = '', signature = '', ...rest] = jws.split('.')
    const { alg, typ, ...others } = JSON.parse(textOf(bytesOf(header)))
    if (rest.length > 0 || alg !== 'EdDSA' || typ !== type || Object.keys(others).join() !== 'kid')
      return null
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

/** Bytes of base64 or base64url. */
export function bytesOf(base64: string): Uint8Array {
  const text = atob(base64.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, character => character.charCodeAt(0))
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
