import { html } from 'hono/html'
import type { Markup } from './layout'
import { time } from './listed'
import type { PollView } from './views'

const count = new Intl.NumberFormat('vi-VN')
const share = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 })

export function takesVotes(poll: PollView): boolean {
  return poll.state === 'open' && !poll.voted
}

export function pollResults(poll: PollView): Markup {
  const total = poll.results.reduce((sum, { votes }) => sum + votes, 0)
  return html`<section class="results block" id="ket-qua"><h2 class="block-title">Kết quả thăm dò</h2>
${takesVotes(poll) ? null : html`<p class="question">${poll.question}</p>`}
<p class="meta">${state(poll)}</p>
${poll.state === 'not-yet' || takesVotes(poll) ? null : html`<ul class="bars">${poll.results.map(result => bar(result, total))}</ul><p class="meta">${total === 0 ? 'Chưa có ý kiến nào.' : `${count.format(total)} lượt ý kiến.`}</p>`}</section>`
}

function bar({ text, votes }: PollView['results'][number], total: number): Markup {
  const part = total === 0 ? 0 : votes / total
  const width = `${(part * 100).toFixed(2)}%`
  return html`<li><span class="bar-label"><span>${text}</span><strong>${share.format(part)} <span class="votes">(${count.format(votes)})</span></strong></span><svg class="bar" aria-hidden="true" width="100%" height="10"><rect class="bar-track" width="100%" height="10" rx="5"/><rect class="bar-value" width="${width}" height="10" rx="5"/></svg></li>`
}

function state({ state, voted, opensAt, closesAt }: PollView): Markup {
  switch (state) {
    case 'not-yet':
      return opensAt === null ? html`Chưa mở.` : html`Thăm dò mở từ ${time(opensAt)}.`
    case 'closed':
      return closesAt === null ? html`Đã đóng.` : html`Thăm dò đã đóng lúc ${time(closesAt)}.`
    case 'open': {
      const thanks = voted ? 'Cảm ơn bạn đã gửi ý kiến. ' : ''
      return closesAt === null
        ? html`${thanks}Thăm dò đang mở.`
        : html`${thanks}Thăm dò mở đến ${time(closesAt)}.`
    }
  }
}
