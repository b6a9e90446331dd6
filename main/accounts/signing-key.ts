import type { webcrypto } from 'node:crypto'
import { exportJWK, generateKeyPair, importJWK } from 'jose'
import { z } from 'zod'
import { type Environment, instantNow } from '#common/domain/environment'
import type { StoredAccount } from '#main/core/collections'
import { unwrap, wrap } from './wrapping'

type StoredKey = StoredAccount['keys'][number]

const privateJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
})

const label = 'toa-soan/signing-key'

/**
 * A fresh Ed25519 key. With a passphrase its private half is wrapped by it, so that nobody else at this machine can
 * sign as this person; without one it lies open and is marked `demo`, which real portals refuse.
 */
export async function newSigningKey(environment: Environment, passphrase: string | null): Promise<StoredKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const jwk = privateJwk.parse(await exportJWK(pair.privateKey))
  const text = JSON.stringify(jwk)
  return {
    kid: Buffer.from(environment.randomBytes(12)).toString('base64url'),
    publicJwk: { kty: jwk.kty, crv: jwk.crv, x: jwk.x },
    demo: passphrase === null,
    createdAt: instantNow(environment),
    retiredAt: null,
    openPrivate: passphrase === null ? text : null,
    wrappedPrivate: passphrase === null ? null : await wrap(environment, passphrase, label, text),
  }
}

/** The key this account signs with now, or undefined when every one is retired. */
export function currentKey(account: StoredAccount): StoredKey | undefined {
  return account.keys.findLast(key => key.retiredAt === null)
}

/** The private half ready to sign; null when the passphrase is wrong. */
export async function unlockSigningKey(
  key: StoredKey,
  passphrase: string,
): Promise<webcrypto.CryptoKey | null> {
  const text =
    key.wrappedPrivate === null ? key.openPrivate : await unwrap(passphrase, label, key.wrappedPrivate)
  if (text === null) return null
  const imported = await importJWK(privateJwk.parse(JSON.parse(text)), 'EdDSA')
  if (imported instanceof Uint8Array) throw new TypeError('not an asymmetric key')
  return imported
}
