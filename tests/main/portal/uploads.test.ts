import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import { sha256 } from '#tests/support/sealed-article'
import { openTestPortal, type TestPortal } from '#tests/support/test-portal'
import { type Fault, type FileOperation, watchedFiles } from '#tests/support/watched-files'

const bytes = randomBytes(200_000)
const path = `/blobs/${sha256(bytes)}`

function patch(portal: TestPortal, from: number, body: BodyInit | null, complete = false): Promise<Response> {
  const headers = {
    authorization: `Bearer ${portal.portal.credentials.publishToken}`,
    'content-type': 'application/partial-upload',
    'upload-offset': String(from),
    ...(complete && { 'upload-complete': '?1' }),
  }
  const request = { method: 'PATCH', headers, body, duplex: 'half' } as RequestInit
  return portal.portal.fetch(new Request(`http://127.0.0.1/api/v1${path}`, request))
}

async function held(portal: TestPortal): Promise<string | null> {
  return (await portal.call('HEAD', path)).headers.get('upload-offset')
}

/** Sends what `feed` is given until it is told to break or to end. */
function handFed() {
  let control: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      control = controller
    },
  })
  return { body, feed: (part: Uint8Array) => control?.enqueue(part), break: () => control?.error('cut') }
}

describe('a file that is cut off on its way', () => {
  it('goes on where it was, and is stored as if it had come at once', async () => {
    const portal = await openTestPortal()
    const line = handFed()
    const first = patch(portal, 0, line.body, true)
    line.feed(bytes.subarray(0, 70_000))
    line.feed(bytes.subarray(70_000, 130_000))
    await expect.poll(() => held(portal)).toBe('130000')
    line.break()
    expect((await first).status).toBe(400)
    const rest = await patch(portal, 130_000, bytes.subarray(130_000), true)
    expect(await rest.json()).toEqual({ hash: sha256(bytes), size: bytes.length })
    expect((await portal.call('HEAD', path)).status).toBe(200)
    // The answer may have been lost: asked to take the rest once more, it says that all is here.
    expect((await patch(portal, 130_000, bytes.subarray(130_000), true)).status).toBe(200)
  })

  it('ends the request that still hangs in a dead connection when another one comes', async () => {
    const portal = await openTestPortal()
    const dead = handFed()
    const hanging = patch(portal, 0, dead.body, true)
    dead.feed(bytes.subarray(0, 50_000))
    await expect.poll(() => held(portal)).toBe('50000')
    const elsewhere = await patch(portal, 0, bytes, true)
    expect([elsewhere.status, elsewhere.headers.get('upload-offset')]).toEqual([409, '50000'])
    expect((await hanging).status).toBe(400)
    expect((await patch(portal, 50_000, bytes.subarray(50_000), true)).status).toBe(200)
  })

  it('of which other bytes came is refused, forgotten, and can come anew', async () => {
    const portal = await openTestPortal()
    await patch(portal, 0, randomBytes(1_000))
    const answer = await patch(portal, 1_000, bytes.subarray(1_000), true)
    expect([answer.status, (await answer.json()).code]).toEqual([422, 'blob-mismatch'])
    expect(await held(portal)).toBe('0')
    expect((await patch(portal, 0, bytes, true)).status).toBe(200)
  })

  it('is told when it grows too large, and forgotten', async () => {
    const portal = await openTestPortal({ limits: { blobBytes: 100_000, articleBytes: 1_000_000 } })
    expect((await patch(portal, 0, bytes.subarray(0, 90_000))).status).toBe(204)
    const answer = await patch(portal, 90_000, bytes.subarray(90_000), true)
    expect([answer.status, (await answer.json()).code]).toEqual([413, 'too-large'])
    expect(await held(portal)).toBe('0')
  })

  it('is forgotten when the portal starts again', async () => {
    const portal = await openTestPortal()
    await patch(portal, 0, bytes.subarray(0, 90_000))
    expect(await held(portal)).toBe('90000')
    await portal.restart()
    expect(await held(portal)).toBe('0')
  })

  it('without a place to go on from is malformed', async () => {
    const portal = await openTestPortal()
    const answer = await portal.call('PATCH', path, { body: 'a', headers: { 'upload-offset': '-1' } })
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'malformed'])
  })

  it('on a full disk is told to wait, and loses nothing of what was kept', async () => {
    let fault: Fault | undefined
    const watch = ({ path: file, kind }: FileOperation): Fault | undefined =>
      file.includes('uploads') && kind === 'write' ? fault : undefined
    const portal = await openTestPortal({ files: watchedFiles(nodeFiles(), watch) })
    await patch(portal, 0, bytes.subarray(0, 90_000))
    fault = { code: 'ENOSPC' }
    expect((await patch(portal, 90_000, bytes.subarray(90_000), true)).status).toBe(503)
    fault = undefined
    expect(await held(portal)).toBe('90000')
    expect((await patch(portal, 90_000, bytes.subarray(90_000), true)).status).toBe(200)
  })
})
