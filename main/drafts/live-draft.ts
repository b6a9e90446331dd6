import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { type Problem, problem } from '#common/api/problems/problem'
import { checkDocument } from '#common/document/check'
import { checkEdited } from '#common/document/check-edited'
import { schema, schemaVersion } from '#common/document/schema'
import type { AccountId, ArticleId, Instant } from '#common/domain/ids'
import { ok, type Result, refuse } from '#common/domain/result'
import type { DraftFrame, DraftLog } from '#main/store/drafts/draft-logs'
import { carriesSuggestions, KnownSuggestions } from './known-suggestions'

/** A snapshot names the schema it was written with, so that a newer one opens read-only. */
export interface StoredDocument {
  readonly schema: number
  readonly document: unknown
}

export function storedDocument(document: Node): StoredDocument {
  return { schema: schemaVersion, document: document.toJSON() }
}

/** Steps that were accepted since the newest snapshot; replayed on top of it they give the document. */
const snapshotAfterSteps = 400

export interface LaterSteps {
  /** Reached with these steps. */
  readonly version: number
  readonly steps: readonly unknown[]
  /** The window each step came from. */
  readonly clients: readonly string[]
}

export interface AcceptedSteps {
  readonly at: Instant
  readonly account: AccountId
  readonly client: string
  readonly steps: readonly unknown[]
}

/**
 * One article's draft in memory: main is the authority over its steps. Every step is parsed, applied and the result
 * checked before it is accepted; what is accepted is appended to the draft log in the same order.
 */
export class LiveDraft {
  readonly #log: DraftLog
  #document: Node
  #savedAt: Instant | null = null
  /** Whose suggestions it holds or held. */
  readonly suggestions: KnownSuggestions

  private constructor(log: DraftLog, document: Node) {
    this.#log = log
    this.#document = document
    this.suggestions = new KnownSuggestions(document)
  }

  /** Null document codes: `document-newer` and `document-invalid` are answers, not accidents; nothing is overwritten. */
  static load(log: DraftLog): Result<LiveDraft, Problem> {
    const stored = log.snapshot?.document
    if (!isStored(stored)) return refuse(problem('document-invalid', { reason: 'no snapshot' }))
    if (stored.schema > schemaVersion) return refuse(problem('document-newer', { version: stored.schema }))
    const checked = checkDocument(stored.document)
    if (!checked.ok) return checked
    const replayed = replay(checked.value, log.frames)
    return replayed.ok ? ok(new LiveDraft(log, replayed.value)) : replayed
  }

  get article(): ArticleId {
    return this.#log.article
  }
  get document(): Node {
    return this.#document
  }
  get version(): number {
    return this.#log.version
  }
  get savedAt(): Instant | null {
    return this.#savedAt
  }

  /**
   * Accepts steps made on top of `version`. `steps-behind` when others were faster: the window rebases and comes again.
   * Memory changes at once, so that the next window sees it; the promise resolves when the log has it.
   */
  accept(version: number, accepted: AcceptedSteps): Result<Promise<void>, Problem> {
    if (version !== this.version) return refuse(problem('steps-behind', { version: this.version }))
    const applied = applySteps(this.#document, accepted.steps)
    if (!applied.ok) return applied
    const { document, steps } = applied.value
    this.#document = document
    if (carriesSuggestions(accepted.steps)) this.suggestions.remember(document)
    return ok(this.#log.append({ version, ...accepted, steps }))
  }

  /**
   * The steps that lead from `since` to the version there is now, however long the window was away: it may hold typing
   * that has to come on top. Null when they are not kept any more.
   */
  async since(since: number): Promise<LaterSteps | null> {
    const { version } = this
    if (since > version) return null
    // Taken before anything awaits, so that both parts meet; frames are added to the same list while older ones are read.
    const { snapshot, frames } = this.#log
    const base = snapshot?.version ?? 0
    const older = since < base ? await this.#log.framesBetween(since, base) : []
    if (older === null) return null
    const missing = [...older, ...frames]
      .flatMap(({ version: first, steps, client }) =>
        steps.map((step, index) => ({ at: first + index, step, client })),
      )
      .filter(({ at }) => since <= at && at < version)
    return { version, steps: missing.map(({ step }) => step), clients: missing.map(({ client }) => client) }
  }

  /** The document as it was at a version that is kept, or null; for typing that came too late. */
  async at(version: number): Promise<Node | null> {
    const state = await this.#log.stateAt(version)
    if (state === null || !isStored(state.snapshot.document)) return null
    const base = checkDocument(state.snapshot.document.document)
    if (!base.ok) return null
    const replayed = replay(base.value, state.frames)
    return replayed.ok ? replayed.value : null
  }

  /** States that `at` can give back, newest first. */
  states(): ReturnType<DraftLog['states']> {
    return this.#log.states()
  }

  /** Durable up to the version returned. */
  async sync(now: Instant): Promise<number> {
    const version = this.version
    await this.#log.sync()
    this.#savedAt = now
    // Everything is saved without it; the next one tries again.
    if (version - (this.#log.snapshot?.version ?? 0) >= snapshotAfterSteps)
      await this.snapshot().catch(() => {})
    return version
  }

  async snapshot(): Promise<void> {
    const { version } = this
    if (version === this.#log.snapshot?.version) return
    await this.#log.snapshotAt({ version, document: storedDocument(this.#document) })
  }

  close(): Promise<void> {
    return this.#log.close()
  }
}

export interface AppliedSteps {
  readonly document: Node
  /** The steps again without anything that is no part of a step: what the log keeps and other windows get. */
  readonly steps: readonly Record<string, unknown>[]
}

/**
 * Applies untrusted step JSON; the document given is left as it is. The outcome passes the same check as a document read
 * from the disk, so that nothing is accepted that could not be opened again.
 */
export function applySteps(document: Node, json: readonly unknown[]): Result<AppliedSteps, Problem> {
  let result = document
  const steps: Record<string, unknown>[] = []
  try {
    for (const one of json) {
      const step = Step.fromJSON(schema, one)
      const applied = step.apply(result)
      if (applied.doc === null) return invalid(applied.failed ?? 'step')
      result = applied.doc
      steps.push(step.toJSON())
    }
  } catch (error) {
    return invalid(error instanceof Error ? error.message : 'step')
  }
  const fault = checkEdited(result)
  return fault === null ? ok({ document: result, steps }) : refuse(fault)
}

function invalid(reason: string): Result<never, Problem> {
  return refuse(problem('document-invalid', { reason: reason.slice(0, 300) }))
}

function replay(document: Node, frames: readonly DraftFrame[]): Result<Node, Problem> {
  const applied = applySteps(
    document,
    frames.flatMap(frame => frame.steps),
  )
  return applied.ok ? ok(applied.value.document) : applied
}

export function isStored(value: unknown): value is StoredDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schema' in value &&
    typeof value.schema === 'number' &&
    'document' in value
  )
}
