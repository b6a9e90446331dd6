import { CompactEncrypt, type CryptoKey, compactDecrypt, importJWK } from 'jose'
import type { OpenEnvelope } from '#common/domain/approval-file'

/** Encrypts to one person's X25519 key (ECDH-ES, AES-256-GCM). */
export async function encryptEnvelope(content: OpenEnvelope, agreementX: string): Promise<string> {
  const key = await importJWK({ kty: 'OKP', crv: 'X25519', x: agreementX }, 'ECDH-ES')
  return new CompactEncrypt(Buffer.from(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(key)
}

/** The envelope's JSON; null when it was encrypted for somebody else, or altered. */
export async function decryptEnvelope(jwe: string, key: CryptoKey): Promise<string | null> {
  try {
    const { plaintext } = await compactDecrypt(jwe, key, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    return Buffer.from(plaintext).toString('utf8')
  } catch {
    return null
  }
}
