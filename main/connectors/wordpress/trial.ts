import { z } from 'zod'
import type { Outcome, Trial } from '../connector'
import { post, postFields } from './mapping'
import type { Rest } from './rest'

/** A draft that is written, read back and deleted: the rights a push needs, without anything for readers to see. */
export function createTrial(rest: Rest): Trial {
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
    remove: async name => {
      const removed = await rest.remove(`/wp/v2/posts/${name}`, z.unknown())
      return removed.kind === 'done' ? { kind: 'done', value: null } : removed
    },
  }
}

const nothing: Outcome<never> = { kind: 'unknown', status: null }

/** Marks and entities a weaker role would lose. */
function wordsOf(item: Uint8Array): string {
  return `<!--thử--><p data-x="1">Ă đ ơ &amp; ${Buffer.from(item).toString('hex')}</p>`
}
