import type { Hono, MiddlewareHandler } from 'hono'
import { blobHash } from '#common/domain/ids'
import { BlobError } from '#main/store/blobs/blob-store'
import { refused } from '../articles/refusal'
import type { PortalParts } from '../portal-parts'
import { check, sendProblem } from './answer'

export function blobsRoutes(
  app: Hono,
  { blobs, description }: PortalParts,
  publisher: MiddlewareHandler,
): void {
  const { blobBytes } = description.limits
  const tooLarge = refused('too-large', `Tệp lớn hơn mức cổng nhận (${blobBytes} byte).`)

  // HEAD is answered by this too, without the body.
  app.get('/blobs/:hash', publisher, async c => {
    const hash = check(c.req.param('hash'), blobHash)
    if (!hash.ok) return sendProblem(c, hash.problem)
    const size = await blobs.size(hash.value)
    if (size === null) return sendProblem(c, refused('not-found', 'Cổng chưa có tệp này.').problem)
    return c.json({ hash: hash.value, size })
  })

  app.put('/blobs/:hash', publisher, async c => {
    const hash = check(c.req.param('hash'), blobHash)
    if (!hash.ok) return sendProblem(c, hash.problem)
    if (Number(c.req.header('content-length') ?? 0) > blobBytes) return sendProblem(c, tooLarge.problem)
    try {
      const stored = await blobs.put(c.req.raw.body ?? nothing(), blobBytes)
      if (stored.hash === hash.value) return c.json(stored)
      return sendProblem(c, refused('blob-mismatch', 'Tệp đến nơi không khớp mã băm; gửi lại.').problem)
    } catch (error) {
      if (!(error instanceof BlobError)) {
        return sendProblem(c, refused('malformed', 'Tệp bị đứt giữa chừng; gửi lại.').problem)
      }
      if (error.kind === 'too-large') return sendProblem(c, tooLarge.problem)
      throw error
    }
  })
}

async function* nothing(): AsyncIterable<Uint8Array> {}
