import { type Problem, problem } from '#common/api/problems/problem'
import type { AccountId, PortalId } from '#common/domain/ids'
import { mostCategories, type Portal } from '#common/domain/portal'
import { ok, type Result, refuse } from '#common/domain/result'
import { auditEvent } from '#main/core/capability'
import type { PublishingParts } from './publishing-parts'
import { problemOf } from './settle-job'

/** Makes a category of ours on a portal that lets us, or finds its namesake there, and maps ours to it. */
export async function addCategory(
  { core, secrets, connectorFor, wake }: PublishingParts,
  id: PortalId,
  ours: string,
  actor: AccountId,
): Promise<Result<Portal, Problem>> {
  const portals = [...core.store.all('portals').values()]
  const portal = core.store.get('portals', id)
  if (portal === undefined) return refuse(problem('portal-not-found'))
  const token = secrets.read(id)
  if (token === null) return refuse(problem('secrets-locked'))
  const known = portals.flatMap(({ categories }) => categories).find(category => category.id === ours)
  const connector = connectorFor(portal, token)
  try {
    if (known === undefined || connector.addCategory === null)
      return refuse(problem('category-unmapped', { category: ours }))
    const made = await connector.addCategory(known.name)
    if (made.kind !== 'done') return refuse(problemOf(portal, made))
    // Somebody may have mapped others, or disconnected it, while the portal was asked.
    const now = core.store.get('portals', id)
    if (now === undefined) return refuse(problem('portal-not-found'))
    const others = now.categories.filter(category => category.id !== made.value.id)
    const put: Portal = {
      ...now,
      // Where the list is full, a listed one gives way: the new one is mapped.
      categories: [...others.slice(0, mostCategories - 1), made.value],
      categoryMap: { ...now.categoryMap, [ours]: made.value.id },
    }
    await core.store.commit({
      event: auditEvent(core, 'portal.categories-mapped', actor, id, { map: { [ours]: made.value.id } }),
      changes: [{ collection: 'portals', put }],
    })
    core.announce({ kind: 'portals-changed' })
    core.announce({ kind: 'publishing-changed' })
    wake()
    return ok(put)
  } finally {
    await connector.close()
  }
}
