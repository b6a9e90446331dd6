import { z } from 'zod'
import { problem } from '#common/api/problems/problem'
import { type ArticleId, articleId } from '#common/domain/ids'
import type { Held, Outcome, Sought } from '../connector'
import { fieldsOfPost, hashFields } from './content'
import { type Post, post, postFields, postStatus } from './mapping'
import { type Marker, markerKey, readMarker } from './marker'
import type { Rest } from './rest'

/** A post of ours as the site holds it. */
export interface OurPost {
  readonly post: Post
  readonly article: ArticleId
  readonly marker: Marker
  /** Its content, terms and dates are exactly those the marker was written with. */
  readonly whole: boolean
}

/** `any` leaves out the trash; asking for states needs rights, so lost rights are never taken for "not there". */
const everyStatus = postStatus.options.join(',')

/**
 * The post that stands for an article: by its slug, else by its marker, also where somebody renamed or trashed it. Of
 * several the lowest number stays and late drafts of ours go: they are the traces of requests whose answers were lost.
 */
export async function findPost(rest: Rest, { article, slug }: Sought): Promise<Outcome<OurPost | null>> {
  if (slug !== '') {
    const query = {
      slug: `${slug},${slug}__trashed`,
      status: everyStatus,
      context: 'edit',
      _fields: postFields,
    }
    const hits = await rest.get('/wp/v2/posts', query, z.array(post))
    if (hits.kind !== 'done') return hits
    const [hit] = ours(hits.value ?? [], article)
    if (hit !== undefined) return { kind: 'done', value: hit }
  }
  return sweep(rest, article)
}

export async function sweep(rest: Rest, article: ArticleId): Promise<Outcome<OurPost | null>> {
  const hits = await rest.get(
    '/wp/v2/posts',
    {
      search: markerKey(article),
      status: everyStatus,
      context: 'edit',
      orderby: 'id',
      order: 'asc',
      per_page: 20,
      _fields: postFields,
    },
    z.array(post),
  )
  if (hits.kind !== 'done') return hits
  const found = ours(hits.value ?? [], article)
  const kept = found.find(({ post: { status } }) => status === 'publish' || status === 'future') ?? found[0]
  for (const extra of found) {
    if (extra === kept || extra.post.status !== 'draft') continue
    const removed = await rest.remove(`/wp/v2/posts/${extra.post.id}`, z.unknown())
    if (removed.kind !== 'done') return removed
  }
  return { kind: 'done', value: kept ?? null }
}

/** Every post of ours on the site, the newest decision of each article. */
export async function listPosts(rest: Rest): Promise<Outcome<readonly OurPost[]>> {
  const found: OurPost[] = []
  for (let page = 1; ; page += 1) {
    const query = { search: 'toa-soan:', status: everyStatus, context: 'edit', orderby: 'id', order: 'asc' }
    const hits = await rest.get(
      '/wp/v2/posts',
      { ...query, page, per_page: 50, _fields: postFields },
      z.array(post),
    )
    if (hits.kind !== 'done') return hits
    const posts = hits.value ?? []
    found.push(...posts.flatMap(hit => readOurs(hit) ?? []))
    if (posts.length < 50) return { kind: 'done', value: found }
  }
}

/** What the queue may believe: a draft shows nothing to anybody, so it counts as not sent. */
export function heldOf({ post: { status, link }, marker, whole }: OurPost, article: ArticleId): Held | null {
  const shown = marker.state === 'live' || marker.state === 'corrected'
  const isPublic = status === 'publish'
  const isTold = marker.notice === true
  if (shown && (status === 'draft' || status === 'pending')) return null
  return {
    article,
    sequence: marker.sequence,
    state: marker.state,
    revision: marker.revision,
    html: marker.html,
    path: isPublic && shown ? pathOf(link) : null,
    acceptedAt: marker.at,
    whole: whole && isPublic === (shown || isTold),
  }
}

/** Null when nobody threw it away. */
export function trashed<T>({ post: { status } }: OurPost): Outcome<T> | null {
  return status === 'trash' ? { kind: 'refused', problem: problem('portal-trashed') } : null
}

function pathOf(link: string): string | null {
  if (!URL.canParse(link)) return null
  const { pathname, search } = new URL(link)
  return pathname + search
}

function ours(posts: readonly Post[], article: ArticleId): OurPost[] {
  return posts.flatMap(hit => readOurs(hit) ?? []).filter(found => found.article === article)
}

export function readOurs(hit: Post): OurPost | null {
  const marked = readMarker(hit.content.raw)
  const article = articleId.safeParse(marked?.article)
  if (marked === null || !article.success) return null
  const whole = hashFields(fieldsOfPost(hit)) === marked.marker.fields
  const isHot = marked.marker.hot !== undefined
  return { post: hit, article: article.data, marker: marked.marker, whole: whole && hit.sticky === isHot }
}
