import type { Account, Role } from '#common/domain/account'
import { newId } from '#common/domain/environment'
import type { Core } from '#main/core/capability'
import type { StoredAccount } from '#main/core/collections'
import { newAccountId } from './people'
import { workspaceKeyLabel } from './sign-in'
import { newSigningKey } from './signing-key'
import { deriveKey, scryptCost, wrap } from './wrapping'

/** NIST SP 800-63B asks for 8 at least; a sentence is longer anyway. */
export const leastPassphraseLength = 10

interface Credentials {
  readonly passphrase: string
  readonly workspaceKey: Uint8Array
}

/** A complete account record; `credentials` null makes a sample account with open, demo-marked keys. */
export async function newAccount(
  core: Core,
  person: Pick<Account, 'name' | 'signInName'> & { readonly roles: readonly Role[] },
  credentials: Credentials | null,
): Promise<StoredAccount> {
  const { environment } = core
  return {
    id: newAccountId(newId(environment)),
    name: person.name,
    signInName: person.signInName,
    roles: [...person.roles],
    demo: credentials === null,
    active: true,
    createdAt: new Date(environment.now()).toISOString(),
    passphrase: credentials === null ? null : await storedPassphrase(core, credentials),
    keys: [await newSigningKey(environment, credentials?.passphrase ?? null)],
    failures: { count: 0, lockedUntil: null },
  }
}

export async function storedPassphrase(
  core: Core,
  credentials: Credentials,
): Promise<StoredAccount['passphrase']> {
  const salt = core.environment.randomBytes(16)
  const hash = await deriveKey(credentials.passphrase, salt, scryptCost)
  const key = Buffer.from(credentials.workspaceKey).toString('base64url')
  return {
    ...scryptCost,
    salt: Buffer.from(salt).toString('base64url'),
    hash: hash.toString('base64url'),
    workspaceKey: await wrap(core.environment, credentials.passphrase, workspaceKeyLabel, key),
  }
}
