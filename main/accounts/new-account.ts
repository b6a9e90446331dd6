import type { Account, Role } from '#common/domain/account'
import { instantNow, newId } from '#common/domain/environment'
import type { Core } from '#main/core/capability'
import type { StoredAccount, WrappedKey } from '#main/core/collections'
import { newAccountId } from './people'
import { workspaceKeyLabel } from './sign-in'
import { newSigningKey } from './signing-key'
import { wrap } from './wrapping'

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
    createdAt: instantNow(environment),
    workspaceKey: credentials === null ? null : await wrapWorkspaceKey(core, credentials),
    keys: [await newSigningKey(environment, credentials?.passphrase ?? null)],
    failures: { count: 0, lockedUntil: null },
  }
}

export function wrapWorkspaceKey(core: Core, credentials: Credentials): Promise<WrappedKey> {
  const key = Buffer.from(credentials.workspaceKey).toString('base64url')
  return wrap(core.environment, credentials.passphrase, workspaceKeyLabel, key)
}
