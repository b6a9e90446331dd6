import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { instantNow, newId } from '#common/domain/environment'
import { pollState } from '../articles/card'
import { isLive } from '../articles/shelf'
import { refusedVotePage } from '../pages/message-page'
import { articlePath } from '../paths'
import type { PortalParts } from '../portal-parts'
import { callerAddress } from './caller-address'
import { originOf } from './origin'
import { siteView } from './site-view'

const voterKept = { days: 365, bytes: 2_048 } as const

/** One vote for each browser: a random cookie, of which only a hash for each poll is kept. */
export function pollRoutes(app: Hono, parts: PortalParts): void {
  const sameSite = csrf({ origin: (origin, c) => origin === originOf(parts, c) })
  app.post('/bai/:slug', sameSite, bodyLimit({ maxSize: voterKept.bytes }), async (c, next) => {
    const entry = await parts.desk.shelf.bySlug(c.req.param('slug'))
    if (entry === undefined || !isLive(entry)) return next()
    const { poll, slug } = entry.card
    if (poll === null) return refuse(c, 'Bài này không có thăm dò ý kiến.', 404)
    switch (pollState(poll, parts.environment.now())) {
      case 'not-yet':
        return refuse(c, 'Thăm dò này chưa mở.', 409)
      case 'closed':
        return refuse(c, 'Thăm dò này đã đóng nên không nhận thêm ý kiến.', 409)
      case 'open':
    }
    const { choice } = await c.req.parseBody()
    if (!poll.choices.some(known => known.choice === choice) || typeof choice !== 'string') {
      return refuse(c, 'Chọn một trong các ý kiến rồi gửi lại.', 422)
    }
    const known = voterOf(c)
    // Who voted before changes nothing, so only new voters are counted.
    const admitted =
      (known !== undefined && parts.votes.hasVoted(entry.article, known)) ||
      parts.voteLimit.admit(entry.article, callerAddress(c))
    if (typeof admitted === 'object') {
      c.header('Retry-After', String(Math.ceil(admitted.waitMs / 1_000)))
      return refuse(c, tooMany(admitted.waitMs), 429)
    }
    const voter = known ?? newId(parts.environment)
    await parts.votes.cast(entry.article, choice, voter, instantNow(parts.environment))
    setCookie(c, cookieName(c), voter, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: new URL(originOf(parts, c)).protocol === 'https:',
      maxAge: voterKept.days * 86_400,
    })
    return c.redirect(`${articlePath(slug)}#ket-qua`, 303)
  })

  function refuse(c: Context, reason: string, status: 404 | 409 | 422 | 429): Response | Promise<Response> {
    return c.html(refusedVotePage(siteView(parts), reason), status)
  }
}

function tooMany(waitMs: number): string {
  const minutes = Math.ceil(waitMs / 60_000)
  return `Có quá nhiều ý kiến gửi từ cùng một nơi. Chờ ${minutes} phút rồi gửi lại.`
}

export function voterOf(c: Context): string | undefined {
  const voter = getCookie(c, cookieName(c))
  return voter !== undefined && /^[a-z2-7]{26}$/.test(voter) ? voter : undefined
}

/** Browsers share cookies among all ports of a machine, and several portals may run on one. */
function cookieName(c: Context): string {
  const { port } = new URL(c.req.url)
  return port === '' ? 'y-kien' : `y-kien-${port}`
}
