import { z } from 'zod'
import type { Outcome } from '../connector'
import type { HttpClient } from '../http/client'
import { readOutcome } from '../http/outcome'
import { readAnswer, writeCall, type XmlRpcValue } from './xml-rpc'

/** Fields of a post by the names of the REST interface; what is not named stays. */
export interface PostWrite {
  readonly title?: string
  readonly content?: string
  readonly excerpt?: string
  readonly slug?: string
  readonly date_gmt?: string
  readonly categories?: readonly number[]
  readonly tags?: readonly number[]
  readonly featured_media?: number
  readonly sticky?: boolean
  readonly status?: 'draft' | 'publish'
}

/**
 * Writes to a post only while nobody has saved it since it was read, which WordPress knows to do in its XML-RPC interface
 * alone (`if_not_modified_since` of `wp.editPost`, to the second). `changed`: somebody has, and nothing was written.
 * `unavailable`: it is closed or answers otherwise than known; nothing was written.
 */
export interface ConditionalEdit {
  edit(id: number, readAtGmt: string, fields: PostWrite): Promise<Outcome<null> | 'changed' | 'unavailable'>
}

const answerBytes = 1_000_000
/** How long an interface is left alone that gave no answer of its own: a firewall may have closed it. */
const restMs = 10 * 60_000
/** WordPress's code for "There is a revision of this post that is more recent". */
const moreRecent = 409

/** `credentials`: "user:application password". */
export function createConditionalEdit(
  client: HttpClient,
  credentials: string,
  now: () => number,
): ConditionalEdit {
  const [user = '', ...password] = credentials.split(':')
  let restsSinceMs = Number.NEGATIVE_INFINITY

  return {
    edit: async (id, readAtGmt, fields) => {
      if (Math.abs(now() - restsSinceMs) < restMs) return 'unavailable'
      const struct = { ...structOf(fields), if_not_modified_since: new Date(`${readAtGmt}Z`) }
      const exchange = await client.exchange({
        method: 'POST',
        path: '/xmlrpc.php',
        headers: { 'content-type': 'text/xml' },
        body: Buffer.from(writeCall('wp.editPost', [0, user, password.join(':'), id, struct])),
        maxBytes: answerBytes,
      })
      const answer = exchange.kind === 'answered' ? await readAnswer(exchange.body) : null
      if (answer?.kind === 'done') return { kind: 'done', value: null }
      if (answer?.kind === 'fault' && answer.code === moreRecent) return 'changed'
      if (exchange.kind === 'no-connection') return { kind: 'unreachable' }
      restsSinceMs = now()
      // Refused before anything was written, by WordPress itself or by somebody before it.
      const isRefused = exchange.kind === 'answered' && exchange.status >= 400 && exchange.status < 500
      if (answer !== null || isRefused) return 'unavailable'
      return readOutcome(exchange, z.never(), now(), () => null)
    },
  }
}

function structOf(fields: PostWrite): Record<string, XmlRpcValue> {
  const { title, content, excerpt, slug, date_gmt, categories, tags, featured_media, sticky, status } = fields
  const terms = {
    ...(categories !== undefined && { category: categories }),
    ...(tags !== undefined && { post_tag: tags }),
  }
  return {
    ...(title !== undefined && { post_title: title }),
    ...(content !== undefined && { post_content: content }),
    ...(excerpt !== undefined && { post_excerpt: excerpt }),
    ...(slug !== undefined && { post_name: slug }),
    ...(date_gmt !== undefined && { post_date_gmt: new Date(`${date_gmt}Z`) }),
    ...(Object.keys(terms).length > 0 && { terms }),
    ...(featured_media !== undefined && { post_thumbnail: featured_media }),
    ...(sticky !== undefined && { sticky }),
    ...(status !== undefined && { post_status: status }),
  }
}
