import type { RegisterKeyRequest } from '#common/api/portal-api'
import type { Problem } from '#common/api/problems/problem'
import { may } from '#common/domain/account'
import type { Portal } from '#common/domain/portal'
import { ok, type Result, refuse } from '#common/domain/result'
import { isInForce } from '#main/accounts/signing-key'
import type { Connector } from '#main/connectors/connector'
import type { Core } from '#main/core/capability'
import { problemOf } from './settle-job'

type KeyUse = NonNullable<RegisterKeyRequest['uses']>[number]

/**
 * Tells a portal which keys may sign for this newsroom, and what: those in force of everybody active who may approve or
 * publish urgently. Registering a key that
 * is there already changes nothing. The admin token is used here and kept nowhere.
 */
export async function registerKeys(
  core: Core,
  connector: Connector,
  portal: Pick<Portal, 'url'>,
  adminToken: string,
): Promise<Result<number, Problem>> {
  let registered = 0
  for (const account of core.store.all('accounts').values()) {
    const uses: KeyUse[] = []
    if (may(account, 'article.sign')) uses.push('approve')
    if (may(account, 'article.urgent')) uses.push('urgent')
    if (!account.active || uses.length === 0) continue
    // A reviewer may hold one key here and one on another machine; both seal.
    for (const { kid, demo, publicJwk } of account.keys.filter(isInForce)) {
      const body = { reviewer: account.id, name: account.name, demo, publicJwk, uses }
      const outcome = await connector.registerKey(adminToken, kid, body)
      if (outcome.kind !== 'done') return refuse(problemOf(portal, outcome))
      registered += 1
    }
  }
  return ok(registered)
}
