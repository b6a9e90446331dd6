import { html } from 'hono/html'
import { formatInstant } from '#common/domain/vietnam-time'
import type { Markup } from './layout'
import type { ListedView } from './views'

/** A point in time as readers see it everywhere on the portal. */
export function time(instant: string): Markup {
  return html`<time datetime="${instant}">${formatInstant(instant)}</time>`
}

/** How wide the style sheet shows them (styles/lists.css), so that a telephone fetches no more than it shows. */
const tileSizes = '(max-width: 48rem) 100vw, 30rem'
const rowSizes = '6.5rem'

type HeadingLevel = 2 | 3

/** An article with its picture above and the beginning of its lead. */
export function tile(article: ListedView, level: HeadingLevel = 3): Markup {
  return html`<article class="tile">${picture(article, tileSizes)}<div class="tile-text">
${heading(article, level)}
${article.lead === '' ? null : html`<p class="tile-lead">${article.lead}</p>`}
${meta(article)}
</div></article>`
}

/** An article as one line of a list. */
export function row(article: ListedView): Markup {
  return html`<li class="row">${picture(article, rowSizes)}<div><a href="${article.href}">${article.headline}</a>${meta(article)}</div></li>`
}

export function rows(articles: readonly ListedView[]): Markup {
  return html`<ul class="rows">${articles.map(row)}</ul>`
}

function heading({ href, headline }: ListedView, level: HeadingLevel): Markup {
  const link = html`<a href="${href}">${headline}</a>`
  return level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`
}

function meta({ category, publishedAt }: ListedView): Markup {
  return html`<p class="meta">${category === null ? null : html`<span class="tag">${category}</span>`}${time(publishedAt)}</p>`
}

/** The link of the headline covers it, so the picture itself says nothing to a screen reader. */
function picture({ picture }: ListedView, sizes: string): Markup | null {
  return picture === null
    ? null
    : html`<img src="${picture.src}" srcset="${picture.srcset}" sizes="${sizes}" alt="" loading="lazy">`
}
