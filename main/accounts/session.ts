import { problem } from '#common/api/problems/problem'
import type { SessionView } from '#common/api/views'
import type { AuditType } from '#common/domain/audit-types'
import { ok, refuse } from '#common/domain/result'
import { formatDate } from '#common/domain/vietnam-time'
import { auditEvent, type Core, type Handlers, type Session } from '#main/core/capability'
import type { Keyring } from './keyring'
import { leastPassphraseLength, newAccount } from './new-account'
import { findAccount, toPerson } from './people'
import { newRecoveryCode, recoverAccount, recoveryLabel, recoverySheet } from './recovery'
import { checkSignIn } from './sign-in'
import { organisationChange, readOrganisation } from './workspace-settings'
import { wrap } from './wrapping'

/** Signing in and out, and the first minute of an empty workspace. */
export function createSessions(
  core: Core,
  keyring: Keyring,
): Handlers<
  'session.current' | 'session.signIn' | 'session.signOut' | 'session.recover' | 'workspace.setUp'
> {
  const view = (session: Session): SessionView => sessionView(core, session)
  return {
    'session.current': (_input, visitor) => ok(view(visitor.session)),

    'session.signIn': async (input, visitor) => {
      const checked = await checkSignIn(core, input.signInName, input.passphrase ?? '')
      if (!checked.ok) return checked
      if (checked.value.workspaceKey !== null) keyring.unlock(checked.value.workspaceKey)
      return enter(visitor.session, checked.value.account.id, 'session.signed-in')
    },

    'session.signOut': async (_input, visitor) => {
      visitor.session.account = null
      core.announce({ kind: 'session-changed' })
      return ok(view(visitor.session))
    },

    'session.recover': async (input, visitor) => {
      if (input.passphrase.length < leastPassphraseLength) {
        return refuse(problem('passphrase-too-short', { least: leastPassphraseLength }))
      }
      const recovered = await recoverAccount(core, input)
      if (!recovered.ok) return recovered
      keyring.unlock(recovered.value.workspaceKey)
      return enter(visitor.session, recovered.value.account.id, 'session.signed-in')
    },

    'workspace.setUp': async (input, visitor) => {
      if (core.store.all('accounts').size > 0) return refuse(problem('already-set-up'))
      if (input.passphrase.length < leastPassphraseLength) {
        return refuse(problem('passphrase-too-short', { least: leastPassphraseLength }))
      }
      const workspaceKey = core.environment.randomBytes(32)
      const code = newRecoveryCode(core)
      // The first person holds every role until there are more; W7 still stops them from approving their own text.
      const roles = ['writer', 'editor', 'reviewer', 'operator', 'administrator'] as const
      const account = await newAccount(
        core,
        { ...input.administrator, roles },
        { passphrase: input.passphrase, workspaceKey },
      )
      const recovery = await wrap(
        core.environment,
        code,
        recoveryLabel,
        Buffer.from(workspaceKey).toString('base64url'),
      )
      if (core.store.all('accounts').size > 0) return refuse(problem('already-set-up'))
      await core.store.commit({
        event: auditEvent(core, 'workspace.set-up', account.id, account.id, {
          organisation: input.organisation,
        }),
        changes: [
          { collection: 'accounts', put: account },
          { collection: 'settings', put: { id: 'recovery', value: recovery } },
          organisationChange({ name: input.organisation, demo: false }),
        ],
      })
      keyring.unlock(workspaceKey)
      visitor.session.account = account.id
      core.announce({ kind: 'session-changed' })
      const today = formatDate(account.createdAt)
      return ok({
        session: view(visitor.session),
        recoveryFile: recoverySheet(input.organisation, account.name, code, today),
      })
    },
  }

  async function enter(session: Session, account: string, type: AuditType) {
    const stored = findAccount(core, account)
    if (stored?.active !== true) return refuse(problem('account-not-found'))
    // Who may read may read a newsroom that only reads, too: after a damaged disk that is the way to the texts.
    if (core.store.health.kind === 'writable')
      await core.store.commit({ event: auditEvent(core, type, stored.id, stored.id), changes: [] })
    session.account = stored.id
    core.announce({ kind: 'session-changed' })
    return ok(view(session))
  }
}

function sessionView(core: Core, session: Session): SessionView {
  const organisation = readOrganisation(core)
  const people = [...core.store.all('accounts').values()]
  const account = findAccount(core, session.account)
  const { recovery, health } = core.store
  return {
    account: account?.active === true ? toPerson(account) : null,
    workspace: {
      name: organisation?.name ?? '',
      demo: organisation?.demo ?? false,
      empty: people.length === 0,
      recovered:
        recovery.tornBytes === 0 ? null : { tornBytes: recovery.tornBytes, quarantine: recovery.quarantine },
      readOnly: health.kind === 'writable' ? null : health.cause,
    },
    oneClick: people.filter(person => person.demo && person.active).map(toPerson),
  }
}
