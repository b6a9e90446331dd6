import type { webcrypto } from 'node:crypto'
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { z } from 'zod'
import { type Problem, problem } from '#common/api/problems/problem'
import { type Environment, instantNow } from '#common/domain/environment'
import type { StoredAccount } from '#main/core/collections'
import { unwrap, wrap } from './wrapping'

type StoredKey = StoredAccount['keys'][number]

const privateJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
  /** X25519, for files encrypted to this person; keys made by an older program have none. */
  agreement: z
    .object({ kty: z.literal('OKP'), crv: z.literal('X25519'), x: z.string(), d: z.string() })
    .optional(),
})

const label = 'toa-soan/signing-key'

/**
 * A fresh Ed25519 key. With a passphrase its private half is wrapped by it, so that nobody else at this machine can
 * sign as this person; without one it lies open and is marked `demo`, which real portals refuse.
 */
export async function newSigningKey(environment: Environment, passphrase: string | null): Promise<StoredKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const forFiles = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true })
  const agreement = await exportJWK(forFiles.privateKey)
  const jwk = privateJwk.parse({ ...(await exportJWK(pair.privateKey)), agreement })
  const text = JSON.stringify(jwk)
  return {
    kid: Buffer.from(environment.randomBytes(12)).toString('base64url'),
    publicJwk: { kty: jwk.kty, crv: jwk.crv, x: jwk.x },
    ...(jwk.agreement !== undefined && { agreementX: jwk.agreement.x }),
    demo: passphrase === null,
    createdAt: instantNow(environment),
    retiredAt: null,
    openPrivate: passphrase === null ? text : null,
    wrappedPrivate: passphrase === null ? null : await wrap(environment, passphrase, label, text),
  }
}

/** Whether what this key signs now counts: not retired, and confirmed where that was needed (W16). */
export function isInForce({ retiredAt, unconfirmed }: StoredKey): boolean {
  return retiredAt === null && unconfirmed !== true
}

/** The key this account signs with here, or undefined when none is in force or they are held on another machine. */
export function currentKey(account: StoredAccount): StoredKey | undefined {
  return account.keys.findLast(
    key => isInForce(key) && (key.openPrivate !== null || key.wrappedPrivate !== null),
  )
}

/** Why this account cannot sign here; null when it can. */
export function signingHindrance(account: StoredAccount): Problem | null {
  if (currentKey(account) !== undefined) return null
  const { name, keys } = account
  return keys.some(({ unconfirmed, retiredAt }) => unconfirmed === true && retiredAt === null)
    ? problem('key-not-confirmed', { name })
    : problem('no-key-for-reviewer', { name })
}

export interface UnlockedKey {
  readonly signing: webcrypto.CryptoKey
  /** Opens files encrypted to this person. */
  readonly agreement: webcrypto.CryptoKey | null
}

/** The private halves ready to use; null when the passphrase is wrong. */
export async function unlockKey(key: StoredKey, passphrase: string): Promise<UnlockedKey | null> {
  const text =
    key.wrappedPrivate === null ? key.openPrivate : await unwrap(passphrase, label, key.wrappedPrivate)
  if (text === null) return null
  const jwk = privateJwk.parse(JSON.parse(text))
  return {
    signing: await importPrivate(jwk, 'EdDSA'),
    agreement: jwk.agreement === undefined ? null : await importPrivate(jwk.agreement, 'ECDH-ES'),
  }
}

/** The half that signs; null when the passphrase is wrong. */
export async function unlockSigningKey(
  key: StoredKey,
  passphrase: string,
): Promise<webcrypto.CryptoKey | null> {
  return (await unlockKey(key, passphrase))?.signing ?? null
}

async function importPrivate(jwk: JWK, algorithm: string): Promise<webcrypto.CryptoKey> {
  const imported = await importJWK(jwk, algorithm)
  if (imported instanceof Uint8Array) throw new TypeError('not an asymmetric key')
  return imported
}
