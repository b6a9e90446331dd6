import { isDeepStrictEqual } from 'node:util'
import { problem } from '#common/api/problems/problem'
import type { Outcome } from '../connector'
import type { ConditionalEdit, PostWrite } from './conditional-edit'
import { type Post, post, postFields } from './mapping'
import { readMarker } from './marker'
import { type OurPost, readOurs } from './posts'
import type { Rest } from './rest'

/** Writes posts; what comes back is the post as the site then holds it. */
export interface PostWriter {
  create(fields: PostWrite): Promise<Outcome<OurPost>>
  /** For what nobody but us can have touched since it was made. */
  finish(id: number, fields: PostWrite): Promise<Outcome<OurPost>>
  /**
   * Over what was read a moment ago, for the decision of that number. Where the site can, it refuses (`portal-edited`) when
   * somebody saved the post in between.
   */
  change(before: OurPost, sequence: number, fields: PostWrite): Promise<Outcome<OurPost>>
}

/** `conditional` null: the site writes whatever comes last. */
export function createPostWriter(rest: Rest, conditional: ConditionalEdit | null): PostWriter {
  const write = async (path: string, fields: PostWrite) => ours(await rest.post(path, fields, post))
  const finish = (id: number, fields: PostWrite) => write(`/wp/v2/posts/${id}`, fields)
  const read = (id: number) => rest.get(`/wp/v2/posts/${id}`, { context: 'edit', _fields: postFields }, post)

  async function change(
    before: Post,
    sequence: number,
    fields: PostWrite,
    isSecond = false,
  ): Promise<Outcome<OurPost>> {
    const { id, modified_gmt } = before
    if (conditional === null || modified_gmt === null) return finish(id, fields)
    const edited = await conditional.edit(id, modified_gmt, fields)
    if (edited === 'unavailable') return finish(id, fields)
    if (edited !== 'changed') return edited.kind === 'done' ? ours(await read(id)) : edited
    const now = await read(id)
    if (now.kind !== 'done') return now
    // Ours has come after all, by a request that was given up; or it is gone: only asking tells.
    if (now.value === null || readMarker(now.value.content.raw)?.marker.sequence === sequence)
      return { kind: 'conflict' }
    if (!isDeepStrictEqual(untimed(now.value), untimed(before)))
      return { kind: 'refused', problem: problem('portal-edited') }
    // Saved without a change, or by a clock that does not agree with itself.
    return isSecond ? finish(id, fields) : change(now.value, sequence, fields, true)
  }

  return {
    create: fields => write('/wp/v2/posts', fields),
    finish,
    change: ({ post: before }, sequence, fields) => change(before, sequence, fields),
  }
}

function untimed(found: Post): Post {
  return { ...found, modified_gmt: null }
}

function ours(outcome: Outcome<Post | null>): Outcome<OurPost> {
  if (outcome.kind !== 'done') return outcome
  const found = outcome.value === null ? null : readOurs(outcome.value)
  // Gone since it was found, or something else came back: only asking tells.
  return found === null ? { kind: 'conflict' } : { kind: 'done', value: found }
}
