import { publishRequest } from '#common/api/portal-api'
import { problem } from '#common/api/problems/problem'
import { revisionBody } from '#common/document/revision-body'
import { type ArticleId, type BlobHash, instant } from '#common/domain/ids'
import type { GoneNotice } from '#common/domain/publication'
import { unreachable } from '#common/domain/unreachable'
import type { Delivery, Held, Outcome } from '../connector'
import { hasPoll, readApproved } from '../page/approved-page'
import { sha256 } from '../page/sha256'
import { contentOf, fieldsOfPost, hashFields, noticeOf, type PostFields, wordpressDate } from './content'
import { type Marker, readMarker, writeMarker } from './marker'
import type { MediaLibrary } from './media-library'
import { findPast } from './past-post'
import { findPost, heldOf, type OurPost, sweep, trashed } from './posts'
import type { Rest } from './rest'
import type { Terms } from './terms'
import { writeText } from './write-html'
import type { PostWriter } from './write-post'

export interface SiteParts {
  readonly rest: Rest
  readonly posts: PostWriter
  readonly media: MediaLibrary
  readonly terms: Terms
  readonly now: () => number
}

/** A new post is written as a draft and shown to readers only when it is whole (docs/publishing.md, WordPress). */
export async function putPost(site: SiteParts, delivery: Delivery): Promise<Outcome<Held>> {
  const request = publishRequest.parse(JSON.parse(new TextDecoder().decode(delivery.payload)))
  const slug = 'slug' in request ? request.slug : ''
  // What was never there can only be a trace of ours under any address: its mark finds it.
  const sought = { article: delivery.article, slug: delivery.previous === null ? '' : slug }
  const found = await findPost(site.rest, sought)
  if (found.kind !== 'done') return found
  const stood =
    found.value === null && delivery.past !== null
      ? await findPast(site.rest, delivery.article, delivery.past)
      : found
  if (stood.kind !== 'done') return stood
  const before = stood.value
  if (before !== null) {
    const gone = trashed<Held>(before)
    if (gone !== null) return gone
    if (before.marker.sequence > delivery.sequence) return { kind: 'conflict' }
    const held = heldOf(before, delivery.article)
    if (held !== null && held.sequence === delivery.sequence && held.whole)
      return { kind: 'done', value: held }
    // Of our own number it is our own unfinished writing; of an older one somebody changed what readers see.
    const edited = !before.whole && before.marker.sequence < delivery.sequence
    if (edited && !delivery.overwrite) return { kind: 'refused', problem: problem('portal-edited') }
  }
  switch (request.decision) {
    case 'publish':
    case 'correct':
      return show(site, delivery, request, before)
    case 'confirm':
      return confirm(site, delivery, before)
    case 'take-down':
      return request.notice === undefined || before === null
        ? hide(site, delivery, 'taken-down', request.at, before)
        : tell(site, delivery, request.notice, before)
    case 'expire':
      return hide(site, delivery, 'expired', request.at, before)
    default:
      return unreachable(request)
  }
}

type Shown = Extract<ReturnType<typeof publishRequest.parse>, { html: string }>

async function show(
  site: SiteParts,
  delivery: Delivery,
  request: Shown,
  before: OurPost | null,
  isSecond = false,
): Promise<Outcome<Held>> {
  const { rest, posts, media, terms, now } = site
  const page = readApproved(request.html)
  if (hasPoll(page)) return { kind: 'refused', problem: problem('portal-without-polls') }
  const { document, blobs } = revisionBody.parse(JSON.parse(request.revision))
  const attributes = Object(document.attrs)
  const stored = new Map<BlobHash, { readonly id: number; readonly url: string }>()
  for (const { hash } of blobs) {
    const there = await media.find(hash)
    if (there.kind !== 'done') return there
    if (there.value === null) return { kind: 'missing-blobs', hashes: [hash] }
    const texts = {
      alternative: page.alternatives.get(hash) ?? '',
      caption: page.captions.get(hash) ?? '',
    }
    const described = await media.describe(hash, there.value, texts)
    if (described.kind !== 'done') return described
    stored.set(hash, there.value)
  }
  const category = terms.category(String(attributes.category ?? ''))
  if (category === null) {
    return {
      kind: 'refused',
      problem: problem('category-unmapped', { category: String(attributes.category) }),
    }
  }
  const tags = await terms.tags(Array.isArray(attributes.tags) ? attributes.tags.map(String) : [])
  if (tags.kind !== 'done') return tags
  const [first] = page.pictures
  const fields: PostFields = {
    title: writeText(page.headline),
    body: contentOf(request, page, hash => stored.get(hash)?.url ?? ''),
    excerpt: writeText(page.lead),
    slug: request.slug,
    date_gmt: before?.marker.dated ?? wordpressDate(request.publishedAt),
    categories: [category],
    tags: tags.value,
    featured_media: first === undefined ? 0 : (stored.get(first)?.id ?? 0),
  }
  const until = instant.safeParse(attributes.hotUntil)
  const hot = until.success && Date.parse(until.data) > now() ? { hot: until.data } : {}
  const dated = before?.marker.dated
  const marker: Marker = {
    ...hot,
    ...(dated !== undefined && { dated }),
    sequence: delivery.sequence,
    state: request.decision === 'correct' ? 'corrected' : 'live',
    revision: sha256(request.revision),
    html: sha256(request.html),
    at: request.decision === 'correct' ? request.notice.at : request.publishedAt,
    fields: hashFields(fields),
  }
  const { body, ...rest_ } = fields
  const content = writeMarker(delivery.article, marker) + body
  const wanted = { ...rest_, content, sticky: marker.hot !== undefined }
  const isPublic = before !== null && before.post.status === 'publish'
  const draft = { ...wanted, status: 'draft' } as const

  let written =
    before === null
      ? await posts.create(draft)
      : await posts.change(before, delivery.sequence, isPublic ? wanted : draft)
  if (written.kind !== 'done') return written
  if (!written.value.whole) {
    // A worker died half-way, or the site lost pictures and tags it had: all is looked for anew, then a person has to look.
    if (isSecond) return { kind: 'refused', problem: problem('portal-altered') }
    site.media.forget()
    site.terms.forget()
    return show(site, delivery, request, written.value, true)
  }
  if (!isPublic) {
    written = await posts.finish(written.value.post.id, { status: 'publish' })
    if (written.kind !== 'done') return written
    const swept = await sweep(rest, delivery.article)
    if (swept.kind !== 'done') return swept
  }
  return held(written.value, delivery)
}

/** The text stays as readers have it; only the number of the decision about it is new. */
async function confirm(
  { posts }: SiteParts,
  delivery: Delivery,
  before: OurPost | null,
): Promise<Outcome<Held>> {
  if (before?.marker.state !== 'live') return { kind: 'conflict' }
  return remark(posts, delivery, before, { sequence: delivery.sequence })
}

/** Out of readers' sight; text and address stay for the record, and for coming back. */
async function hide(
  { posts }: SiteParts,
  delivery: Delivery,
  state: 'taken-down' | 'expired',
  at: string,
  before: OurPost | null,
): Promise<Outcome<Held>> {
  const nothing = { revision: null, html: null }
  if (before === null) {
    const { article, sequence } = delivery
    return {
      kind: 'done',
      value: { article, sequence, state, ...nothing, path: null, acceptedAt: at, whole: true },
    }
  }
  const shown = { notice: undefined, hot: undefined, dated: undefined }
  const said = { ...nothing, ...shown, sequence: delivery.sequence, state, at }
  return remark(posts, delivery, before, said, { status: 'draft', sticky: false })
}

/** A notice in the place of the text; the text stays among the post's revisions, and comes back with the next publication. */
async function tell(
  { posts }: SiteParts,
  delivery: Delivery,
  notice: GoneNotice,
  before: OurPost,
): Promise<Outcome<Held>> {
  const { title, body } = noticeOf(notice)
  const fields: PostFields = { ...fieldsOfPost(before.post), title, body, excerpt: '', featured_media: 0 }
  const { notice: _, hot: __, ...marker } = before.marker
  const said: Marker = {
    ...marker,
    sequence: delivery.sequence,
    state: 'taken-down',
    revision: null,
    html: null,
    at: notice.at,
    notice: true,
    fields: hashFields(fields),
  }
  const content = writeMarker(delivery.article, said) + body
  const { excerpt, featured_media } = fields
  const wanted = { title, content, excerpt, featured_media, sticky: false, status: 'publish' } as const
  const written = await posts.change(before, delivery.sequence, wanted)
  if (written.kind !== 'done') return written
  return written.value.whole
    ? held(written.value, delivery)
    : { kind: 'refused', problem: problem('portal-altered') }
}

/** Takes what was hot from the head of the lists; everything else stays as it is, also what somebody edited. */
export async function coolPost(
  posts: PostWriter,
  found: OurPost,
  article: ArticleId,
): Promise<Outcome<null>> {
  const { sequence } = found.marker
  const cooled = await remark(posts, { article, sequence }, found, { hot: undefined }, { sticky: false })
  return cooled.kind === 'done' ? { kind: 'done', value: null } : cooled
}

/** Another marker over the text that is there. */
async function remark(
  posts: PostWriter,
  delivery: Pick<Delivery, 'article' | 'sequence'>,
  before: OurPost,
  said: Partial<Marker>,
  more: { readonly status?: 'draft'; readonly sticky?: false } = {},
): Promise<Outcome<Held>> {
  const { raw } = before.post.content
  const text = readMarker(raw)?.rest ?? raw
  const content = writeMarker(delivery.article, { ...before.marker, ...said }) + text
  const written = await posts.change(before, delivery.sequence, { ...more, content })
  return written.kind === 'done' ? held(written.value, delivery) : written
}

function held(found: OurPost, { article }: Pick<Delivery, 'article'>): Outcome<Held> {
  const value = heldOf(found, article)
  return value === null ? { kind: 'conflict' } : { kind: 'done', value }
}
