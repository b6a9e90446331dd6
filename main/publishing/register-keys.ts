import type { Problem } from '#common/api/problems/problem'
import type { Portal } from '#common/domain/portal'
import { ok, type Result, refuse } from '#common/domain/result'
import type { Connector } from '#main/connectors/connector'
import type { Core } from '#main/core/capability'
import { problemOf } from './settle-job'

/**
 * Tells a portal which keys may sign for this newsroom: those in force of every active reviewer. Registering a key that
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
    if (!account.active || !account.roles.includes('reviewer')) continue
    // A reviewer may hold one key here and one on another machine; both seal.
    for (const { kid, demo, publicJwk } of account.keys.filter(key => key.retiredAt === null)) {
      const body = { reviewer: account.id, name: account.name, demo, publicJwk }
      const outcome = await connector.registerKey(adminToken, kid, body)
      if (outcome.kind !== 'done') return refuse(problemOf(portal, outcome))
      registered += 1
    }
  }
  return ok(registered)
}
