import { z } from 'zod'
import type { Outcome, Trial } from '../connector'
import type { ConditionalEdit } from './conditional-edit'
import { post, postFields } from './mapping'
import type { Rest } from './rest'

/** A draft that is written, read back and deleted: the rights a push needs, without anything for readers to see. */
export function createTrial(rest: Rest, conditional: ConditionalEdit | null): Trial {
  return {
    write: async item => {
      const draft = { title: 'Bài thử kết nối của Tòa Soạn', content: wordsOf(item), status: 'draft' }
      const written = await rest.post('/wp/v2/posts', draft, post)
      if (written.kind !== 'done') return written
      return written.value === null ? nothing : { kind: 'done', value: String(written.value.id) }
    },
    read: async (name, item) => {
      const query = { context: 'edit', _fields: postFields }
      const found = await rest.get(`/wp/v2/posts/${name}`, query, post)
      if (found.kind !== 'done') return found
      return { kind: 'done', value: found.value?.content.raw === wordsOf(item) }
    },
    isGuarded: async name => {
      const query = { context: 'edit', _fields: postFields }
      const found = await rest.get(`/wp/v2/posts/${name}`, query, post)
      if (conditional === null || found.kind !== 'done' || found.value?.modified_gmt == null) return false
      const { id, title, modified_gmt } = found.value
      const again = { title: title.raw }
      // Believed only when it writes over what nobody touched, and refuses over what was saved since.
      const written = await conditional.edit(id, modified_gmt, again)
      if (typeof written === 'string' || written.kind !== 'done') return false
      return (await conditional.edit(id, longAgo, again)) === 'changed'
    },
    remove: async name => {
      const removed = await rest.remove(`/wp/v2/posts/${name}`, z.unknown())
      return removed.kind === 'done' ? { kind: 'done', value: null } : removed
    },
  }
}

const longAgo = '2001-01-01T00:00:00'

const nothing: Outcome<never> = { kind: 'unknown', status: null }

/** Marks and entities a weaker role would lose. */
function wordsOf(item: Uint8Array): string {
  return `<!--thử--><p data-x="1">Ă đ ơ &amp; ${Buffer.from(item).toString('hex')}</p>`
}
