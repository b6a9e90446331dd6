import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { storedBlob } from '#common/api/portal-api'
import { attachment, publishRequestOf, sha256 } from '#tests/support/sealed-article'
import type { Clause } from '../clause'
import { accepted, refusedAs } from '../scene'

export const blobClauses: readonly Clause[] = [
  {
    id: 'blob.stored',
    promise:
      'a blob is answered with its hash and size, and is there afterwards; sending it again is no error',
    async holds({ target }) {
      const bytes = randomBytes(70_000)
      const path = `/blobs/${sha256(bytes)}`
      assert.equal((await target.call('HEAD', path)).status, 404, 'HEAD before it was sent')
      for (const time of ['first', 'second']) {
        const answer = await target.call('PUT', path, { body: Uint8Array.from(bytes) })
        assert.equal(answer.status, 200, `the ${time} PUT answered ${answer.status}`)
        assert.deepEqual(storedBlob.parse(await answer.json()), { hash: sha256(bytes), size: bytes.length })
      }
      assert.equal((await target.call('HEAD', path)).status, 200, 'HEAD after it was sent')
    },
  },
  {
    id: 'blob.mismatch',
    promise: 'bytes of another hash are refused, and not kept under that name',
    async holds({ target }) {
      const path = `/blobs/${sha256(randomBytes(20))}`
      await refusedAs(await target.call('PUT', path, { body: randomBytes(500) }), 422, 'blob-mismatch')
      assert.equal((await target.call('HEAD', path)).status, 404)
    },
  },
  {
    id: 'blob.resumed',
    promise:
      'a portal that answers HEAD with Upload-Offset takes the rest from there, and says so to whoever is elsewhere',
    async holds({ target }) {
      const bytes = Uint8Array.from(randomBytes(90_000))
      const path = `/blobs/${sha256(bytes)}`
      const offset = async () => (await target.call('HEAD', path)).headers.get('upload-offset')
      const patch = (from: number, to: number) =>
        target.call('PATCH', path, {
          body: bytes.slice(from, to),
          headers: {
            'content-type': 'application/partial-upload',
            'upload-offset': String(from),
            ...(to === bytes.length && { 'upload-complete': '?1' }),
          },
        })
      // A portal may take files only whole.
      if ((await offset()) === null) return
      assert.equal(await offset(), '0', 'Upload-Offset before anything was sent')
      assert.equal((await patch(0, 30_000)).status, 204, 'a part')
      assert.equal(await offset(), '30000', 'Upload-Offset after a part')
      const elsewhere = await patch(60_000, bytes.length)
      assert.equal(elsewhere.headers.get('upload-offset'), '30000', 'Upload-Offset for who is elsewhere')
      await refusedAs(elsewhere, 409, 'upload-offset')
      const rest = await patch(30_000, bytes.length)
      assert.equal(rest.status, 200, `the rest was answered ${rest.status}`)
      assert.deepEqual(storedBlob.parse(await rest.json()), { hash: sha256(bytes), size: bytes.length })
      assert.equal((await target.call('HEAD', path)).status, 200, 'HEAD after all was sent')
    },
  },
  {
    id: 'blob.missing',
    promise:
      'a text whose files have not arrived is refused with exactly the missing ones, and taken once they have',
    async holds(scene) {
      const here = await scene.store(randomBytes(900))
      const later = randomBytes(800)
      const body = [
        attachment(here, 'co-san.pdf', 'application/pdf'),
        attachment(sha256(later), 'den-sau.pdf', 'application/pdf'),
      ]
      const sealed = await scene.seal({ body })
      const request = publishRequestOf(sealed)
      const error = await refusedAs(await scene.put(sealed.article, 1, request, null), 409, 'blob-missing')
      assert.deepEqual(error.missing, [sha256(later)])
      assert.equal(await scene.held(sealed.article), null, 'a refused decision left something behind')
      await scene.store(later)
      await accepted(await scene.put(sealed.article, 1, request, null))
    },
  },
  {
    id: 'blob.removed',
    promise: 'a blob goes when it is asked to go, and one that readers see stays',
    async holds(scene) {
      const { target } = scene
      const spare = `/blobs/${await scene.store(randomBytes(1_024))}`
      assert.equal((await target.call('DELETE', spare, { token: null })).status, 401, 'without a token')
      assert.equal((await target.call('DELETE', spare)).status, 200)
      assert.equal((await target.call('HEAD', spare)).status, 404, 'HEAD after it was removed')
      await refusedAs(await target.call('DELETE', spare), 404, 'not-found')
      const hash = await scene.store(randomBytes(1_024))
      await scene.publish({ body: [attachment(hash, 'tep-thu.bin', 'application/octet-stream')] })
      await refusedAs(await target.call('DELETE', `/blobs/${hash}`), 409, 'blob-in-use')
      assert.equal((await target.read(`/blob/${hash}`)).status, 200, 'a file readers see')
    },
  },
  {
    id: 'blob.readers',
    promise: 'readers get files of a visible article byte for byte, and no others',
    async holds(scene) {
      const bytes = randomBytes(40_000)
      const hash = await scene.store(bytes)
      assert.equal(
        (await scene.target.read(`/blob/${hash}`)).status,
        404,
        'shown before any article shows it',
      )
      await scene.publish({ body: [attachment(hash, 'tep-thu.bin', 'application/octet-stream')] })
      const answer = await scene.target.read(`/blob/${hash}`)
      assert.equal(answer.status, 200)
      assert.equal(sha256(new Uint8Array(await answer.arrayBuffer())), hash)
    },
  },
]
