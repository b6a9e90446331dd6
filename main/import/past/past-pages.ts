import { z } from 'zod'
import type { PastPage } from '#common/api/import-operations'
import { type Problem, problem } from '#common/api/problems/problem'
import { isWebAddress } from '#common/domain/field'
import { ok, type Result, refuse } from '#common/domain/result'
import { createHttpClient, defaultLimits, parseJson } from '#main/connectors/http/client'
import type { ImportTask } from '../import-task'
import { picturesOf } from './page-pictures'
import { readFeed } from './read-feed'
import { type Post, pageOfPost, post } from './wordpress-post'

const answerBytes = 12_000_000
const perPage = 20
const fields = 'link,date_gmt,title'

type Get = (path: string) => Promise<{ readonly body: Uint8Array; readonly json: unknown } | null>

/** What an old portal says it has: by WordPress' interface, else by the feed at the address or the one its page names. */
export async function listPast(
  url: string,
  page: number,
  isKnown: (address: string) => boolean,
): Promise<Result<{ readonly pages: PastPage[]; readonly more: boolean }, Problem>> {
  return overOrigin(url, async get => {
    const answer = await get(`/?rest_route=/wp/v2/posts&per_page=${perPage}&page=${page}&_fields=${fields}`)
    const posts = z.array(post).safeParse(answer?.json)
    const found = posts.success ? posts.data.map(toPage) : await fromFeed(get, url, page)
    if (found === null) return refuse(problem('past-not-found', { url }))
    const pages = found
      .filter(candidate => isWebAddress(candidate.url))
      .map(candidate => ({ ...candidate, known: isKnown(candidate.url) }))
    return ok({ pages, more: posts.success && posts.data.length === perPage })
  })
}

/** One page as a file to import: the article alone from WordPress, else the page as a browser would save it. */
export async function takePast(url: string): Promise<Result<ImportTask, Problem>> {
  return overOrigin(url, async get => {
    const { pathname, search } = new URL(url)
    const slug = pathname.split('/').filter(Boolean).at(-1) ?? ''
    const query = `/?rest_route=/wp/v2/posts&slug=${encodeURIComponent(slug)}&_fields=${fields},content`
    const posts = slug === '' ? null : z.array(post).safeParse((await get(query))?.json)
    const own = posts?.success ? posts.data.find(({ link }) => link === url) : undefined
    const html = own === undefined ? (await get(pathname + search))?.body : Buffer.from(pageOfPost(own))
    if (html === undefined) return refuse(problem('past-unreadable', { url }))
    const parts = await picturesOf(html, url, async path => (await get(path))?.body ?? null)
    return ok({ bytes: html, fileName: `${slug.slice(0, 100) || 'trang'}.html`, parts })
  })
}

function toPage({ link, date_gmt, title }: Post): Omit<PastPage, 'known'> {
  const published = Date.parse(`${date_gmt}Z`)
  return {
    url: link,
    headline: plain(title.rendered),
    publishedAt: Number.isNaN(published) ? null : new Date(published).toISOString(),
  }
}

async function fromFeed(get: Get, url: string, page: number): Promise<Omit<PastPage, 'known'>[] | null> {
  if (page > 1) return []
  const { pathname, search, origin } = new URL(url)
  const first = await get(pathname + search)
  if (first === null) return null
  const text = new TextDecoder().decode(first.body)
  const feed = readFeed(text)
  if (feed !== null) return feed
  const link = /<link[^>]+type\s*=\s*["']application\/(?:rss|atom)\+xml["'][^>]*>/i.exec(text)?.[0]
  const href = /href\s*=\s*["']([^"']+)/i.exec(link ?? '')?.[1]
  if (href === undefined || !URL.canParse(href, url)) return null
  const address = new URL(href, url)
  const second = address.origin === origin ? await get(address.pathname + address.search) : null
  return second === null ? null : readFeed(new TextDecoder().decode(second.body))
}

async function overOrigin<T>(
  url: string,
  work: (get: Get) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const client = createHttpClient(new URL('/', url), { ...defaultLimits, deadlineMs: 20_000 })
  try {
    return await work(async path => {
      const exchange = await client.exchange({ method: 'GET', path, maxBytes: answerBytes })
      if (exchange.kind !== 'answered' || exchange.status !== 200) return null
      return { body: exchange.body, json: parseJson(exchange) }
    })
  } finally {
    await client.close()
  }
}

/** Titles come as HTML with references. */
function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d{1,6});/g, (_all, code: string) =>
      String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
    )
    .replaceAll(/&(amp|lt|gt|quot|nbsp);/g, (_all, name: keyof typeof references) => references[name])
    .trim()
    .slice(0, 500)
}

const references = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' } as const
