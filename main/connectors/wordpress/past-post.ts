import { z } from 'zod'
import { problem } from '#common/api/problems/problem'
import type { ArticleId } from '#common/domain/ids'
import type { Outcome, PastPlace } from '../connector'
import { fieldsOfPost, hashFields } from './content'
import { post, postFields } from './mapping'
import type { OurPost } from './posts'
import type { Rest } from './rest'

/**
 * The post that has shown an imported article since before this newsroom, as if we had put it there with the number 0: a
 * correction then takes its place at the same address. Not whole when somebody saved it after it was imported.
 */
export async function findPast(
  rest: Rest,
  article: ArticleId,
  { url, readAt, undated }: PastPlace,
): Promise<Outcome<OurPost | null>> {
  const slug = new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? ''
  const query = { slug, status: 'publish', context: 'edit', _fields: postFields }
  const hits = await rest.get('/wp/v2/posts', query, z.array(post))
  if (hits.kind !== 'done') return hits
  const [hit, second] = (hits.value ?? []).filter(({ link }) => samePage(link, url))
  if (hit === undefined) return { kind: 'refused', problem: problem('past-gone', { url }) }
  // Made at the same moment two posts can get one address; which of them readers see is the server's chance.
  if (second !== undefined) return { kind: 'refused', problem: problem('past-twice', { url }) }
  const isAsRead = !(Date.parse(`${hit.modified_gmt ?? ''}Z`) > Date.parse(readAt))
  const marker = {
    sequence: 0,
    state: 'live',
    revision: null,
    html: null,
    at: readAt,
    ...(undated && hit.date_gmt !== null && { dated: hit.date_gmt }),
    fields: hashFields(fieldsOfPost(hit)),
  } as const
  return { kind: 'done', value: { post: hit, article, marker, whole: isAsRead } }
}

/** A site may be known by several names: the path decides. */
export function samePage(a: string, b: string): boolean {
  if (!URL.canParse(a)) return false
  const [one, other] = [new URL(a), new URL(b)].map(({ pathname }) => pathname.replace(/\/$/, ''))
  return one === other
}
