import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto'
import { bulkhead } from 'cockatiel'
import type { Environment } from '#common/domain/environment'
import type { SealedText, WrappedKey } from '#main/core/collections'

/** OWASP password storage: scrypt N=2^17 (128 MiB), r=8, p=1. */
export const scryptCost = { n: 2 ** 17, r: 8, p: 1 } as const

type Cost = { readonly n: number; readonly r: number; readonly p: number }

/** Two at a time: each takes 128 MiB and one of the four threads that also write drafts to the disk. */
const derivations = bulkhead(2, Number.POSITIVE_INFINITY)

/** 32 bytes derived from a passphrase; runs on the thread pool, about 0.2 s at the full cost. */
export function deriveKey(passphrase: string, salt: Uint8Array, cost: Cost): Promise<Buffer> {
  const options = { N: cost.n, r: cost.r, p: cost.p, maxmem: 256 * cost.n * cost.r }
  return derivations.execute(
    () =>
      new Promise((resolve, reject) => {
        scrypt(passphrase.normalize('NFC'), salt, 32, options, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      }),
  )
}

/** AES-256-GCM with a fresh 96-bit nonce; `label` is bound as additional data so that a text cannot be moved elsewhere. */
export function sealText(environment: Environment, key: Uint8Array, label: string, text: string): SealedText {
  const nonce = environment.randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label))
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { nonce: Buffer.from(nonce).toString('base64url'), ciphertext: ciphertext.toString('base64url') }
}

/** Null when the key is wrong or the text was altered. */
export function openText(key: Uint8Array, label: string, sealed: SealedText): string | null {
  const bytes = Buffer.from(sealed.ciphertext, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.nonce, 'base64url'), {
    authTagLength: 16,
  })
    .setAAD(Buffer.from(label))
    .setAuthTag(bytes.subarray(-16))
  try {
    return decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}

export async function wrap(
  environment: Environment,
  passphrase: string,
  label: string,
  text: string,
): Promise<WrappedKey> {
  const salt = environment.randomBytes(16)
  const key = await deriveKey(passphrase, salt, scryptCost)
  return {
    ...scryptCost,
    salt: Buffer.from(salt).toString('base64url'),
    sealed: sealText(environment, key, label, text),
  }
}

/** Null when the passphrase is not the one it was wrapped with. */
export async function unwrap(passphrase: string, label: string, wrapped: WrappedKey): Promise<string | null> {
  const key = await deriveKey(passphrase, Buffer.from(wrapped.salt, 'base64url'), wrapped)
  return openText(key, label, wrapped.sealed)
}
