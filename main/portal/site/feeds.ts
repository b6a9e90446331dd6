import { html, raw } from 'hono/html'
import type { LiveArticle } from '../articles/shelf'
import { articlePath, categoryPath } from '../paths'
import type { PortalParts } from '../portal-parts'

const declaration = raw('<?xml version="1.0" encoding="UTF-8"?>\n')
const mostInFeed = 30
/** A sitemap may hold 50,000 addresses (sitemaps.org). */
const mostInSitemap = 49_000

export async function rss({ desk, description }: PortalParts, origin: string): Promise<string> {
  const items = await desk.shelf.read(desk.shelf.list('all').slice(0, mostInFeed))
  return String(html`${declaration}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${description.name}</title><link>${origin}/</link><description>${`Tin bài mới của ${description.name}`}</description><language>vi</language>
<atom:link href="${origin}/rss.xml" rel="self" type="application/rss+xml"/>
${items.map(entry => rssItem(entry, origin))}</channel></rss>
`)
}

function rssItem({ article, card }: LiveArticle, origin: string) {
  return html`<item><title>${card.headline}</title><link>${origin}${articlePath(card.slug)}</link><guid isPermaLink="false">${article}</guid><description>${card.lead}</description><pubDate>${new Date(card.publishedAt).toUTCString()}</pubDate></item>
`
}

export function sitemap({ desk, description }: PortalParts, origin: string): string {
  const pages = ['/', ...description.categories.map(({ id }) => categoryPath(id))]
  const articles = desk.shelf.list('all').slice(0, mostInSitemap)
  return String(html`${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map(page => html`<url><loc>${origin}${page}</loc></url>\n`)}${articles.map(
  ({ acceptedAtMs, slug }) =>
    html`<url><loc>${origin}${articlePath(slug)}</loc><lastmod>${new Date(acceptedAtMs).toISOString()}</lastmod></url>\n`,
)}</urlset>
`)
}
