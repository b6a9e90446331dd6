import { problem } from '#common/api/problems/problem'
import { newId } from '#common/domain/environment'
import { ok, refuse } from '#common/domain/result'
import { auditEvent, type Core, type Handlers } from '#main/core/capability'
import type { StoredAccount } from '#main/core/collections'
import type { Keyring } from './keyring'
import { leastPassphraseLength, newAccount } from './new-account'
import { findAccount, findBySignInName, toPerson } from './people'

/** Accounts as an administrator manages them. Accounts are never removed, only made inactive: seals name them. */
export function createAccounts(
  core: Core,
  keyring: Keyring,
): Handlers<'accounts.list' | 'accounts.create' | 'accounts.change'> {
  return {
    'accounts.list': () => ok({ accounts: [...core.store.all('accounts').values()].map(toPerson) }),

    'accounts.create': async (input, caller) => {
      if (findBySignInName(core, input.signInName) !== undefined) {
        return refuse(problem('sign-in-name-taken', { name: input.signInName }))
      }
      const workspaceKey = keyring.workspaceKey
      const demo = workspaceKey === null
      if (demo && keyring.locked) return refuse(problem('secrets-locked'))
      if (!demo && input.passphrase.length < leastPassphraseLength) {
        return refuse(problem('passphrase-too-short', { least: leastPassphraseLength }))
      }
      const made = await newAccount(core, input, demo ? null : { passphrase: input.passphrase, workspaceKey })
      // Whoever makes an account knows its passphrase: alone they must not make a second pair of eyes (W16).
      const account = { ...made, keys: made.keys.map(key => ({ ...key, unconfirmed: true as const })) }
      // Deriving the keys took a moment: somebody may have taken the name.
      if (findBySignInName(core, input.signInName) !== undefined) {
        return refuse(problem('sign-in-name-taken', { name: input.signInName }))
      }
      await core.store.commit({
        event: auditEvent(core, 'account.created', caller.account.id, account.id, {
          name: account.name,
          roles: account.roles,
        }),
        changes: [
          { collection: 'accounts', put: account },
          ...account.keys.map(
            ({ kid }) =>
              ({
                collection: 'keyChanges',
                put: {
                  id: newId(core.environment),
                  change: { kind: 'confirm', account: account.id, kid },
                  by: caller.account.id,
                  at: account.createdAt,
                  settled: null,
                },
              }) as const,
          ),
        ],
      })
      core.announce({ kind: 'accounts-changed' })
      return ok({ account: toPerson(account) })
    },

    'accounts.change': async (input, caller) => {
      const current = findAccount(core, input.account)
      if (current === undefined) return refuse(problem('account-not-found'))
      const changed: StoredAccount = {
        ...current,
        name: input.name,
        roles: input.roles,
        active: input.active,
      }
      if (!keepsAnAdministrator(core, changed)) return refuse(problem('last-administrator'))
      await core.store.commit({
        event: auditEvent(core, 'account.changed', caller.account.id, changed.id, {
          name: changed.name,
          roles: changed.roles,
          active: changed.active,
        }),
        changes: [{ collection: 'accounts', put: changed }],
      })
      core.announce({ kind: 'accounts-changed' })
      core.announce({ kind: 'session-changed' })
      return ok({ account: toPerson(changed) })
    },
  }
}

function keepsAnAdministrator(core: Core, changed: StoredAccount): boolean {
  return [...core.store.all('accounts').values()]
    .map(account => (account.id === changed.id ? changed : account))
    .some(account => account.active && account.roles.includes('administrator'))
}
