import type { Hono, MiddlewareHandler } from 'hono'
import { type HeldCheckpointList, keepCheckpointRequest } from '#common/api/portal-api'
import { instantNow } from '#common/domain/environment'
import { workspaceId } from '#common/domain/ids'
import type { PortalParts } from '../portal-parts'
import { check, readBody, send, sendProblem } from './answer'

export function checkpointsRoutes(app: Hono, parts: PortalParts, publisher: MiddlewareHandler): void {
  const { checkpoints } = parts

  app.put('/checkpoints', publisher, async c => {
    const request = await readBody(c, keepCheckpointRequest)
    if (!request.ok) return sendProblem(c, request.problem)
    return send(c, await checkpoints.keep(request.value.checkpoint, instantNow(parts.environment)))
  })

  app.get('/checkpoints/:workspace', publisher, c => {
    const workspace = check(c.req.param('workspace'), workspaceId)
    if (!workspace.ok) return sendProblem(c, workspace.problem)
    const list: HeldCheckpointList = { checkpoints: [...checkpoints.of(workspace.value)] }
    return c.json(list)
  })
}
