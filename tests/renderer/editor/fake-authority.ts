import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import type { Client, Input, OperationName, Output } from '#common/api/contract'
import type { Event } from '#common/api/events'
import type { Answer } from '#common/api/operation'
import { type Problem, problem } from '#common/api/problems/problem'
import type { ArticleId } from '#common/domain/ids'

type Push = Input<'drafts.push'>

/** Main's side of a draft in a few lines: applies, orders and hands out steps; can lose requests and replies. */
export class FakeAuthority {
  readonly steps: { readonly step: Record<string, unknown>; readonly client: string }[] = []
  document: Node
  /** What happens to the next questions, in order; afterwards all is well. */
  readonly faults: ('lose-request' | 'lose-reply')[] = []
  refusal: Problem | null = null
  asked: string[] = []
  readonly #listeners = new Set<(event: Event) => void>()
  readonly #article: ArticleId

  constructor(article: ArticleId, document: Node) {
    this.#article = article
    this.document = document
  }

  subscribe(listener: (event: Event) => void): void {
    this.#listeners.add(listener)
  }

  readonly client: Client = {
    ask: async <Name extends OperationName>(name: Name, input: Input<Name>) => {
      this.asked.push(name)
      await Promise.resolve()
      const fault = this.faults.shift()
      if (fault === 'lose-request') throw new Error('line lost')
      const answer = this.#answer(name, input)
      if (fault === 'lose-reply') throw new Error('line lost')
      return answer as Answer<Output<Name>>
    },
  }

  save(): void {
    this.#announce({
      kind: 'draft-saved',
      article: this.#article,
      version: this.steps.length,
      at: '2026-11-22T03:32:00.000Z',
    })
  }

  #answer(name: OperationName, input: unknown): Answer<unknown> {
    if (this.refusal !== null) return { ok: false, problem: this.refusal }
    switch (name) {
      case 'drafts.push':
        return this.#push(input as Push)
      case 'drafts.since': {
        const missing = this.steps.slice((input as Input<'drafts.since'>).version)
        return {
          ok: true,
          value: {
            version: this.steps.length,
            steps: missing.map(entry => entry.step),
            clients: missing.map(entry => entry.client),
          },
        }
      }
      case 'drafts.flush':
        return { ok: true, value: { version: this.steps.length, savedAt: '2026-11-22T03:33:00.000Z' } }
      default:
        throw new Error(`not faked: ${name}`)
    }
  }

  #push({ version, client, steps }: Push): Answer<unknown> {
    if (version !== this.steps.length) {
      return { ok: false, problem: problem('steps-behind', { version: this.steps.length }) }
    }
    for (const step of steps) {
      const { doc } = Step.fromJSON(this.document.type.schema, step).apply(this.document)
      if (doc === null) throw new Error('step does not fit')
      this.document = doc
      this.steps.push({ step, client })
    }
    this.#announce({ kind: 'draft-changed', article: this.#article, version: this.steps.length })
    return { ok: true, value: { version: this.steps.length } }
  }

  #announce(event: Event): void {
    for (const listener of this.#listeners) listener(event)
  }
}
