import { articleMarkers, type PublishRequest } from '#common/api/portal-api'
import type { BlobHash } from '#common/domain/ids'
import { correctionHeading, type GoneNotice, goneHeading, goneTitles } from '#common/domain/publication'
import { type ApprovedPage, blobOf } from '../page/approved-page'
import { sha256 } from '../page/sha256'
import { goneMarker } from '../page/words'
import type { Post } from './mapping'
import { readMarker } from './marker'
import { writeHtml, writeText } from './write-html'

type Shown = Extract<PublishRequest, { html: string }>

/** What WordPress stores of an article; terms and media by the site's own numbers. */
export interface PostFields {
  readonly title: string
  /** Without the marker. */
  readonly body: string
  readonly excerpt: string
  readonly slug: string
  readonly date_gmt: string
  readonly categories: readonly number[]
  readonly tags: readonly number[]
  readonly featured_media: number
}

/** The content of the post; a custom-HTML block keeps WordPress from adding paragraphs. */
export function contentOf(request: Shown, page: ApprovedPage, addressOf: (hash: BlobHash) => string): string {
  const html = writeHtml(page.nodes, (_name, value) => {
    const hash = blobOf(value)
    return hash === null ? value : addressOf(hash)
  })
  const notice =
    request.decision === 'correct'
      ? `<p class="dinh-chinh"><strong>${writeText(`${correctionHeading(request.notice)}:`)}</strong> ${writeText(request.notice.text)}</p>\n`
      : ''
  return `<!-- wp:html -->\n${notice}${articleMarkers.start}${html}${articleMarkers.end}\n<!-- /wp:html -->`
}

/** Title and content of a post that only says that the article is gone. */
export function noticeOf(notice: GoneNotice): Pick<PostFields, 'title' | 'body'> {
  const title = writeText(goneTitles[notice.kind])
  const day = writeText(goneHeading(notice))
  return {
    title,
    body: `<!-- wp:html -->\n${goneMarker}<p><strong>${day}</strong></p><p>${writeText(notice.text)}</p>\n<!-- /wp:html -->`,
  }
}

/** Seconds are all that WordPress keeps. */
export function wordpressDate(instant: string): string {
  return instant.slice(0, 19)
}

/** Everything a decision writes, in one hash: the post is whole when its own content gives the same. */
export function hashFields(fields: PostFields): string {
  const { title, body, excerpt, slug, date_gmt, featured_media } = fields
  const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)
  const parts = [title, body, excerpt, slug, date_gmt, sorted(fields.categories), sorted(fields.tags)]
  return sha256(JSON.stringify([...parts, featured_media]))
}

/** What is stored now, to be hashed like what was sent. */
export function fieldsOfPost(post: Post): PostFields {
  return {
    title: post.title.raw,
    body: readMarker(post.content.raw)?.rest ?? post.content.raw,
    excerpt: post.excerpt.raw,
    slug: post.slug,
    date_gmt: post.date_gmt ?? '',
    categories: post.categories,
    tags: post.tags,
    featured_media: post.featured_media,
  }
}
