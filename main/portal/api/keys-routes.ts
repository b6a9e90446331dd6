import type { Hono, MiddlewareHandler } from 'hono'
import { registeredKey, registerKeyRequest } from '#common/api/portal-api'
import { instantNow } from '#common/domain/environment'
import type { PortalParts } from '../portal-parts'
import { check, readBody, send, sendProblem } from './answer'

export function keysRoutes(app: Hono, parts: PortalParts, administrator: MiddlewareHandler): void {
  const { keys } = parts

  app.put('/keys/:kid', administrator, async c => {
    const kid = check(c.req.param('kid'), registeredKey.shape.kid)
    if (!kid.ok) return sendProblem(c, kid.problem)
    const request = await readBody(c, registerKeyRequest)
    if (!request.ok) return sendProblem(c, request.problem)
    return send(c, await keys.register(kid.value, request.value, instantNow(parts.environment)))
  })

  app.delete('/keys/:kid', administrator, async c =>
    send(c, await keys.retire(c.req.param('kid'), instantNow(parts.environment))),
  )
}
