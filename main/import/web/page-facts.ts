import type { DefaultTreeAdapterTypes } from 'parse5'
import { isWebAddress } from '#common/domain/field'
import { instantOf } from '#common/domain/vietnam-time'
import { attributeOf, elementsBelow, type HtmlElement, textBelow } from './read-html'

/** What a page says of itself in its head; null where it says nothing. */
export interface HeadFacts {
  readonly title: string | null
  readonly description: string | null
  readonly url: string | null
  readonly publishedAt: string | null
}

export function readHead(document: DefaultTreeAdapterTypes.Document, html: string): HeadFacts {
  const metas = elementsBelow(document, 'meta')
  const meta = (...names: readonly string[]) => metaContent(metas, names)
  const canonical = elementsBelow(document, 'link').find(link => attributeOf(link, 'rel') === 'canonical')
  // Browsers write where they saved a page from: <!-- saved from url=(0024)https://… -->
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)/i.exec(html.slice(0, 4_000))?.[1]
  const title = elementsBelow(document, 'title')[0]
  const published = meta('article:published_time', 'datePublished', 'dc.date')
  return {
    title: meta('og:title') ?? (title === undefined ? null : line(textBelow(title))),
    description: meta('og:description', 'description'),
    url: [attributeOf(canonical ?? noElement, 'href'), meta('og:url'), saved].find(isAddress) ?? null,
    publishedAt: published === null ? null : toInstant(published),
  }
}

const noElement = { attrs: [] } as unknown as HtmlElement

function isAddress(value: string | null | undefined): value is string {
  return typeof value === 'string' && isWebAddress(value)
}

function metaContent(metas: readonly HtmlElement[], names: readonly string[]): string | null {
  for (const name of names) {
    const found = metas.find(meta => (attributeOf(meta, 'property') ?? attributeOf(meta, 'name')) === name)
    const content = line(found === undefined ? '' : (attributeOf(found, 'content') ?? ''))
    if (content !== null) return content
  }
  return null
}

function line(text: string): string | null {
  const clean = text.replaceAll(/\s+/g, ' ').trim()
  return clean === '' ? null : clean
}

function toInstant(text: string): string | null {
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** `15/10/2024 07:49:52` or `15/10/2024`, as Vietnamese portals write it, in Vietnam's time. */
export function vietnameseInstant(text: string): string | null {
  const match = /(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:\D{1,4}(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(text)
  if (match === null) return null
  const [, day = '', month = '', year = '', hour = '0', minute = '00', second = '00'] = match
  const two = (part: string) => part.padStart(2, '0')
  return instantOf(`${year}-${two(month)}-${two(day)}`, `${two(hour)}:${minute}:${second}`)
}
