/** DER in front of the 32 bytes of every Ed25519 public key (RFC 8410). */
const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex')

/** An Ed25519 public key (its JWK's `x`) as openssl reads it. */
export function publicKeyPem(x: string): string {
  const der = Buffer.concat([ed25519Prefix, Buffer.from(x, 'base64url')])
  return `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`
}
