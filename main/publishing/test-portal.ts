import type { Output } from '#common/api/contract'
import { type Problem, problem } from '#common/api/problems/problem'
import { instantNow } from '#common/domain/environment'
import type { AccountId, PortalId } from '#common/domain/ids'
import type { Portal } from '#common/domain/portal'
import { ok, type Result, refuse } from '#common/domain/result'
import type { Outcome, Trial } from '#main/connectors/connector'
import { auditEvent } from '#main/core/capability'
import { toPortalView } from './portal-view'
import { type PublishingParts, toNote } from './publishing-parts'
import { problemOf } from './settle-job'

type Tested = Output<'portals.test'>
type Step = Tested['steps'][number]

/** Proves each step a push needs, and stops at the first that fails; a portal that passed is tried again at once. */
export async function testPortal(
  parts: PublishingParts,
  id: PortalId,
  actor: AccountId,
): Promise<Result<Tested, Problem>> {
  const { core, secrets } = parts
  const portal = core.store.get('portals', id)
  if (portal === undefined) return refuse(problem('portal-not-found'))
  const token = secrets.read(id)
  if (token === null) return refuse(problem('secrets-locked'))
  const connector = parts.connectorFor(portal, token)
  const steps: Step[] = []
  const passed = (step: Step['step'], outcome: Outcome<unknown>): boolean => {
    const failure = outcome.kind === 'done' ? null : toNote(problemOf(portal, outcome))
    steps.push({ step, ok: failure === null, problem: failure })
    return failure === null
  }
  try {
    const described = await connector.describe()
    const isLetIn = passed('reach', described) && passed('authorise', await connector.authorise())
    // Where only a person writes, there is nothing for the program to try.
    const tried =
      isLetIn && connector.byHand === null
        ? await tryOut(connector.trial, core.environment.randomBytes(1_024), passed)
        : { passed: isLetIn }
    // Somebody may have mapped categories, or disconnected it, while the portal was asked.
    const now = core.store.get('portals', id)
    if (now === undefined) return refuse(problem('portal-not-found'))
    const { passed: allPassed, ...guarded } = tried
    const { categories, limits } = described.kind === 'done' ? described.value : now
    const told = limits === undefined ? {} : { limits }
    const checked = { ...now, categories, ...told, ...guarded, checkedAt: instantNow(core.environment) }
    await core.store.commit({
      event: auditEvent(core, 'portal.tested', actor, id, { passed: allPassed }),
      changes: [{ collection: 'portals', put: checked }],
    })
    core.announce({ kind: 'portals-changed' })
    if (allPassed) {
      parts.line.clear(id)
      parts.wake()
    }
    return ok({ portal: toPortalView(core, checked), steps })
  } finally {
    await connector.close()
  }
}

type Passed = (step: Step['step'], outcome: Outcome<unknown>) => boolean

interface Tried extends Pick<Portal, 'conditionalWrites'> {
  readonly passed: boolean
}

/** What the portal guards counts only when the line still held afterwards. */
async function tryOut(trial: Trial, item: Uint8Array, passed: Passed): Promise<Tried> {
  const written = await trial.write(item)
  if (!passed('write', written) || written.kind !== 'done') return { passed: false }
  const read = passed('read', found(await trial.read(written.value, item)))
  const isGuarded = read ? await trial.isGuarded?.(written.value) : undefined
  const removed = passed('remove', await trial.remove(written.value))
  return {
    passed: read && removed,
    ...(removed && isGuarded !== undefined && { conditionalWrites: isGuarded }),
  }
}

/** What was written and is not there is an answer that cannot be relied on. */
function found(outcome: Outcome<boolean>): Outcome<unknown> {
  return outcome.kind === 'done' && !outcome.value ? { kind: 'unknown', status: null } : outcome
}
