import { Mapping, Step } from 'prosemirror-transform'
import { type CommentPlace, findQuote, mapPlace } from '#common/document/comment-place'
import { schema } from '#common/document/schema'
import type { CommentThread } from '#common/domain/comment'
import type { LiveDraft } from '#main/drafts/live-draft'

interface Known {
  readonly version: number
  readonly place: CommentPlace
}

/**
 * Where threads are now: their anchors followed through the draft's steps. Nothing is written while somebody types; what
 * was worked out is remembered and goes on from there.
 */
export class CommentPlaces {
  readonly #known = new Map<string, Known>()

  /** Places of these threads of one article, at the draft's version. */
  async of(draft: LiveDraft, threads: readonly CommentThread[]): Promise<ReadonlyMap<string, CommentPlace>> {
    const places = new Map<string, CommentPlace>()
    const starts = threads.map(
      thread => this.#known.get(thread.id) ?? { version: thread.version, place: thread.anchor },
    )
    const oldest = Math.min(draft.version, ...starts.map(({ version }) => version))
    const later = await draft.since(oldest)
    const maps = later?.steps.map(json => Step.fromJSON(schema, json).getMap()) ?? null
    const version = later?.version ?? draft.version
    for (const [index, thread] of threads.entries()) {
      const start = starts[index]
      if (start === undefined) continue
      const mapped: CommentPlace =
        maps === null && start.version < version
          ? { kind: 'orphan' }
          : mapPlace(start.place, new Mapping((maps ?? []).slice(start.version - oldest)))
      const place = mapped.kind === 'orphan' ? findQuote(draft.document, thread.quote) : mapped
      this.#known.set(thread.id, { version, place })
      places.set(thread.id, place)
    }
    return places
  }
}
