import { html, raw } from 'hono/html'
import { articleMarkers } from '#common/api/portal-api'
import { layout, type Markup } from './layout'
import { rows, time } from './listed'
import { pollResults, takesVotes } from './poll-results'
import type { ArticleView, ListedView } from './views'

/** The public page of one article; the newsroom shows previews with it, with the same look. */
export function articlePage(view: ArticleView): string {
  const { site, category, poll } = view
  const approved = `${articleMarkers.start}${view.articleHtml}${articleMarkers.end}`
  return layout({
    site,
    title: view.headline,
    description: view.lead === '' ? view.headline : view.lead,
    canonical: view.canonical,
    current: category?.href ?? null,
    facts: html`${category === null ? null : html`<meta property="article:section" content="${category.name}">\n`}${
      view.publishedAt === null
        ? null
        : html`<meta property="article:published_time" content="${view.publishedAt}">\n`
    }`,
    main: html`<div class="reading">
<div class="article-head">
<nav class="crumbs" aria-label="Bạn đang ở"><a href="/">Trang chủ</a>${category === null ? null : html`<a href="${category.href}">${category.name}</a>`}</nav>
${view.publishedAt === null ? null : html`<p class="meta">Đăng lúc ${time(view.publishedAt)}</p>`}
</div>
${view.notices.length === 0 ? null : html`<section class="corrections" aria-label="Đính chính">${view.notices.map(notice)}</section>`}
<div class="approved${poll === null || takesVotes(poll) ? '' : ' no-voting'}">
${raw(approved)}
</div>
${poll === null ? null : pollResults(poll)}
</div>
${
  view.sameCategory.length + view.others.length === 0
    ? null
    : html`<div class="neighbours">
${neighbours('Tin cùng chuyên mục', view.sameCategory)}
${neighbours('Tin khác', view.others)}
</div>`
}`,
  })
}

function notice({ number, text, at }: ArticleView['notices'][number]): Markup {
  return html`<div class="correction"><p><strong>Đính chính lần ${number}</strong> <span class="meta">${time(at)}</span></p><p>${text}</p></div>`
}

function neighbours(title: string, articles: readonly ListedView[]): Markup | null {
  return articles.length === 0
    ? null
    : html`<section class="block"><h2 class="block-title">${title}</h2>${rows(articles)}</section>`
}
