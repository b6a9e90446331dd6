import { createHash } from 'node:crypto'
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment } from 'parse5'
import { articleMarkers, type PublishRequest } from '#common/api/portal-api'
import { type BlobHash, blobHash } from '#common/domain/ids'
import { formatInstant } from '#common/domain/vietnam-time'
import type { Post } from './mapping'
import { readMarker } from './marker'
import { textOf, writeHtml, writeText } from './write-html'

type Element = DefaultTreeAdapterMap['element']
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

/** The approved HTML taken apart as a WordPress page needs it: the theme writes the headline, the content all the rest. */
export interface ApprovedPage {
  readonly headline: string
  /** Headline and lead, written so that WordPress shows them letter for letter. */
  readonly title: string
  readonly excerpt: string
  /** Children of `<article>` without its `<h1>`. */
  readonly nodes: readonly DefaultTreeAdapterMap['childNode'][]
  /** In the order of the page. */
  readonly pictures: readonly BlobHash[]
  readonly alternatives: ReadonlyMap<BlobHash, string>
}

export function readApproved(html: string): ApprovedPage {
  const article = parseFragment(html).childNodes.find(isElement)
  const children = article?.childNodes ?? []
  const headline = children.find(node => isElement(node) && node.tagName === 'h1')
  const lead = children.find(node => isElement(node) && hasClass(node, 'lead'))
  const pictures: BlobHash[] = []
  const alternatives = new Map<BlobHash, string>()
  visit(children, element => {
    const source = element.tagName === 'img' ? attributeOf(element, 'src') : null
    const hash = source === null ? null : blobOf(source)
    if (hash === null) return
    pictures.push(hash)
    alternatives.set(hash, attributeOf(element, 'alt') ?? '')
  })
  const words = (node: typeof lead) => (node !== undefined && isElement(node) ? textOf(node).trim() : '')
  return {
    headline: words(headline),
    title: writeText(words(headline)),
    excerpt: writeText(words(lead)),
    nodes: children.filter(node => node !== headline),
    pictures,
    alternatives,
  }
}

/** A form posts to the portal's own poll: WordPress has none. */
export function hasPoll(page: ApprovedPage): boolean {
  let found = false
  visit(page.nodes, element => {
    found ||= element.tagName === 'form'
  })
  return found
}

/** The content of the post; a custom-HTML block keeps WordPress from adding paragraphs. */
export function contentOf(request: Shown, page: ApprovedPage, addressOf: (hash: BlobHash) => string): string {
  const html = writeHtml(page.nodes, (_name, value) => {
    const hash = blobOf(value)
    return hash === null ? value : addressOf(hash)
  })
  const notice =
    request.decision === 'correct'
      ? `<p class="dinh-chinh"><strong>${writeText(`Đính chính lần ${request.notice.number}, ${formatInstant(request.notice.at)}:`)}</strong> ${writeText(request.notice.text)}</p>\n`
      : ''
  return `<!-- wp:html -->\n${notice}${articleMarkers.start}${html}${articleMarkers.end}\n<!-- /wp:html -->`
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
  return createHash('sha256')
    .update(JSON.stringify([...parts, featured_media]))
    .digest('hex')
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

/** The blob an address of ours names. */
export function blobOf(address: string): BlobHash | null {
  const found = blobHash.safeParse(/^\/blob\/([0-9a-f]{64})$/.exec(address)?.[1])
  return found.success ? found.data : null
}

export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find(attribute => attribute.name === name)?.value ?? null
}

export function isElement(node: DefaultTreeAdapterMap['node']): node is Element {
  return defaultTreeAdapter.isElementNode(node)
}

function hasClass(element: Element, name: string): boolean {
  return (attributeOf(element, 'class') ?? '').split(' ').includes(name)
}

function visit(nodes: readonly DefaultTreeAdapterMap['node'][], see: (element: Element) => void): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    see(node)
    visit(node.childNodes, see)
  }
}
