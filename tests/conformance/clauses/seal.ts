import assert from 'node:assert/strict'
import type { PublishRequest } from '#common/api/portal-api'
import { accountId, articleId } from '#common/domain/ids'
import {
  createReviewer,
  publishRequestOf,
  type SealChanges,
  sealArticle,
  testId,
} from '#tests/support/sealed-article'
import type { Clause } from '../clause'
import { accepted, refusedAs, type Scene } from '../scene'

/** Nothing of these may be taken: the first decision about an article, refused as an invalid seal. */
async function refused(scene: Scene, article: string, request: PublishRequest, what: string): Promise<void> {
  const answer = await scene.put(article, 1, request, null)
  assert.equal(answer.status, 422, `${what}: answered ${answer.status}`)
  await refusedAs(answer, 422, 'seal-invalid', 'seal-key-unknown')
  assert.equal(await scene.held(article), null, `${what}: something was kept`)
}

function sealClause(id: string, promise: string, changes: (scene: Scene) => SealChanges[]): Clause {
  return {
    id,
    promise,
    async holds(scene) {
      for (const change of changes(scene)) {
        const sealed = await scene.seal({}, change)
        await refused(scene, sealed.article, publishRequestOf(sealed), JSON.stringify(change))
      }
    },
  }
}

export const sealClauses: readonly Clause[] = [
  {
    id: 'seal.bytes',
    promise: 'one letter changed in the revision or the HTML, and the text is refused',
    async holds(scene) {
      const sealed = await scene.seal()
      const request = publishRequestOf(sealed)
      const spoiled = [
        { ...request, revision: request.revision.replace('40 hộ', '41 hộ') },
        { ...request, html: request.html.replace('40 hộ', '41 hộ') },
        { ...request, html: `${request.html}\n` },
      ]
      for (const one of spoiled) await refused(scene, sealed.article, one, 'changed after approval')
      await accepted(await scene.put(sealed.article, 1, request, null))
    },
  },
  sealClause('seal.article', 'a seal of another article is refused', () => [
    { payload: { article: articleId.parse(testId()) } },
  ]),
  sealClause(
    'seal.reviewer',
    'the reviewer is the one the key belongs to, and no author of the text',
    ({ reviewer }) => [
      { payload: { reviewer: accountId.parse(testId()) } },
      { payload: { authors: [accountId.parse(testId()), reviewer.account] } },
    ],
  ),
  sealClause('seal.header', 'the header is exactly alg, typ and kid', ({ reviewer }) => [
    { header: { typ: 'JWT' } },
    { header: { typ: undefined } },
    { header: { jwk: reviewer.registration.publicJwk } },
    { header: { jku: 'https://keys.example/jwks.json' } },
    { header: { x5u: 'https://keys.example/cert.pem' } },
    { header: { kid: 'key-nobody-has' } },
  ]),
  {
    id: 'seal.signature',
    promise: 'alg none, no signature, and the signature of another key are refused',
    async holds(scene) {
      const stranger = await createReviewer()
      const impostor = await sealArticle(
        { ...stranger, account: scene.reviewer.account, kid: scene.reviewer.kid },
        { fields: { category: scene.description.categories[0]?.id } },
      )
      await refused(scene, impostor.article, publishRequestOf(impostor), 'signed by another key')
      const sealed = await scene.seal()
      const [header = '', payload = ''] = sealed.seal.split('.')
      const none = Buffer.from(
        JSON.stringify({ alg: 'none', typ: 'toa-soan-seal+jws', kid: scene.reviewer.kid }),
      )
      for (const seal of [`${header}.${payload}.`, `${none.toString('base64url')}.${payload}.`])
        await refused(scene, sealed.article, { ...publishRequestOf(sealed), seal }, 'not signed')
    },
  },
  {
    id: 'seal.retired',
    promise: 'a retired key seals nothing any more, and cannot come back',
    async holds(scene) {
      const { target } = scene
      const leaving = await createReviewer(scene.description.acceptsDemoKeys)
      const enter = (): Promise<Response> =>
        target.call('PUT', `/keys/${leaving.kid}`, {
          body: JSON.stringify(leaving.registration),
          token: target.adminToken,
        })
      assert.equal((await enter()).status, 200, 'entering a key')
      const gone = await target.call('DELETE', `/keys/${leaving.kid}`, { token: target.adminToken })
      assert.equal(gone.status, 200, 'retiring a key')
      const sealed = await sealArticle(leaving, { fields: { category: scene.description.categories[0]?.id } })
      await refused(scene, sealed.article, publishRequestOf(sealed), 'sealed by a retired key')
      await refusedAs(await enter(), 409, 'key-taken')
    },
  },
]
