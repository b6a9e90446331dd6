import { html } from 'hono/html'
import { type GoneNotice, goneTitles } from '#common/domain/publication'
import { layout, type Markup } from './layout'
import { time } from './listed'
import type { SiteView } from './views'

/** Where an article was: says so in plain words and shows nothing of it. */
export function gonePage(
  site: SiteView,
  reason: 'taken-down' | 'expired',
  at: string,
  notice?: GoneNotice,
): string {
  if (notice !== undefined) {
    const title = goneTitles[notice.kind]
    return message(
      site,
      title,
      html`<strong>Thông báo số ${notice.number}, ${time(notice.at)}:</strong> ${notice.text}`,
    )
  }
  const [title, words] =
    reason === 'expired'
      ? ['Bài viết đã hết thời hạn đăng', html`Bài viết ở địa chỉ này đã hết thời hạn đăng từ ${time(at)}.`]
      : [goneTitles.takedown, html`Bài viết ở địa chỉ này đã được cơ quan đăng bài gỡ xuống lúc ${time(at)}.`]
  return message(site, title, words)
}

export function notFoundPage(site: SiteView): string {
  return message(
    site,
    'Không tìm thấy trang',
    html`Địa chỉ này không có trên cổng. Có thể địa chỉ bị gõ thiếu.`,
  )
}

export function refusedVotePage(site: SiteView, reason: string): string {
  return message(site, 'Chưa ghi nhận ý kiến', html`${reason}`)
}

export function troublePage(site: SiteView): string {
  return message(site, 'Cổng đang gặp sự cố', html`Xin tải lại trang sau ít phút.`)
}

function message(site: SiteView, title: string, words: Markup): string {
  return layout({
    site,
    title,
    description: title,
    main: html`<section class="block message"><h1>${title}</h1><p>${words}</p><p><a class="button" href="/">Về trang chủ</a></p></section>`,
  })
}
