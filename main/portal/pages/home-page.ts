import { html } from 'hono/html'
import { layout, type Markup } from './layout'
import { rows, tile, time } from './listed'
import type { HomeView, ListedView, OpenPollView } from './views'

export function homePage(view: HomeView): string {
  const { site, hot, latest, sections, polls } = view
  const empty = hot.length + latest.length + sections.length + polls.length === 0
  return layout({
    site,
    title: null,
    description: `Tin bài, thông báo và văn bản công khai của ${site.name}.`,
    current: '/',
    main: html`<h1 class="hidden">${site.name}</h1>
${empty ? nothingYet() : null}
${hot.length === 0 ? null : hotBlock(hot)}
${
  latest.length + polls.length === 0
    ? null
    : html`<div class="${latest.length > 0 && polls.length > 0 ? 'with-aside' : 'without-aside'}">
${latest.length === 0 ? null : latestBlock(latest, hot.length === 0)}
${polls.length === 0 ? null : pollBlock(polls)}
</div>`
}
${
  sections.length === 0
    ? null
    : html`<div class="sections">${sections.map(
        section =>
          html`<section class="block"><h2 class="block-title"><a href="${section.href}">${section.name}</a></h2>${rows(section.articles)}</section>`,
      )}</div>`
}`,
  })
}

function hotBlock(hot: readonly ListedView[]): Markup {
  return html`<section class="block hot"><h2 class="block-title">Tin nóng</h2>${stories(hot, true)}</section>`
}

/** Without hot items the newest article leads the page. */
function latestBlock(latest: readonly ListedView[], leads: boolean): Markup {
  return html`<section class="block latest"><h2 class="block-title">Tin mới</h2>${stories(latest, leads)}</section>`
}

function stories([first, ...rest]: readonly ListedView[], leads: boolean): Markup {
  return html`${first === undefined ? null : html`<div class="${leads ? 'lead-story' : 'first-story'}">${tile(first)}</div>`}
${rest.length === 0 ? null : rows(rest)}`
}

function pollBlock(polls: readonly OpenPollView[]): Markup {
  return html`<aside class="block polls" aria-labelledby="tham-do"><h2 class="block-title" id="tham-do">Ý kiến thăm dò</h2>
${polls.map(
  poll => html`<form class="poll" method="post" action="${poll.href}"><fieldset><legend>${poll.question}</legend>
${poll.choices.map(
  ({ choice, text }) =>
    html`<label><input type="radio" name="choice" value="${choice}" required> ${text}</label>`,
)}
<button type="submit">Gửi ý kiến</button></fieldset>
<p class="meta">${poll.closesAt === null ? null : html`<span>Mở đến ${time(poll.closesAt)}</span>`}<a href="${poll.href}">Xem kết quả</a></p></form>`,
)}</aside>`
}

function nothingYet(): Markup {
  return html`<section class="block nothing-yet"><h2>Chưa có tin bài nào</h2>
<p>Tin bài hiện ở đây ngay sau khi người có thẩm quyền phê duyệt và người vận hành bấm “Đẩy” trong Tòa Soạn.</p></section>`
}
