import type { Person } from '#common/api/views'
import type { Account } from '#common/domain/account'
import { type AccountId, accountId } from '#common/domain/ids'
import type { Core } from '#main/core/capability'
import type { StoredAccount } from '#main/core/collections'

/** Without what only main may see. */
export function toPerson(account: Account): Person {
  const { id, name, signInName, roles, demo, active } = account
  return { id, name, signInName, roles, demo, active }
}

export function findAccount(core: Core, id: string | null): StoredAccount | undefined {
  return id === null ? undefined : core.store.get('accounts', id)
}

export function findBySignInName(core: Core, signInName: string): StoredAccount | undefined {
  for (const account of core.store.all('accounts').values())
    if (account.signInName === signInName) return account
  return undefined
}

/** The name to print for an account; its id where the account is unknown. */
export function nameOf(core: Core, id: string): string {
  return core.store.get('accounts', id)?.name ?? id
}

export function newAccountId(id: string): AccountId {
  return accountId.parse(id)
}
