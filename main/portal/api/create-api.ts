import { Hono } from 'hono'
import { BlobError } from '#main/store/blobs/blob-store'
import { refused } from '../articles/refusal'
import type { PortalParts } from '../portal-parts'
import { LogBroken } from '../storage/append-log'
import { sendProblem } from './answer'
import { articlesRoutes } from './articles-routes'
import { authorise } from './authorise'
import { blobsRoutes } from './blobs-routes'
import { checkpointsRoutes } from './checkpoints-routes'
import { keysRoutes } from './keys-routes'
import { openApiDocument } from './openapi'

/** The publishing API (docs/portal-api.md), to be mounted under `/api/v1`. */
export function createApi(parts: PortalParts): Hono {
  const app = new Hono()
  const publisher = authorise(parts.credentials.publishToken)
  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })
  app.get('/', c => c.json(parts.description))
  app.get('/openapi.json', c => c.json(openApiDocument(parts.description.name)))
  articlesRoutes(app, parts, publisher)
  blobsRoutes(app, parts, publisher)
  checkpointsRoutes(app, parts, publisher)
  keysRoutes(app, parts, authorise(parts.credentials.adminToken))
  app.all('*', c => sendProblem(c, refused('not-found', 'Cổng không có địa chỉ này.').problem))
  app.onError((error, c) => {
    parts.report(error)
    const disk = error instanceof LogBroken || error instanceof BlobError
    const message = disk
      ? 'Ổ đĩa của cổng không ghi được. Chưa có gì thay đổi; quản trị cổng cần xem lại ổ đĩa rồi khởi động lại.'
      : 'Cổng gặp lỗi khi xử lý. Thử lại sau.'
    return c.json(refused('unavailable', message).problem, disk ? 503 : 500)
  })
  return app
}
