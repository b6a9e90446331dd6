import { z } from 'zod'
import type { PageFacts } from '../connector'
import type { AnonymousReader } from '../http/anonymous-reader'
import { samePage } from './past-post'

const answerBytes = 100_000
const shown = z.array(z.object({ link: z.string(), date_gmt: z.string(), categories: z.array(z.int()) }))

/** What the site tells anybody about the post at an address; undefined where it tells nobody. Themes say it each in its own way. */
export async function publicFacts(
  reader: AnonymousReader,
  base: URL,
  url: string,
): Promise<PageFacts | undefined> {
  const { pathname, searchParams } = new URL(url)
  const id = searchParams.get('p')
  const slug = decodeURIComponent(pathname.split('/').filter(Boolean).at(-1) ?? '')
  const query = new URLSearchParams({
    rest_route: '/wp/v2/posts',
    _fields: 'link,date_gmt,categories',
    ...(id === null ? { slug } : { include: id }),
  })
  const answer = await reader.get(`${base.href.replace(/\/?$/, '/')}?${query}`, answerBytes)
  if (answer.kind === 'unreadable' || answer.status !== 200) return undefined
  const posts = shown.safeParse(jsonOf(answer.body))
  const post = posts.data?.find(({ link }) => samePage(link, url))
  return post && { category: { id: post.categories.join() }, publishedAt: `${post.date_gmt}Z` }
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
