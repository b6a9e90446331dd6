import { html } from 'hono/html'
import { layout } from './layout'
import { tile } from './listed'
import type { CategoryView } from './views'

export function categoryPage({ site, category, articles, page, newer, older }: CategoryView): string {
  const title = page === 1 ? category.name : `${category.name}, trang ${page}`
  return layout({
    site,
    title,
    description: `Các bài trong chuyên mục ${category.name} của ${site.name}.`,
    current: category.href,
    main: html`<section class="block category"><h1 class="block-title">${title}</h1>
${
  articles.length === 0
    ? html`<p class="empty">Chuyên mục này chưa có tin bài nào.</p>`
    : html`<div class="tiles">${articles.map(article => tile(article, 2))}</div>`
}
${
  newer === null && older === null
    ? null
    : html`<nav class="pages" aria-label="Các trang">
${newer === null ? null : html`<a rel="prev" href="${newer}">← Tin mới hơn</a>`}
${older === null ? null : html`<a rel="next" href="${older}">Tin cũ hơn →</a>`}</nav>`
}</section>`,
  })
}
