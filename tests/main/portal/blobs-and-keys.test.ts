import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import {
  attachment,
  createReviewer,
  publishRequestOf,
  sealArticle,
  sha256,
} from '#tests/support/sealed-article'
import { openTestPortal } from '#tests/support/test-portal'

async function refusal(response: Response) {
  return { status: response.status, ...(await response.json()) }
}

describe('a blob', () => {
  it('is kept once its bytes have their name, and HEAD says so', async () => {
    const portal = await openTestPortal()
    const bytes = Buffer.from('ảnh chợ quê')
    const hash = sha256(bytes)
    expect((await portal.call('HEAD', `/blobs/${hash}`)).status).toBe(404)
    const put = await portal.call('PUT', `/blobs/${hash}`, { body: Uint8Array.from(bytes) })
    expect(await put.json()).toEqual({ hash, size: bytes.length })
    expect((await portal.call('HEAD', `/blobs/${hash}`)).status).toBe(200)
    await portal.restart()
    expect((await portal.call('HEAD', `/blobs/${hash}`)).status).toBe(200)
  })

  it('sent again is content', async () => {
    const portal = await openTestPortal()
    const hash = await portal.putBlob(Buffer.from('một'))
    expect(await portal.putBlob(Buffer.from('một'))).toBe(hash)
  })

  it('with other bytes than its name says is a blob-mismatch and not kept under it', async () => {
    const portal = await openTestPortal()
    const hash = sha256('một')
    const body = Uint8Array.from(Buffer.from('hai'))
    expect(await refusal(await portal.call('PUT', `/blobs/${hash}`, { body }))).toMatchObject({
      status: 422,
      code: 'blob-mismatch',
    })
    expect((await portal.call('HEAD', `/blobs/${hash}`)).status).toBe(404)
  })

  it('bigger than the cap is too-large whether it says its length or not, and leaves nothing', async () => {
    const portal = await openTestPortal({ limits: { blobBytes: 10, articleBytes: 1_000_000 } })
    const bytes = Buffer.from('x'.repeat(11))
    const path = `/blobs/${sha256(bytes)}`
    const body = Uint8Array.from(bytes)
    const tooLarge = { status: 413, code: 'too-large' }
    expect(await refusal(await portal.call('PUT', path, { body }))).toMatchObject(tooLarge)
    const headers = { 'content-length': '11' }
    expect(await refusal(await portal.call('PUT', path, { body, headers }))).toMatchObject(tooLarge)
    expect(await readdir(join(portal.dataDir, 'blobs', 'temporary'))).toEqual([])
  })

  it('cut off on the way is malformed and leaves nothing', async () => {
    const portal = await openTestPortal()
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from('nửa'))
        controller.error(new Error('connection lost'))
      },
    })
    const answer = await portal.portal.fetch(
      new Request(`http://127.0.0.1/api/v1/blobs/${sha256('nửa')}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${portal.portal.credentials.publishToken}` },
        body,
        duplex: 'half',
      } as RequestInit),
    )
    expect(await refusal(answer)).toMatchObject({ status: 400, code: 'malformed' })
    expect(await readdir(join(portal.dataDir, 'blobs', 'temporary'))).toEqual([])
  })

  it('goes when it is asked to, but not from under a text that is being taken', async () => {
    const files = nodeFiles()
    let letGo: () => void = () => {}
    const held = new Promise<void>(resolve => {
      letGo = resolve
    })
    let taken: () => void = () => {}
    const isTaken = new Promise<void>(resolve => {
      taken = resolve
    })
    const portal = await openTestPortal({
      files: {
        ...files,
        open: async (path, mode) => {
          const file = await files.open(path, mode)
          if (!path.endsWith('requests.log')) return file
          return {
            ...file,
            write: (data, position) => {
              taken()
              return held.then(() => file.write(data, position))
            },
          }
        },
      },
    })
    const spare = await portal.putBlob(Buffer.from('mục thử'))
    expect(await (await portal.call('DELETE', `/blobs/${spare}`)).json()).toEqual({ hash: spare, size: 11 })
    expect((await portal.call('HEAD', `/blobs/${spare}`)).status).toBe(404)

    const needed = await portal.putBlob(Buffer.from('%PDF-1.4'))
    const publishing = portal.publish({ body: [attachment(needed, 'tep.pdf', 'application/pdf')] })
    await isTaken
    const removing = portal.call('DELETE', `/blobs/${needed}`)
    const first = Promise.race([removing, new Promise(resolve => setTimeout(resolve, 300, 'waits'))])
    expect(await first).toBe('waits')
    letGo()
    await publishing
    expect(await refusal(await removing)).toMatchObject({ status: 409, code: 'blob-in-use' })
    expect((await portal.get(`/blob/${needed}`)).status).toBe(200)
  })

  it('with a name that is no hash is malformed', async () => {
    const portal = await openTestPortal()
    const answer = await portal.call('PUT', '/blobs/..%2f..%2fx', { body: 'a' })
    expect(await refusal(answer)).toMatchObject({ status: 400, code: 'malformed' })
  })
})

describe('a reviewer’s key', () => {
  it('is registered by the administrator only', async () => {
    const portal = await openTestPortal()
    const { kid, registration } = await createReviewer()
    const body = JSON.stringify(registration)
    expect((await portal.call('PUT', `/keys/${kid}`, { body })).status).toBe(401)
    expect((await portal.call('DELETE', `/keys/${kid}`)).status).toBe(401)
  })

  it('is kept over a restart, and the same again is content', async () => {
    const portal = await openTestPortal()
    const reviewer = await createReviewer()
    const first = await (await portal.register(reviewer)).json()
    expect(first).toMatchObject({ kid: reviewer.kid, ...reviewer.registration, retiredAt: null })
    await portal.restart()
    expect(await (await portal.register(reviewer)).json()).toEqual(first)
  })

  it('cannot be exchanged under its kid: key-taken', async () => {
    const portal = await openTestPortal()
    const other = { ...(await createReviewer()), kid: portal.reviewer.kid }
    expect(await refusal(await portal.register(other))).toMatchObject({ status: 409, code: 'key-taken' })
  })

  it('cannot come back once retired', async () => {
    const portal = await openTestPortal()
    const token = portal.portal.credentials.adminToken
    const retired = await portal.call('DELETE', `/keys/${portal.reviewer.kid}`, { token })
    expect((await retired.json()).retiredAt).toBe('2026-11-22T03:00:00.000Z')
    expect(await refusal(await portal.register(portal.reviewer))).toMatchObject({ code: 'key-taken' })
    const unknown = await portal.call('DELETE', '/keys/never-was-here', { token })
    expect(await refusal(unknown)).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('that is no point of the curve is malformed', async () => {
    const portal = await openTestPortal()
    const reviewer = await createReviewer()
    const publicJwk = { ...reviewer.registration.publicJwk, x: '!'.repeat(43) }
    const answer = await portal.register({
      ...reviewer,
      registration: { ...reviewer.registration, publicJwk },
    })
    expect(await refusal(answer)).toMatchObject({ status: 400, code: 'malformed' })
  })

  it('signs only what it is registered for', async () => {
    const portal = await openTestPortal()
    const reviewer = await createReviewer()
    const registration = { ...reviewer.registration, uses: ['urgent' as const] }
    expect((await portal.register({ ...reviewer, registration })).status).toBe(200)
    const sealed = await sealArticle(reviewer, {})
    const answer = await refusal(await portal.put(sealed.article, 1, publishRequestOf(sealed)))
    expect(answer).toMatchObject({ status: 422, code: 'seal-key-unknown' })
    expect(answer.message).toContain('chưa cho khóa này ký phê duyệt')
    await portal.register({ ...reviewer, registration: { ...registration, uses: ['approve', 'urgent'] } })
    expect((await portal.put(sealed.article, 1, publishRequestOf(sealed))).status).toBe(200)
  })

  it('of a sample account is refused by a real portal', async () => {
    const portal = await openTestPortal({ acceptDemoKeys: false })
    expect(await refusal(await portal.register(portal.reviewer))).toMatchObject({
      status: 403,
      code: 'demo-key-refused',
    })
    expect((await portal.register(await createReviewer(false))).status).toBe(200)
  })
})

describe('the data folder', () => {
  it('gets random tokens in a private file at the first start and keeps them', async () => {
    const portal = await openTestPortal()
    const { credentials } = portal.portal
    expect(credentials.publishToken).not.toBe(credentials.adminToken)
    expect((await stat(join(portal.dataDir, 'credentials.json'))).mode & 0o777).toBe(0o600)
    await portal.restart()
    expect(portal.portal.credentials).toEqual(credentials)
  })

  it('takes tokens given by its starter before its own', async () => {
    const publishToken = 'a-token-of-the-parent'
    const portal = await openTestPortal({ credentials: { publishToken } })
    expect((await portal.call('GET', '/articles', { token: publishToken })).status).toBe(200)
  })

  it('belongs to one process at a time', async () => {
    const portal = await openTestPortal()
    await expect(openTestPortal({ dataDir: portal.dataDir })).rejects.toThrow('đang được tiến trình khác')
  })

  it('keeps the categories it was given', async () => {
    const portal = await openTestPortal()
    await portal.portal.close()
    const categories = [{ id: 'mot', name: 'Một' }]
    const given = await openTestPortal({ dataDir: portal.dataDir, categories })
    await given.portal.close()
    const later = await openTestPortal({ dataDir: portal.dataDir })
    const description = await (await later.call('GET', '/', { token: null })).json()
    expect(description.categories).toEqual(categories)
  })
})
