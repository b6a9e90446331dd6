import { getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { Step } from 'prosemirror-transform'
import type { Client, Output } from '#common/api/contract'
import type { Event } from '#common/api/events'
import type { Answer } from '#common/api/operation'
import type { Problem } from '#common/api/problems/problem'
import type { Instant } from '#common/domain/ids'
import { type DraftStatus, isStuck, sameStatus } from './draft-status'
import { bareSurface, type DraftSurface } from './draft-surface'
import { type LostText, lostText } from './lost-text'

export const draftTiming = {
  /** From the first unsent keystroke to the push. */
  pushAfterMs: 250,
  /** Steps of others wait until typing has paused this long (typing tools replace text in bursts). */
  quietMs: 50,
  /** … but not longer than this, unless a word is being composed. */
  quietWithinMs: 2_000,
  /** Without a `draft-saved` event by then, main is asked. */
  confirmAfterMs: 3_000,
  answerWithinMs: 4_000,
  retryAfterMs: [500, 1_000, 2_000, 5_000],
} as const

const stepsPerPush = 500
/** More rounds of "somebody was faster" than this in a row, and we pause like after a lost line. */
const roundsAtMost = 8

export interface DraftLinkOptions {
  readonly client: Client
  readonly article: string
  /** The id the surface's collab plugin signs steps with; stays the same over lost lines. */
  readonly clientId: string
  /** When the opened version was saved; null when nothing was ever typed. */
  readonly savedAt: Instant | null
  readonly surface: DraftSurface
  readonly now: () => number
  /** Text that the steps of others left no place for. */
  readonly onLost?: ((lost: readonly Omit<LostText, 'id'>[]) => void) | undefined
}

type Outcome = 'done' | 'again' | 'lost' | 'stuck'

/**
 * Carries one editor's steps to main, the authority over the draft, and the steps of others back. One exchange at a
 * time; what could not be sent stays in the editor's state and goes when the line is back. "Saved" is only said when
 * main has reported the version synced.
 */
export class DraftLink {
  readonly #options: DraftLinkOptions
  #surface: DraftSurface
  #status: DraftStatus
  #saved: { readonly version: number; readonly at: Instant | null }
  #newest: number
  #running: Promise<Outcome> | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #confirmTimer: ReturnType<typeof setTimeout> | null = null
  #failures = 0
  /** Events may have been missed. */
  #unsure = false
  #changedAtMs = Number.NEGATIVE_INFINITY
  readonly #listeners = new Set<() => void>()

  constructor(options: DraftLinkOptions) {
    this.#options = options
    this.#surface = options.surface
    const version = getVersion(options.surface.state())
    this.#newest = version
    this.#saved = { version, at: options.savedAt }
    this.#status = this.#derive()
  }

  /** Same object until the status changes. */
  readonly status = (): DraftStatus => this.#status

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** True while main has not accepted everything typed here. */
  hasUnsent(): boolean {
    return sendableSteps(this.#surface.state()) !== null
  }

  /** To be called after every change of the document on the surface. */
  noteChange(): void {
    if (!this.hasUnsent()) return
    this.#changedAtMs = this.#options.now()
    this.#announce()
    this.#schedule(draftTiming.pushAfterMs)
  }

  noteEvent(event: Event): void {
    // The wire comes back with this one: whatever happened meanwhile has to be asked for.
    if (event.kind === 'session-changed') {
      this.#unsure = true
      void this.sendNow()
    }
    if (!('article' in event) || event.article !== this.#options.article) return
    if (event.kind === 'draft-changed') {
      this.#newest = Math.max(this.#newest, event.version)
      void this.sendNow()
    } else if (event.kind === 'draft-saved') {
      this.#noteSaved(event.version, event.at)
    }
  }

  /** Pushes and pulls without waiting for the pause; joins an exchange that is already running. */
  async sendNow(): Promise<void> {
    this.#cancelTimer()
    await this.#exchange()
  }

  /** Resolves when everything typed is synced to main's disk, or says why it is not. */
  async flush(): Promise<Answer<null> | 'lost'> {
    this.#cancelTimer()
    do {
      const outcome = await this.#exchange()
      if (outcome === 'lost') return 'lost'
      if (this.#status.kind === 'refused') return { ok: false, problem: this.#status.problem }
      if (outcome === 'stuck') return 'lost'
    } while (this.hasUnsent())
    return this.#confirm()
  }

  /** The view goes away: unsent steps are still delivered, from a bare copy of the state. */
  detach(): void {
    this.#surface.ready?.()
    this.#surface = bareSurface(this.#surface.state())
    this.#cancelTimer()
    if (this.#confirmTimer !== null) clearTimeout(this.#confirmTimer)
    this.#listeners.clear()
    if (this.hasUnsent()) void this.#exchange()
  }

  #exchange(): Promise<Outcome> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #run(): Promise<Outcome> {
    let outcome: Outcome = 'again'
    for (let round = 0; outcome === 'again'; round += 1) {
      if (isStuck(this.#status)) return 'stuck'
      outcome = round < roundsAtMost ? await this.#round() : 'lost'
    }
    if (outcome === 'lost') this.#retryLater()
    else this.#failures = 0
    // Typed while the last push was under way.
    if (outcome === 'done' && this.hasUnsent()) this.#schedule(draftTiming.pushAfterMs)
    this.#announce()
    return outcome
  }

  async #round(): Promise<Outcome> {
    const pulled = await this.#pull()
    const outcome = pulled === 'done' ? await this.#push() : pulled
    return outcome === 'done' && this.#newest > getVersion(this.#surface.state()) ? 'again' : outcome
  }

  async #pull(): Promise<Outcome> {
    const version = getVersion(this.#surface.state())
    const asked = this.#unsure
    if (this.#newest <= version && !asked) return 'done'
    const { article } = this.#options
    const answer = await this.#ask(client => client.ask('drafts.since', { article, version }))
    if (answer === null) return 'lost'
    if (!answer.ok) return this.#refuse(answer.problem)
    this.#unsure = false
    const { steps, clients } = answer.value
    if (steps.length === 0) return asked && this.#newest <= version ? 'done' : 'lost'
    this.#newest = Math.max(this.#newest, answer.value.version)
    return this.#receive(steps, clients)
  }

  async #receive(steps: readonly object[], clients: readonly string[]): Promise<Outcome> {
    if (clients.some(client => client !== this.#options.clientId)) await this.#quiet()
    try {
      const { schema } = this.#surface.state()
      const parsed = steps.map(step => Step.fromJSON(schema, step))
      this.#confirmSteps(parsed, clients)
      return 'done'
    } catch {
      this.#set({ kind: 'torn' })
      return 'stuck'
    }
  }

  async #push(): Promise<Outcome> {
    while (this.#surface.ready?.() === false) await this.#pause()
    const sendable = sendableSteps(this.#surface.state())
    if (sendable === null) return 'done'
    const { article, clientId } = this.#options
    const { version } = sendable
    const steps = sendable.steps.slice(0, stepsPerPush)
    const json = steps.map((step): Record<string, unknown> => step.toJSON())
    const answer = await this.#ask(client =>
      client.ask('drafts.push', { article, version, client: clientId, steps: json }),
    )
    if (answer === null) return 'lost'
    if (!answer.ok) return this.#pushRefused(answer.problem)
    this.#newest = Math.max(this.#newest, answer.value.version)
    this.#confirmSteps(
      steps,
      steps.map(() => clientId),
    )
    this.#confirmLater()
    return this.hasUnsent() && sendable.steps.length > stepsPerPush ? 'again' : 'done'
  }

  #pushRefused(problem: Problem): Outcome {
    if (problem.code !== 'steps-behind') return this.#refuse(problem)
    this.#newest = Math.max(this.#newest, problem.params.version)
    return 'again'
  }

  #confirmSteps(steps: readonly Step[], clients: readonly string[]): void {
    this.#surface.readInput?.()
    const state = this.#surface.state()
    const received = receiveTransaction(state, steps, clients, { mapSelectionBackward: true })
    const theirs = clients.filter(client => client !== this.#options.clientId).length
    const unsent = sendableSteps(state)?.steps.slice(clients.length - theirs) ?? []
    this.#surface.apply(received)
    const lost = lostText(unsent, theirs, received)
    if (lost.length > 0) this.#options.onLost?.(lost)
  }

  /** Null: no answer, so nothing is known about what main did. */
  async #ask<Value>(question: (client: Client) => Promise<Answer<Value>>): Promise<Answer<Value> | null> {
    const asked = question(this.#options.client).catch(() => null)
    let timer: ReturnType<typeof setTimeout> | undefined
    const tooLate = new Promise<null>(resolve => {
      timer = setTimeout(() => resolve(null), draftTiming.answerWithinMs)
    })
    const answer = await Promise.race([asked, tooLate])
    clearTimeout(timer)
    return answer
  }

  async #quiet(): Promise<void> {
    const { now } = this.#options
    const startedAtMs = now()
    const busy = () =>
      this.#surface.composing() ||
      (now() - this.#changedAtMs < draftTiming.quietMs && now() - startedAtMs < draftTiming.quietWithinMs)
    while (busy() || this.#surface.ready?.() === false) await this.#pause()
  }

  #pause(): Promise<void> {
    return new Promise(resolve => setTimeout(resolve, draftTiming.quietMs))
  }

  async #confirm(): Promise<Answer<null> | 'lost'> {
    const { article } = this.#options
    const answer = await this.#ask<Output<'drafts.flush'>>(client => client.ask('drafts.flush', { article }))
    if (answer === null) return 'lost'
    if (!answer.ok) return answer
    this.#noteSaved(answer.value.version, answer.value.savedAt)
    return { ok: true, value: null }
  }

  #confirmLater(): void {
    if (this.#confirmTimer !== null) clearTimeout(this.#confirmTimer)
    this.#confirmTimer = setTimeout(() => {
      if (this.#saved.version < getVersion(this.#surface.state())) void this.#confirm()
    }, draftTiming.confirmAfterMs)
  }

  #noteSaved(version: number, at: Instant): void {
    if (version < this.#saved.version) return
    this.#saved = { version, at }
    this.#announce()
  }

  /** Nobody is signed in after main restarted: that passes, and the text waits for it. */
  #refuse(problem: Problem): Outcome {
    if (problem.code === 'not-signed-in' || problem.code === 'no-answer') return 'lost'
    this.#set({ kind: 'refused', problem })
    return 'stuck'
  }

  #retryLater(): void {
    const { retryAfterMs } = draftTiming
    this.#schedule(retryAfterMs[Math.min(this.#failures, retryAfterMs.length - 1)] ?? 0)
    this.#failures += 1
  }

  #schedule(afterMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.#exchange()
    }, afterMs)
  }

  #cancelTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #announce(): void {
    if (!isStuck(this.#status)) this.#set(this.#derive())
  }

  #derive(): DraftStatus {
    if (this.#failures > 0) return { kind: 'disconnected' }
    if (this.hasUnsent() || this.#saved.version < getVersion(this.#surface.state())) return { kind: 'saving' }
    return this.#saved.at === null ? { kind: 'untouched' } : { kind: 'saved', at: this.#saved.at }
  }

  #set(status: DraftStatus): void {
    if (sameStatus(status, this.#status)) return
    this.#status = status
    for (const listener of this.#listeners) listener()
  }
}
