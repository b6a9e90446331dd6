import type { Context, Hono, MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { type BlobHash, blobHash } from '#common/domain/ids'
import { BlobError } from '#main/store/blobs/blob-store'
import { refused } from '../articles/refusal'
import type { PortalParts } from '../portal-parts'
import { createTurns } from '../storage/turns'
import { check, sendProblem } from './answer'

/** Where an upload goes on, in bytes; a portal that answers a HEAD with it takes the rest by PATCH. */
const offsetHeader = 'Upload-Offset'
const offsetOf = z.coerce.number().pipe(z.int().nonnegative())

export function blobsRoutes(
  app: Hono,
  { blobs, uploads, desk, description }: PortalParts,
  publisher: MiddlewareHandler,
): void {
  const { blobBytes } = description.limits
  const tooLarge = refused('too-large', `Tệp lớn hơn mức cổng nhận (${blobBytes} byte).`)
  const mismatch = refused('blob-mismatch', 'Tệp đến nơi không khớp mã băm; gửi lại.')
  const cut = refused('malformed', 'Tệp bị đứt giữa chừng; gửi lại.')

  const finishing = createTurns()

  // HEAD is answered by this too, without the body.
  app.get('/blobs/:hash', publisher, async c => {
    const hash = check(c.req.param('hash'), blobHash)
    if (!hash.ok) return sendProblem(c, hash.problem)
    const size = await blobs.size(hash.value)
    if (size !== null) return c.json({ hash: hash.value, size })
    c.header(offsetHeader, String(uploads.held(hash.value)))
    return sendProblem(c, refused('not-found', 'Cổng chưa có tệp này.').problem)
  })

  app.put('/blobs/:hash', publisher, async c => {
    const hash = check(c.req.param('hash'), blobHash)
    if (!hash.ok) return sendProblem(c, hash.problem)
    if (Number(c.req.header('content-length') ?? 0) > blobBytes) return sendProblem(c, tooLarge.problem)
    try {
      const stored = await blobs.put(c.req.raw.body ?? nothing(), blobBytes)
      if (stored.hash === hash.value) await uploads.forget(hash.value)
      return stored.hash === hash.value ? c.json(stored) : sendProblem(c, mismatch.problem)
    } catch (error) {
      if (!(error instanceof BlobError)) return sendProblem(c, cut.problem)
      if (error.kind === 'too-large') return sendProblem(c, tooLarge.problem)
      throw error
    }
  })

  app.patch('/blobs/:hash', publisher, async c => {
    const hash = check(c.req.param('hash'), blobHash)
    if (!hash.ok) return sendProblem(c, hash.problem)
    const offset = check(c.req.header(offsetHeader), offsetOf)
    if (!offset.ok) return sendProblem(c, offset.problem)
    const size = await blobs.size(hash.value)
    if (size !== null) return c.json({ hash: hash.value, size })
    const appended = await uploads.append(hash.value, offset.value, c.req.raw.body, blobBytes)
    if (appended.kind === 'too-large') {
      await uploads.forget(hash.value)
      return sendProblem(c, tooLarge.problem)
    }
    c.header(offsetHeader, String(appended.held))
    switch (appended.kind) {
      case 'elsewhere':
        return sendProblem(
          c,
          refused('upload-offset', `Cổng đang giữ ${appended.held} byte của tệp này.`).problem,
        )
      case 'cut':
        return sendProblem(c, cut.problem)
      case 'kept':
        return c.req.header('Upload-Complete') === '?1' ? finish(c, hash.value) : c.body(null, 204)
    }
  })

  app.delete('/blobs/:hash', publisher, async c => {
    const hash = check(c.req.param('hash'), blobHash)
    if (!hash.ok) return sendProblem(c, hash.problem)
    await uploads.forget(hash.value)
    const size = await blobs.size(hash.value)
    if (size === null) return sendProblem(c, refused('not-found', 'Cổng chưa có tệp này.').problem)
    const withdrawn = await desk.withdrawBlob(hash.value, () => blobs.remove(hash.value))
    return withdrawn
      ? c.json({ hash: hash.value, size })
      : sendProblem(c, refused('blob-in-use', 'Bài đang hiện trên cổng dùng tệp này.').problem)
  })

  /** All of it is here: what was kept becomes a blob as if it had come at once. Who was impatient and asks again waits for it. */
  function finish(c: Context, hash: BlobHash): Promise<Response> {
    return finishing(hash, async () => {
      const size = await blobs.size(hash)
      if (size !== null) return c.json({ hash, size })
      const whole = uploads.held(hash) === 0 ? nothing() : uploads.stream(hash)
      const stored = await blobs.put(whole, blobBytes)
      await uploads.forget(hash)
      if (stored.hash === hash) return c.json(stored)
      c.header(offsetHeader, '0')
      return sendProblem(c, mismatch.problem)
    })
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}
