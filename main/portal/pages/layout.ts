import { html, raw } from 'hono/html'
import { emblem } from './emblem'
import type { SiteView } from './views'

/** A part of a page: everything interpolated into `html` is escaped, save what `raw` lets through. */
export type Markup = ReturnType<typeof html>

export interface Layout {
  readonly site: SiteView
  /** Null on the home page, which bears the site's name alone. */
  readonly title: string | null
  readonly description: string
  readonly canonical?: string | null
  /** Address of the menu entry the page belongs to. */
  readonly current?: string | null
  readonly main: Markup
  /** More for the head. */
  readonly facts?: Markup
}

/** The frame of every page, as a whole HTML document. */
export function layout(page: Layout): string {
  const { site, title, description, canonical = null, current = null, main, facts = null } = page
  const fullTitle = title === null ? site.name : `${title} – ${site.name}`
  return String(html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${fullTitle}</title>
<meta name="description" content="${description}">
<meta property="og:title" content="${title ?? site.name}">
<meta property="og:description" content="${description}">
<meta property="og:site_name" content="${site.name}">
${facts}${canonical === null ? null : html`<link rel="canonical" href="${canonical}">`}
<link rel="alternate" type="application/rss+xml" title="${site.name}" href="/rss.xml">
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="stylesheet" href="${site.styleHref}">
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung chính</a>
<header class="site-header">
<div class="wide">
<a class="brand" href="/">${raw(emblem)}<span>${kindOf(site.name)}<span class="brand-name">${site.name}</span></span></a>
</div>
<nav class="site-nav" aria-label="Chuyên mục"><div class="wide"><ul>
${[{ href: '/', name: 'Trang chủ' }, ...site.categories].map(
  ({ href, name }) =>
    html`<li><a href="${href}"${href === current ? raw(' aria-current="page"') : null}>${name}</a></li>`,
)}
</ul></div></nav>
</header>
<main id="noi-dung" class="wide">
${main}
</main>
<footer class="site-footer"><div class="wide">
<p><strong>${site.name}</strong></p>
<p>Mỗi bài ở đây được người có thẩm quyền duyệt và ký trước khi đăng.</p>
<ul><li><a href="/rss.xml">RSS</a></li><li><a href="/sitemap.xml">Sơ đồ trang</a></li><li><a href="#noi-dung">Lên đầu trang</a></li></ul>
</div></footer>
</body>
</html>
`)
}

/** A name that says what it names needs no line above it. */
function kindOf(name: string): Markup | null {
  const kind = 'Cổng thông tin điện tử'
  return name.startsWith(kind) ? null : html`<span class="brand-kind">${kind}</span>`
}
