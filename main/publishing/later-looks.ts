import type { Publication } from '#common/domain/publication'
import type { Connector } from '#main/connectors/connector'
import { auditEvent } from '#main/core/capability'
import type { PublishingParts } from './publishing-parts'
import { readBackPublication } from './read-back'
import { recordLook } from './record-look'
import { soughtPage } from './their-text'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** After a look without an answer. */
const againMs = 10 * 60_000

/** An hour after the confirmation caches have let go, and a day after it a first editor on the portal has been at work. */
export function firstLookAt(confirmedMs: number): string {
  return new Date(confirmedMs + hourMs).toISOString()
}

/** Readers' pages that are to be looked at again: by the clock, or because somebody asked for the whole portal. */
export class LaterLooks {
  readonly #parts: PublishingParts
  readonly #asked = new Set<Publication['id']>()
  readonly #again = new Map<Publication['id'], number>()

  constructor(parts: PublishingParts) {
    this.#parts = parts
  }

  /** How many looks somebody asked for are still to come. */
  get asked(): number {
    return this.#asked.size
  }

  askAll(): void {
    for (const { id, confirmedSequence } of this.#parts.core.store.all('publications').values()) {
      if (confirmedSequence > 0) this.#asked.add(id)
    }
  }

  cancel(): void {
    this.#asked.clear()
  }

  /** What to look at now, and else when the next look falls due; `isOpen` says whether the way to a portal is. */
  next(
    nowMs: number,
    isOpen: (portal: Publication['portal']) => boolean,
  ): { readonly due: Publication | null; readonly nextMs: number | null } {
    const { core, queue } = this.#parts
    for (const id of this.#asked) {
      const publication = core.store.get('publications', id)
      if (publication === undefined) this.#asked.delete(id)
      else if (isOpen(publication.portal)) return { due: publication, nextMs: null }
    }
    let nextMs: number | null = null
    for (const publication of core.store.all('publications').values()) {
      const { id, portal, article } = publication
      const lookMs = nextLookMs(publication)
      if (lookMs === null || queue.of(portal, article).length > 0) continue
      const dueMs = Math.max(lookMs, this.#again.get(id) ?? 0)
      if (dueMs <= nowMs && isOpen(portal)) return { due: publication, nextMs: null }
      if (dueMs > nowMs) nextMs = Math.min(nextMs ?? dueMs, dueMs)
    }
    return { due: null, nextMs }
  }

  /** One look, kept with its time. Without a whole answer nothing is kept, and it is tried again later. */
  async look(connector: Connector, publication: Publication): Promise<void> {
    const { core } = this.#parts
    const wasAsked = this.#asked.delete(publication.id)
    const portal = core.store.get('portals', publication.portal)
    if (portal === undefined) return
    const nowMs = core.environment.now()
    const isDue = (nextLookMs(publication) ?? Number.POSITIVE_INFINITY) <= nowMs
    const isTidy = !isDue || (await this.#tidy(connector, publication, nowMs))
    // The page was looked at in its time; only what was hot could not be ended.
    const isLookDue = publication.lookAt != null && Date.parse(publication.lookAt) <= nowMs
    if (!isTidy && !isLookDue && !wasAsked) {
      this.#again.set(publication.id, nowMs + againMs)
      return
    }
    const readBack = await readBackPublication(core, connector, portal, publication)
    if (readBack !== null && isTidy) this.#again.delete(publication.id)
    else this.#again.set(publication.id, nowMs + againMs)
    if (readBack === null) return
    await recordLook(this.#parts, publication, readBack, null, now => ({ lookAt: laterLook(now, nowMs) }))
  }

  /** False where the portal gave no answer. */
  async #tidy(connector: Connector, publication: Publication, nowMs: number): Promise<boolean> {
    if (connector.tidy === null) return true
    const { core } = this.#parts
    const tidied = await connector.tidy(await soughtPage(core, publication, ''))
    if (tidied.kind !== 'done') return false
    const now = core.store.get('publications', publication.id)
    const hasEnded = now?.hotUntil !== undefined && Date.parse(now.hotUntil) <= nowMs
    if (!hasEnded || now.hotUntil !== publication.hotUntil) return true
    const { hotUntil: _, ...put } = now
    const event = auditEvent(core, 'publication.cooled', null, now.article, { portal: now.portal })
    await core.store.commit({ event, changes: [{ collection: 'publications', put }] })
    return true
  }
}

/** When a page wants a look: for what readers see, or because what was hot is to end. */
function nextLookMs({ lookAt, hotUntil }: Publication): number | null {
  if (lookAt == null && hotUntil === undefined) return null
  const at = (date: string | null | undefined) => (date == null ? Number.POSITIVE_INFINITY : Date.parse(date))
  return Math.min(at(lookAt), at(hotUntil))
}

/**
 * The first look is followed by one, 23 hours after it, however late it came (a workstation sleeps, a clock is set); a look
 * somebody asked for moves nothing.
 */
function laterLook({ lookAt, readBack }: Publication, nowMs: number): string | null {
  if (lookAt == null || Date.parse(lookAt) > nowMs) return lookAt ?? null
  const isFirst = readBack !== null && Date.parse(lookAt) - Date.parse(readBack.at) < 2 * hourMs
  return isFirst ? new Date(nowMs + dayMs - hourMs).toISOString() : null
}
