import type { RegisterKeyRequest } from '#common/api/portal-api'
import { type Problem, problem } from '#common/api/problems/problem'
import { may } from '#common/domain/account'
import type { AccountId, PortalId } from '#common/domain/ids'
import type { Portal } from '#common/domain/portal'
import { ok, type Result, refuse } from '#common/domain/result'
import { isInForce } from '#main/accounts/signing-key'
import type { Connector } from '#main/connectors/connector'
import { auditEvent, type Core } from '#main/core/capability'
import type { StoredAccount } from '#main/core/collections'
import type { PublishingParts } from './publishing-parts'
import { problemOf } from './settle-job'

type KeyUse = NonNullable<RegisterKeyRequest['uses']>[number]

interface SigningKey {
  readonly account: StoredAccount
  readonly key: StoredAccount['keys'][number]
  readonly uses: readonly KeyUse[]
}

/** Keys in force of everybody active who may approve or publish urgently. */
function signingKeys(core: Core): SigningKey[] {
  return [...core.store.all('accounts').values()].flatMap((account): SigningKey[] => {
    const uses: KeyUse[] = []
    if (may(account, 'article.sign')) uses.push('approve')
    if (may(account, 'article.urgent')) uses.push('urgent')
    if (!account.active || uses.length === 0) return []
    // A reviewer may hold one key here and one on another machine; both seal.
    return account.keys.filter(isInForce).map(key => ({ account, key, uses }))
  })
}

function markOf({ key, uses }: SigningKey): string {
  return `${key.kid} ${uses.join(',')}`
}

/** How many keys a portal was not told of: it would refuse what they sign. Only portals that check seals need any. */
export function keysToSend(core: Core, { kind, keys = [] }: Pick<Portal, 'kind' | 'keys'>): number {
  if (kind !== 'portal-api') return 0
  const told = new Set(keys)
  return signingKeys(core).filter(one => !told.has(markOf(one))).length
}

/**
 * Tells a portal which keys may sign for this newsroom, and what; the answer is what to note of them with the portal.
 * Registering a key that is there already changes nothing. The admin token is used here and kept nowhere.
 */
export async function registerKeys(
  core: Core,
  connector: Connector,
  portal: Pick<Portal, 'url'>,
  adminToken: string,
): Promise<Result<string[], Problem>> {
  const told: string[] = []
  for (const one of signingKeys(core)) {
    const { account, key, uses } = one
    const { kid, demo, publicJwk } = key
    const body = { reviewer: account.id, name: account.name, demo, publicJwk, uses: [...uses] }
    const outcome = await connector.registerKey(adminToken, kid, body)
    if (outcome.kind !== 'done') return refuse(problemOf(portal, outcome))
    told.push(markOf(one))
  }
  return ok(told)
}

/** Tells a connected portal of every key again; what its keys could not sign yesterday they can sign now. */
export async function sendKeys(
  { core, secrets, connectorFor }: Pick<PublishingParts, 'core' | 'secrets' | 'connectorFor'>,
  id: PortalId,
  adminToken: string,
  actor: AccountId,
): Promise<Result<Portal, Problem>> {
  const portal = core.store.get('portals', id)
  if (portal === undefined) return refuse(problem('portal-not-found'))
  const token = secrets.read(id)
  if (token === null) return refuse(problem('secrets-locked'))
  const connector = connectorFor(portal, token)
  const told = await registerKeys(core, connector, portal, adminToken).finally(connector.close)
  if (!told.ok) return told
  // Telling took a moment: the portal may have been changed or disconnected.
  const current = core.store.get('portals', id)
  if (current === undefined) return refuse(problem('portal-not-found'))
  const put = { ...current, keys: told.value }
  await core.store.commit({
    event: auditEvent(core, 'portal.keys-sent', actor, id, { keys: told.value.length }),
    changes: [{ collection: 'portals', put }],
  })
  core.announce({ kind: 'portals-changed' })
  return ok(put)
}
