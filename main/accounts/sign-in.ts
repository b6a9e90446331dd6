import { bulkhead } from 'cockatiel'
import { type Problem, problem } from '#common/api/problems/problem'
import type { AuditType } from '#common/domain/audit-types'
import { ok, type Result, refuse } from '#common/domain/result'
import { auditEvent, type Core } from '#main/core/capability'
import type { StoredAccount } from '#main/core/collections'
import { findBySignInName } from './people'
import { deriveKey, scryptCost, unwrap } from './wrapping'

export const workspaceKeyLabel = 'toa-soan/workspace-key'

/** After five wrong passphrases: 30 s, doubling to 15 minutes (reliability research §5, ASVS 6.3.1). */
const freeAttempts = 5
const firstLockMs = 30_000
const longestLockMs = 900_000

/** Who comes when this many wait already is guessing by machine, not by hand. */
const mostWaiting = 20

/** One guess at a time, so that guesses made at the same moment are counted before the next is looked at. */
const guesses = bulkhead(1, mostWaiting)

export interface SignedIn {
  readonly account: StoredAccount
  /** Null for sample accounts, which have no passphrase. */
  readonly workspaceKey: Uint8Array | null
}

/** Checks name and passphrase. An unknown name costs the same work and gets the same words as a wrong passphrase. */
export async function checkSignIn(
  core: Core,
  signInName: string,
  passphrase: string,
): Promise<Result<SignedIn, Problem>> {
  const account = findBySignInName(core, signInName)
  if (account?.active === true) return checkPassphrase(core, account, passphrase)
  return guess(async () => {
    await deriveKey(passphrase, new Uint8Array(16), scryptCost)
    return refuse(problem('wrong-passphrase'))
  })
}

/** Also the step-up before an approval: counts failures, and forgets them after a right one. */
export async function checkPassphrase(
  core: Core,
  account: StoredAccount,
  passphrase: string,
): Promise<Result<SignedIn, Problem>> {
  const wrapped = account.workspaceKey
  if (wrapped === null) return ok({ account, workspaceKey: null })
  return guess(async () => {
    const seconds = secondsLocked(core, account)
    if (seconds > 0) return refuse(problem('too-many-attempts', { seconds }))
    const key = await unwrap(passphrase, workspaceKeyLabel, wrapped)
    if (key === null) return recordFailure(core, account)
    if (failuresOf(core, account).count > 0)
      await storeFailures(core, account, { count: 0, lockedUntil: null }, 'account.attempts-cleared')
    return ok({ account, workspaceKey: Buffer.from(key, 'base64url') })
  })
}

async function guess<T>(check: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  if (guesses.executionSlots + guesses.queueSlots === 0)
    return refuse(problem('too-many-attempts', { seconds: firstLockMs / 1_000 }))
  return guesses.execute(check)
}

/** As they are now: others may have guessed since this account was read. */
function failuresOf(core: Core, account: StoredAccount): StoredAccount['failures'] {
  return (core.store.get('accounts', account.id) ?? account).failures
}

function secondsLocked(core: Core, account: StoredAccount): number {
  const until = failuresOf(core, account).lockedUntil
  return until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - core.environment.now()) / 1_000))
}

async function recordFailure(core: Core, account: StoredAccount): Promise<Result<never, Problem>> {
  const count = failuresOf(core, account).count + 1
  const excess = count - freeAttempts
  const lockMs = excess < 0 ? 0 : Math.min(longestLockMs, firstLockMs * 2 ** excess)
  const lockedUntil = lockMs === 0 ? null : new Date(core.environment.now() + lockMs).toISOString()
  await storeFailures(core, account, { count, lockedUntil }, 'account.wrong-passphrase')
  return refuse(
    lockMs === 0 ? problem('wrong-passphrase') : problem('too-many-attempts', { seconds: lockMs / 1_000 }),
  )
}

async function storeFailures(
  core: Core,
  account: StoredAccount,
  failures: StoredAccount['failures'],
  event: AuditType,
): Promise<void> {
  // A store that only reads has no place for a count; guesses still come one at a time.
  if (core.store.health.kind !== 'writable') return
  const current = core.store.get('accounts', account.id) ?? account
  await core.store.commit({
    event: auditEvent(core, event, account.id, account.id, { count: failures.count }),
    changes: [{ collection: 'accounts', put: { ...current, failures } }],
  })
}
