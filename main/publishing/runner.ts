import type { Job } from '#common/domain/job'
import type { Portal } from '#common/domain/portal'
import { publicationId } from '#common/domain/publication'
import { unreachable } from '#common/domain/unreachable'
import type { Connector } from '#main/connectors/connector'
import { StoreWriteError } from '#main/store/store-write-error'
import { askPortal } from './ask-portal'
import { boundedWait } from './bounded-wait'
import { waitsForHands } from './by-hand'
import { LaterLooks } from './later-looks'
import { leaveCheckpoint } from './leave-checkpoint'
import { moveJob } from './move-job'
import { queueExpiries } from './publish-expiries'
import type { PublishingParts, Timer } from './publishing-parts'
import { sendJob } from './send-job'

/** A clock that was set back must not make the queue sleep through the day. */
const mostSleepMs = 60_000

/**
 * Nothing to do now. `untilMs`: when to look again at the latest. `settled`: only a line, a date or a person can move
 * something; otherwise a back-off or an answer is being waited for.
 */
interface Rest {
  readonly untilMs: number | null
  readonly settled: boolean
}

export interface Runner {
  /** Begins to work the queue; content when it already does. */
  start(): void
  /** Looks again at once: something was queued, the line or a secret changed. */
  wake(): void
  /** Resolves when nothing more can move now, or after the time-out. Starts the runner when it stands. */
  drain(timeoutMs: number): Promise<void>
  readonly looks: LaterLooks
  /** Breaks off what is under way (it becomes `unknown` and is asked about next time) and resolves when all is recorded. */
  stop(): Promise<void>
}

/** After a bug of ours outside any one job. */
const bugPauseMs = 30_000

/** One loop, one request at a time: what happens next depends only on the records, the clock and the portals' answers. */
export class PublishingRunner implements Runner {
  readonly #parts: PublishingParts
  readonly #timer: Timer
  readonly #connectors = new Map<Portal['id'], { readonly key: string; readonly connector: Connector }>()
  #loop: Promise<void> | null = null
  #stopping = false
  #expiry: { readonly checkedAtMs: number; readonly nextMs: number | null } = { checkedAtMs: 0, nextMs: null }
  #look: { readonly checkedAtMs: number; readonly nextMs: number | null } = { checkedAtMs: 0, nextMs: null }
  readonly looks: LaterLooks
  #rest: Rest | null = null
  #woken = false
  #endSleep: (() => void) | null = null
  #restWatchers: (() => void)[] = []

  constructor(parts: PublishingParts, timer: Timer) {
    this.#parts = parts
    this.#timer = timer
    this.looks = new LaterLooks(parts)
  }

  start(): void {
    if (this.#loop !== null) return
    this.#stopping = false
    this.#loop = this.#run().finally(() => {
      this.#loop = null
    })
  }

  wake(): void {
    this.#woken = true
    this.#rest = null
    this.#endSleep?.()
  }

  async drain(timeoutMs: number): Promise<void> {
    this.wake()
    this.start()
    let expired = false
    const cancel = this.#timer(timeoutMs, () => {
      expired = true
      this.#tellWatchers()
    })
    while (!expired && this.#loop !== null && this.#rest?.settled !== true) {
      await new Promise<void>(resolve => this.#restWatchers.push(resolve))
    }
    cancel()
  }

  async stop(): Promise<void> {
    this.#stopping = true
    this.wake()
    await this.#closeConnectors()
    await this.#loop
    await this.#closeConnectors()
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.#woken = false
      let rest: Rest | null
      try {
        rest = await this.#step()
      } catch (error) {
        // A read-only store can record no move: nothing may leave until it is opened again.
        if (error instanceof StoreWriteError) break
        // A bug here must not end the process in which somebody types: the queue pauses and tries again.
        process.emitWarning(error instanceof Error ? error : String(error))
        rest = { untilMs: this.#parts.core.environment.now() + bugPauseMs, settled: false }
      }
      if (rest === null || this.#woken) continue
      this.#rest = rest
      this.#tellWatchers()
      await this.#sleep(rest)
    }
    this.#rest = { untilMs: null, settled: true }
    this.#tellWatchers()
  }

  #tellWatchers(): void {
    const watchers = this.#restWatchers
    this.#restWatchers = []
    for (const tell of watchers) tell()
  }

  #sleep({ untilMs }: Rest): Promise<void> {
    return new Promise(resolve => {
      const nowMs = this.#parts.core.environment.now()
      const delayMs = Math.max(1, Math.min(mostSleepMs, (untilMs ?? Number.POSITIVE_INFINITY) - nowMs))
      const end = () => {
        cancel()
        this.#endSleep = null
        resolve()
      }
      const cancel = this.#timer(delayMs, end)
      this.#endSleep = end
      if (this.#woken || this.#stopping) end()
    })
  }

  /** Does one thing, or says why there is nothing to do. */
  async #step(): Promise<Rest | null> {
    const { core, line, queue } = this.#parts
    const nowMs = core.environment.now()
    const waits: number[] = []
    let settled = true
    for (const portal of core.store.all('portals').values()) {
      const probeAtMs = line.probeAtMs(portal.id)
      if (probeAtMs === null) continue
      if (probeAtMs <= nowMs) return this.#probe(portal)
      waits.push(probeAtMs)
    }
    const expiryMs = await this.#expiries(nowMs)
    if (expiryMs !== null) waits.push(expiryMs)

    const seen = new Set<string>()
    for (const job of queue.unfinished()) {
      const id = publicationId(job.portal, job.article)
      // P3: of one article on one portal only the oldest unsettled decision moves; other articles go on.
      if (seen.has(id)) continue
      seen.add(id)
      const portal = core.store.get('portals', job.portal)
      if (portal === undefined || job.state === 'refused') continue
      if (job.held === true && job.state === 'waiting') continue
      if (job.state === 'sending') {
        // A crash left it: whether its bytes arrived only the portal knows.
        await moveJob(this.#parts, job, 'unknown')
        return null
      }
      if (waitsForHands(this.#connector(portal), job)) continue
      const gate = line.gate(portal.id)
      if (gate.kind === 'closed') {
        if (gate.untilMs !== null) waits.push(gate.untilMs)
        settled &&= gate.untilMs === null
        continue
      }
      const readyMs = this.#readyMs(job, nowMs)
      if (readyMs <= nowMs) {
        await this.#tryAct(portal, job)
        return null
      }
      waits.push(readyMs)
      settled &&= job.state === 'waiting' && job.notBefore !== null && job.notBefore === job.scheduledFor
    }
    if (await this.#leaveCheckpoint()) return null
    const lookMs = await this.#lookAgain(nowMs)
    if (lookMs === 'looked') return null
    if (lookMs !== null) waits.push(lookMs)
    return { untilMs: waits.length === 0 ? null : Math.min(...waits), settled }
  }

  /** With the pushes of a batch, when none of them can move now. */
  async #leaveCheckpoint(): Promise<boolean> {
    const { core, line, uncheckpointed } = this.#parts
    for (const id of uncheckpointed) {
      uncheckpointed.delete(id)
      const portal = core.store.get('portals', id)
      if (portal === undefined || line.gate(id).kind !== 'open') continue
      await leaveCheckpoint(this.#parts, this.#connector(portal), id)
      return true
    }
    return false
  }

  /** Only when nothing else can move: what readers see of older articles. */
  async #lookAgain(nowMs: number): Promise<'looked' | number | null> {
    const stale =
      nowMs < this.#look.checkedAtMs ||
      nowMs >= Math.min(this.#look.nextMs ?? Number.POSITIVE_INFINITY, this.#look.checkedAtMs + 30_000)
    if (!stale && this.looks.asked === 0) return this.#look.nextMs
    const { core, line } = this.#parts
    const { due, nextMs } = this.looks.next(nowMs, portal => line.gate(portal).kind === 'open')
    if (due === null) {
      this.#look = { checkedAtMs: nowMs, nextMs }
      return nextMs
    }
    const portal = core.store.get('portals', due.portal)
    if (portal === undefined) return null
    await this.looks.look(this.#connector(portal), due)
    this.#look = { checkedAtMs: 0, nextMs: null }
    return 'looked'
  }

  /** Looks through all publications only now and then: there may be very many, and the queue very busy. */
  async #expiries(nowMs: number): Promise<number | null> {
    const { checkedAtMs, nextMs } = this.#expiry
    const stale =
      nowMs < checkedAtMs || nowMs >= Math.min(nextMs ?? Number.POSITIVE_INFINITY, checkedAtMs + 30_000)
    if (stale) this.#expiry = { checkedAtMs: nowMs, nextMs: await queueExpiries(this.#parts) }
    return this.#expiry.nextMs
  }

  #readyMs(job: Job, nowMs: number): number {
    const afterSetback = boundedWait(this.#parts.setbacks.untilMs(job.id), nowMs)
    if (job.notBefore === null) return afterSetback
    const notBeforeMs = Date.parse(job.notBefore)
    const isSchedule = job.notBefore === job.scheduledFor
    return Math.max(isSchedule ? notBeforeMs : boundedWait(notBeforeMs, nowMs), afterSetback)
  }

  /** One job that meets a bug of ours must not keep the others from readers: it rests, the bug is reported. */
  async #tryAct(portal: Portal, job: Job): Promise<void> {
    try {
      await this.#act(portal, job)
    } catch (error) {
      if (error instanceof StoreWriteError) throw error
      this.#parts.setbacks.add(job.id, this.#parts.core.environment.now())
      process.emitWarning(error instanceof Error ? error : String(error))
    }
  }

  async #act(portal: Portal, job: Job): Promise<void> {
    const connector = this.#connector(portal)
    switch (job.state) {
      case 'waiting':
        return sendJob(this.#parts, connector, portal, job)
      case 'unknown':
        return askPortal(this.#parts, connector, portal, job)
      case 'sending':
      case 'refused':
      case 'done':
      case 'superseded':
      case 'cancelled':
        return
      default:
        return unreachable(job.state)
    }
  }

  /** Only a portal that describes itself is there; a network's sign-in page is not. */
  async #probe(portal: Portal): Promise<null> {
    const outcome = await this.#connector(portal).describe()
    if (outcome.kind === 'done') this.#parts.line.clear(portal.id)
    else if (outcome.kind === 'busy') this.#parts.line.busy(portal.id, outcome.retryAfterMs)
    else this.#parts.line.unreachable(portal.id)
    return null
  }

  #connector(portal: Portal): Connector {
    const token = this.#parts.secrets.read(portal.id)
    // Whatever a connector is made from: after a new mapping of categories the old one would send to the old places.
    const { url, name, publicUrl, categories, categoryMap, conditionalWrites } = portal
    const key = JSON.stringify([url, name, publicUrl, token, categories, categoryMap, conditionalWrites])
    const open = this.#connectors.get(portal.id)
    if (open?.key === key) return open.connector
    void open?.connector.close()
    const connector = this.#parts.connectorFor(portal, token)
    this.#connectors.set(portal.id, { key, connector })
    return connector
  }

  async #closeConnectors(): Promise<void> {
    const open = [...this.#connectors.values()]
    this.#connectors.clear()
    await Promise.all(open.map(({ connector }) => connector.close()))
  }
}
