import assert from 'node:assert/strict'
import { portalDescription } from '#common/api/portal-api'
import type { Clause } from '../clause'
import { refusedAs } from '../scene'

export const descriptionClauses: readonly Clause[] = [
  {
    id: 'description.open',
    promise: 'GET / says what the portal is, to anyone',
    async holds({ target }) {
      const answer = await target.call('GET', '/', { token: null })
      assert.equal(answer.status, 200)
      const { limits } = portalDescription.parse(await answer.json())
      assert.ok(limits.articleBytes >= 1_000_000, 'articles of 1 MB must fit')
      assert.ok(limits.blobBytes >= 5_000_000, 'pictures of 5 MB must fit')
    },
  },
  {
    id: 'description.openapi',
    promise: 'GET /openapi.json is an OpenAPI 3.1 document that names every call',
    async holds({ target }) {
      const answer = await target.call('GET', '/openapi.json', { token: null })
      assert.equal(answer.status, 200)
      const { openapi, paths } = await answer.json()
      assert.match(openapi, /^3\.1\./)
      for (const path of ['/articles/{article}/publications/{sequence}', '/blobs/{hash}', '/batch'])
        assert.ok(path in paths, `${path} is not described`)
    },
  },
  {
    id: 'token.missing',
    promise: 'without the token nothing is told and nothing is taken',
    async holds({ target }) {
      for (const token of [null, 'not-the-token-of-this-portal']) {
        await refusedAs(await target.call('GET', '/articles', { token }), 401, 'unauthorised')
        await refusedAs(
          await target.call('POST', '/batch', { token, body: JSON.stringify({ items: [] }) }),
          401,
          'unauthorised',
        )
      }
    },
  },
  {
    id: 'token.rights',
    promise: 'the publish token enters no keys',
    async holds({ target, reviewer }) {
      const answer = await target.call('PUT', `/keys/${reviewer.kid}x`, {
        body: JSON.stringify(reviewer.registration),
      })
      await refusedAs(answer, 401, 'unauthorised')
    },
  },
]
