import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import { blobHash } from '#common/domain/ids'
import type { LedgerEntry } from '../articles/ledger-entry'
import { isLive } from '../articles/shelf'
import { focusOfAddress } from '../list-pictures'
import { articlePage } from '../pages/article-page'
import { categoryPage } from '../pages/category-page'
import { emblem } from '../pages/emblem'
import { fonts } from '../pages/fonts'
import { homePage } from '../pages/home-page'
import { gonePage, notFoundPage, refusedVotePage, troublePage } from '../pages/message-page'
import { stylesheet } from '../pages/stylesheet'
import { articlePath, blobPath, categoryPath, listWidths } from '../paths'
import type { PortalParts } from '../portal-parts'
import { articleView } from './article-view'
import { rss, sitemap } from './feeds'
import { homeView } from './home-view'
import { originOf } from './origin'
import { pollRoutes, voterOf } from './poll-routes'
import { sendBlob } from './send-blob'
import { categoryLink, listedView, siteView, withoutCategory } from './site-view'

const pageSize = 18
const pageNumber = z.coerce.number().pipe(z.int().min(1).max(100_000)).default(1).catch(1)

/** What readers see. */
export function createSite(parts: PortalParts): Hono {
  const app = new Hono()
  const { shelf } = parts.desk
  app.use(publicHeaders, async (c, next) => {
    await next()
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-cache')
  })
  app.get('/', async c => c.html(homePage(await homeView(parts))))

  app.get('/chuyen-muc/:id', async (c, next) => {
    const id = c.req.param('id')
    const category = categoryLink(parts, id)
    if (category === null) return next()
    const page = pageNumber.parse(c.req.query('trang'))
    const all = shelf.list({ category: id })
    const articles = await shelf.read(all.slice((page - 1) * pageSize, page * pageSize))
    if (articles.length === 0 && page > 1) return next()
    return c.html(
      categoryPage({
        site: siteView(parts),
        category,
        articles: articles.map(entry => withoutCategory(listedView(parts, entry))),
        page,
        newer: page > 1 ? categoryPath(id, page - 1) : null,
        older: all.size > page * pageSize ? categoryPath(id, page + 1) : null,
      }),
    )
  })

  app.get('/bai/:slug', async (c, next) => {
    const slug = c.req.param('slug')
    const entry = await shelf.bySlug(slug)
    if (entry === undefined) return next()
    if (!isLive(entry)) return gone(c, entry)
    if (entry.card.slug !== slug) return c.redirect(articlePath(entry.card.slug), 301)
    return c.html(articlePage(await articleView(parts, entry, originOf(parts, c), voterOf(c))))
  })
  pollRoutes(app, parts)

  app.get('/blob/:hash', async (c, next) => {
    const hash = blobHash.safeParse(c.req.param('hash'))
    const reference = hash.success ? shelf.visibleBlob(hash.data) : undefined
    const response = reference === undefined ? null : await sendBlob(parts, reference)
    if (response === null) return next()
    c.res = response
  })

  app.get('/anh/:hash/:focus/:name', async (c, next) => {
    const hash = blobHash.safeParse(c.req.param('hash'))
    const focus = focusOfAddress(c.req.param('focus'))
    const width = listWidths.find(known => `${known}.webp` === c.req.param('name'))
    if (!hash.success || focus === null || width === undefined) return next()
    if (shelf.visibleBlob(hash.data)?.use !== 'picture') return next()
    const picture = await parts.listPictures.get(hash.data, focus, width)
    // What cannot be made smaller is shown as it came.
    if (picture === null) return c.redirect(blobPath(hash.data), 302)
    return c.body(new Uint8Array(picture), 200, {
      'Content-Type': 'image/webp',
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })

  staticFiles(app)
  app.get('/rss.xml', async c => xml(c, await rss(parts, originOf(parts, c)), 'application/rss+xml'))
  app.get('/sitemap.xml', c => xml(c, sitemap(parts, originOf(parts, c)), 'application/xml'))
  app.get('/robots.txt', c => c.text(`User-agent: *\nAllow: /\nSitemap: ${originOf(parts, c)}/sitemap.xml\n`))

  app.notFound(c => c.html(notFoundPage(siteView(parts)), 404))
  app.onError((error, c) => {
    // Only the guards before a vote throw these: another site's form, or a body far too big for one choice.
    if (error instanceof HTTPException) {
      const reason = 'Ý kiến phải được gửi từ chính trang này. Mở lại trang và thử lần nữa.'
      return c.html(refusedVotePage(siteView(parts), reason), 403)
    }
    parts.report(error)
    return c.html(troublePage(siteView(parts)), 500)
  })
  return app

  function gone(c: Context, { decision, at, gone: notice }: LedgerEntry) {
    const reason = decision === 'expire' ? 'expired' : 'taken-down'
    return c.html(gonePage(siteView(parts), reason, at, notice), 410)
  }
}

const publicHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'strict-origin-when-cross-origin',
  // Whether the portal stands behind TLS is for its proxy to say.
  strictTransportSecurity: false,
  // A file's own policy is stricter.
  overwrite: false,
})

function staticFiles(app: Hono): void {
  app.get('/style.css', c => c.body(stylesheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.get('/favicon.svg', c => c.body(emblem, 200, { 'Content-Type': 'image/svg+xml' }))
  app.get('/fonts/:name', (c, next) => {
    const font = fonts.get(c.req.param('name'))
    if (font === undefined) return next()
    return c.body(font, 200, {
      'Content-Type': 'font/woff2',
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })
}

function xml(c: Context, body: string, type: string): Response {
  return c.body(body, 200, { 'Content-Type': `${type}; charset=utf-8` })
}
