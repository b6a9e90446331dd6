import { isUnfinished, type Job } from '#common/domain/job'
import type { LineState, Portal } from '#common/domain/portal'
import type { Secrets } from '#main/accounts/keyring'
import { auditEvent, type Core } from '#main/core/capability'
import { boundedWait } from './bounded-wait'

const offlineSetting = 'line.offline'
const capSetting = 'line.cap'
const firstProbeMs = 1_000
const mostProbeMs = 30_000

type Trouble =
  | {
      readonly kind: 'unreachable'
      readonly sinceMs: number
      readonly probeAtMs: number
      readonly delayMs: number
    }
  | { readonly kind: 'busy'; readonly untilMs: number }
  | { readonly kind: 'unauthorised' }

/** Whether requests may go to a portal now; `untilMs` null waits for a person or a probe. */
export type Gate = { readonly kind: 'open' } | { readonly kind: 'closed'; readonly untilMs: number | null }

/** Bytes a second that sending may take of the line; null: all of it. */
export function readCap({ store }: Pick<Core, 'store'>): number | null {
  const value = store.get('settings', capSetting)?.value
  return typeof value === 'number' && value > 0 ? value : null
}

/** What is known about the way to each portal. Only the switch is durable: the rest is found out again. */
export class Line {
  readonly #core: Core
  readonly #secrets: Secrets
  readonly #troubles = new Map<Portal['id'], Trouble>()

  constructor(core: Core, secrets: Secrets) {
    this.#core = core
    this.#secrets = secrets
  }

  get offline(): boolean {
    return this.#core.store.get('settings', offlineSetting)?.value === true
  }

  async setOffline(offline: boolean, actor: Parameters<typeof auditEvent>[2]): Promise<void> {
    if (offline === this.offline) return
    // Whoever says the line is back wants to see it tried, not waited for.
    if (!offline) this.#troubles.clear()
    await this.#core.store.commit({
      event: auditEvent(this.#core, offline ? 'line.offline' : 'line.online', actor, null),
      changes: [{ collection: 'settings', put: { id: offlineSetting, value: offline } }],
    })
    this.#core.announce({ kind: 'line-changed' })
  }

  async setCap(bytesPerSecond: number | null, actor: Parameters<typeof auditEvent>[2]): Promise<void> {
    await this.#core.store.commit({
      event: auditEvent(this.#core, 'line.capped', actor, null, { bytesPerSecond }),
      changes: [{ collection: 'settings', put: { id: capSetting, value: bytesPerSecond } }],
    })
    this.#core.announce({ kind: 'publishing-changed' })
  }

  gate(portal: Portal['id']): Gate {
    if (this.offline || this.#secrets.read(portal) === null) return { kind: 'closed', untilMs: null }
    const trouble = this.#troubles.get(portal)
    if (trouble === undefined) return { kind: 'open' }
    if (trouble.kind !== 'busy') return { kind: 'closed', untilMs: null }
    const nowMs = this.#core.environment.now()
    const untilMs = boundedWait(trouble.untilMs, nowMs)
    return untilMs <= nowMs ? { kind: 'open' } : { kind: 'closed', untilMs }
  }

  /** No connection, or nothing readable: from 1 s to 30 s apart the portal is asked whether it is there. */
  unreachable(portal: Portal['id']): void {
    const nowMs = this.#core.environment.now()
    const before = this.#troubles.get(portal)
    const again = before?.kind === 'unreachable'
    const delayMs = again ? Math.min(mostProbeMs, before.delayMs * 2) : firstProbeMs
    this.#troubles.set(portal, {
      kind: 'unreachable',
      sinceMs: again ? before.sinceMs : nowMs,
      probeAtMs: nowMs + delayMs,
      delayMs,
    })
    if (!again) this.#core.announce({ kind: 'line-changed' })
  }

  busy(portal: Portal['id'], retryAfterMs: number): void {
    this.#troubles.set(portal, { kind: 'busy', untilMs: this.#core.environment.now() + retryAfterMs })
  }

  unauthorised(portal: Portal['id']): void {
    this.#troubles.set(portal, { kind: 'unauthorised' })
    this.#core.announce({ kind: 'line-changed' })
  }

  /** The portal answered, or a person wants it tried again. */
  clear(portal: Portal['id']): void {
    const before = this.#troubles.get(portal)
    this.#troubles.delete(portal)
    if (before !== undefined && before.kind !== 'busy') this.#core.announce({ kind: 'line-changed' })
  }

  /** When the unreachable portal is to be asked again; null when it needs no probe or may not be asked. */
  probeAtMs(portal: Portal['id']): number | null {
    const trouble = this.#troubles.get(portal)
    if (trouble?.kind !== 'unreachable' || this.offline) return null
    return boundedWait(trouble.probeAtMs, this.#core.environment.now())
  }

  state(): LineState {
    const portals = [...this.#core.store.all('portals').keys()]
    if (portals.length === 0) return { kind: 'no-portal' }
    let waiting = 0
    for (const job of this.#core.store.all('jobs').values()) {
      if (isHeldUp(job, this.#core.environment.now())) waiting += 1
    }
    if (this.offline) return { kind: 'offline', waiting }
    if (portals.some(id => this.#secrets.read(id) === null)) return { kind: 'locked', waiting }
    const troubles = [...this.#troubles.values()]
    if (troubles.some(trouble => trouble.kind === 'unauthorised')) return { kind: 'unauthorised', waiting }
    const down = troubles.find(trouble => trouble.kind === 'unreachable')
    if (down === undefined) return { kind: 'online' }
    return { kind: 'unreachable', waiting, since: new Date(down.sinceMs).toISOString() }
  }
}

/** Would be on its way if there were a line; what only waits for its hour is not held up. */
function isHeldUp(job: Job, nowMs: number): boolean {
  return job.state !== 'refused' && isUnfinished(job.state) && isDue(job, nowMs)
}

/** Whether the hour that somebody chose, if any, has come. */
export function isDue({ scheduledFor }: Pick<Job, 'scheduledFor'>, nowMs: number): boolean {
  return scheduledFor === null || Date.parse(scheduledFor) <= nowMs
}
