import type { KeyChangeView, RegisteredKeyView } from '#common/api/approval-operations'
import { type Problem, problem } from '#common/api/problems/problem'
import type { Account } from '#common/domain/account'
import type { AuditType } from '#common/domain/audit-types'
import { instantNow, newId } from '#common/domain/environment'
import { ok, refuse } from '#common/domain/result'
import { findAccount, nameOf } from '#main/accounts/people'
import { isRecoveryCode } from '#main/accounts/recovery'
import { checkPassphrase } from '#main/accounts/sign-in'
import { currentKey, isInForce, signingHindrance, unlockKey } from '#main/accounts/signing-key'
import { readOrganisation } from '#main/accounts/workspace-settings'
import { auditEvent, type Core, type Handlers } from '#main/core/capability'
import type { KeyChange, NewsroomCollections, StoredAccount } from '#main/core/collections'
import type { Change } from '#main/store/store'
import { fingerprint, readKeyCard, writeKeyCard } from './key-card'

type Operations = 'keys.list' | 'keys.card' | 'keys.propose' | 'keys.confirm' | 'keys.withdraw'

/** Whose keys are believed here; every change is proposed by one person and confirmed by another. */
export function createKeyRegister(core: Core): Handlers<Operations> {
  const { store } = core

  return {
    'keys.list': () => ok(view()),

    'keys.card': async (input, caller) => {
      const account = findAccount(core, caller.account.id)
      const key = account === undefined ? undefined : currentKey(account)
      if (account === undefined) return refuse(problem('key-not-found'))
      const hindrance = signingHindrance(account)
      if (key === undefined || hindrance !== null) return refuse(hindrance ?? problem('key-not-found'))
      const checked = await checkPassphrase(core, account, input.passphrase ?? '')
      if (!checked.ok) return checked
      const unlocked = await unlockKey(key, input.passphrase ?? '')
      if (unlocked === null) return refuse(problem('wrong-passphrase'))
      const text = await writeKeyCard(account, readOrganisation(core)?.name ?? '', key, unlocked)
      return ok({ fileName: `${account.signInName}.khoa.txt`, text })
    },

    'keys.propose': async (input, caller) => {
      const change = await readChange(input.change)
      if ('code' in change) return refuse(change)
      const put: KeyChange = {
        id: newId(core.environment),
        change,
        by: caller.account.id,
        at: instantNow(core.environment),
        settled: null,
      }
      await commit('key.proposed', caller.account, put, [])
      return ok(view())
    },

    'keys.confirm': async (input, caller) => {
      const pending = store.get('keyChanges', input.change)
      if (pending?.settled !== null) return refuse(problem('key-change-settled'))
      const account = findAccount(core, caller.account.id)
      if (account === undefined) return refuse(problem('account-not-found'))
      const means = await confirmation(pending, account, input.passphrase ?? '', input.recoveryCode)
      if (typeof means !== 'string') return refuse(means)
      // Checking took a moment: somebody else may have settled it.
      const current = store.get('keyChanges', input.change)
      if (current?.settled !== null) return refuse(problem('key-change-settled'))
      const at = instantNow(core.environment)
      const put: KeyChange = { ...current, settled: { outcome: 'confirmed', by: account.id, at, means } }
      await commit('key.confirmed', caller.account, put, carriedOut(put, at))
      core.announce({ kind: 'accounts-changed' })
      return ok(view())
    },

    'keys.withdraw': async (input, caller) => {
      const pending = store.get('keyChanges', input.change)
      if (pending?.settled !== null) return refuse(problem('key-change-settled'))
      const at = instantNow(core.environment)
      const settled = { outcome: 'withdrawn', by: caller.account.id, at, means: 'withdrawn' } as const
      // A new account's key that nobody wants to answer for is none.
      const gone = pending.change.kind === 'confirm' ? retired(pending.change.kid, at) : []
      await commit('key.withdrawn', caller.account, { ...pending, settled }, gone)
      return ok(view())
    },
  }

  async function readChange(
    input: Parameters<Handlers<'keys.propose'>['keys.propose']>[0]['change'],
  ): Promise<KeyChange['change'] | Problem> {
    if (input.kind === 'retire')
      return holderOf(input.kid) === null ? problem('key-not-found') : { kind: 'retire', kid: input.kid }
    const card = await readKeyCard(input.card)
    if (card === null) return problem('key-card-unreadable')
    if (holderOf(card.kid) !== null) return problem('key-known', { name: card.name })
    if (card.demo && !(readOrganisation(core)?.demo ?? false)) return problem('portal-refuses-demo-keys')
    if (input.account !== null && findAccount(core, input.account) === undefined)
      return problem('account-not-found')
    return { kind: 'register', account: input.account, card }
  }

  /** A second person who manages accounts or reviews; with a single administrator the printed code instead. */
  async function confirmation(
    pending: KeyChange,
    account: StoredAccount,
    passphrase: string,
    recoveryCode: string | undefined,
  ): Promise<'second-person' | 'recovery-code' | Problem> {
    const mayConfirm = account.roles.includes('administrator') || account.roles.includes('reviewer')
    if (!mayConfirm) return problem('not-permitted', { permission: 'account.manage' })
    const checked = await checkPassphrase(core, account, passphrase)
    if (!checked.ok) return checked.problem
    // Who is not yet confirmed, or whose own key it is, is no second person.
    const isSecond = pending.by !== account.id && !concerns(pending, account) && account.keys.some(isInForce)
    if (isSecond) return 'second-person'
    if (pending.by !== account.id || !isOnlyAdministrator()) return problem('key-change-needs-other')
    return (await isRecoveryCode(core, recoveryCode ?? ''))
      ? 'recovery-code'
      : problem('key-change-needs-code')
  }

  function isOnlyAdministrator(): boolean {
    const active = [...store.all('accounts').values()].filter(
      ({ active, roles }) => active && roles.includes('administrator'),
    )
    return active.length === 1
  }

  function carriedOut({ change }: KeyChange, at: string): readonly Change<NewsroomCollections>[] {
    if (change.kind === 'retire') return retired(change.kid, at)
    if (change.kind === 'confirm') return confirmed(change)
    const { account, card } = change
    if (account === null)
      return [
        { collection: 'correspondents', put: { id: card.kid, card, registeredAt: at, retiredAt: null } },
      ]
    const holder = findAccount(core, account)
    if (holder === undefined) return []
    const { kid, publicJwk, demo, agreementX } = card
    const key = {
      kid,
      publicJwk,
      demo,
      createdAt: at,
      retiredAt: null,
      openPrivate: null,
      wrappedPrivate: null,
      ...(agreementX !== null && { agreementX }),
    }
    return [{ collection: 'accounts', put: { ...holder, keys: [...holder.keys, key] } }]
  }

  function confirmed({ account, kid }: Extract<KeyChange['change'], { kind: 'confirm' }>) {
    const holder = findAccount(core, account)
    if (holder === undefined) return []
    const keys = holder.keys.map(({ unconfirmed, ...key }) =>
      key.kid === kid || unconfirmed === undefined ? key : { ...key, unconfirmed },
    )
    return [{ collection: 'accounts', put: { ...holder, keys } } as const]
  }

  function retired(kid: string, at: string): readonly Change<NewsroomCollections>[] {
    const known = store.get('correspondents', kid)
    if (known !== undefined) return [{ collection: 'correspondents', put: { ...known, retiredAt: at } }]
    return [...store.all('accounts').values()]
      .filter(account => account.keys.some(key => key.kid === kid))
      .map(account => {
        const keys = account.keys.map(key => (key.kid === kid ? { ...key, retiredAt: at } : key))
        return { collection: 'accounts', put: { ...account, keys } } as const
      })
  }

  async function commit(
    type: AuditType,
    account: Account,
    put: KeyChange,
    more: readonly Change<NewsroomCollections>[],
  ): Promise<void> {
    const { change } = put
    const kid = change.kind === 'register' ? change.card.kid : change.kid
    await store.commit({
      event: auditEvent(core, type, account.id, kid, { kind: change.kind, holder: holderName(change) }),
      changes: [{ collection: 'keyChanges', put }, ...more],
    })
  }

  function holderOf(kid: string): { readonly name: string; readonly x: string } | null {
    const known = store.get('correspondents', kid)
    if (known !== undefined) return { name: known.card.name, x: known.card.publicJwk.x }
    for (const { name, keys } of store.all('accounts').values()) {
      const key = keys.find(candidate => candidate.kid === kid)
      if (key !== undefined) return { name, x: key.publicJwk.x }
    }
    return null
  }

  function holderName(change: KeyChange['change']): string {
    return change.kind === 'register' ? change.card.name : (holderOf(change.kid)?.name ?? '')
  }

  function view(): { keys: RegisteredKeyView[]; changes: KeyChangeView[] } {
    const own = [...store.all('accounts').values()].flatMap(account =>
      account.keys.map(key => ({
        kid: key.kid,
        holder: account.name,
        account: account.id,
        organisation: null,
        here: key.openPrivate !== null || key.wrappedPrivate !== null,
        demo: key.demo,
        fingerprint: fingerprint(key.publicJwk.x),
        mayReceive: key.agreementX !== undefined,
        createdAt: key.createdAt,
        retiredAt: key.retiredAt,
        unconfirmed: key.unconfirmed === true,
      })),
    )
    const others = [...store.all('correspondents').values()].map(({ card, registeredAt, retiredAt }) => ({
      kid: card.kid,
      holder: card.name,
      account: null,
      organisation: card.organisation,
      here: false,
      demo: card.demo,
      fingerprint: fingerprint(card.publicJwk.x),
      mayReceive: card.agreementX !== null,
      createdAt: registeredAt,
      retiredAt,
      unconfirmed: false,
    }))
    const changes = [...store.all('keyChanges').values()]
      .sort((a, b) => b.at.localeCompare(a.at))
      .map(toChangeView)
    return { keys: [...own, ...others], changes }
  }

  function toChangeView({ id, change, by, at, settled }: KeyChange): KeyChangeView {
    const x = change.kind === 'register' ? change.card.publicJwk.x : (holderOf(change.kid)?.x ?? '')
    return {
      id,
      kind: change.kind,
      holder: holderName(change),
      fingerprint: fingerprint(x),
      byName: nameOf(core, by),
      at,
      needsCode: isOnlyAdministrator(),
      settled:
        settled === null
          ? null
          : {
              outcome: settled.outcome,
              means: settled.means,
              byName: nameOf(core, settled.by),
              at: settled.at,
            },
    }
  }
}

/** The key in question is this person's own. */
function concerns({ change }: KeyChange, account: StoredAccount): boolean {
  switch (change.kind) {
    case 'retire':
      return false
    case 'register':
    case 'confirm':
      return change.account === account.id
  }
}
