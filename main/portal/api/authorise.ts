import type { MiddlewareHandler } from 'hono'
import { sameToken } from '#main/store/lock/control-token'
import { sendProblem } from './answer'

/** Lets pass who sends `Authorization: Bearer` with this token. */
export function authorise(token: string): MiddlewareHandler {
  return async (c, next) => {
    const offered = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (offered !== undefined && sameToken(offered, token)) return next()
    return sendProblem(c, { code: 'unauthorised', message: 'Mã truy cập thiếu hoặc không đúng.' })
  }
}
