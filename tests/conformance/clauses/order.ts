import assert from 'node:assert/strict'
import { batchAnswer, type PublishRequest } from '#common/api/portal-api'
import { publishRequestOf, type SealedArticle } from '#tests/support/sealed-article'
import type { Clause } from '../clause'
import { accepted, refusedAs, type Scene } from '../scene'

/** Another text for the same article. */
async function next(scene: Scene, { article }: SealedArticle): Promise<PublishRequest> {
  return publishRequestOf(await scene.seal({ article, headline: 'Bài thử của bộ kiểm tra, bản sau' }))
}

export const orderClauses: readonly Clause[] = [
  {
    id: 'order.first',
    promise: 'the first decision is taken with If-None-Match: *, and found again',
    async holds(scene) {
      const sealed = await scene.seal()
      assert.equal(await scene.held(sealed.article), null)
      const article = await accepted(await scene.put(sealed.article, 1, publishRequestOf(sealed), null))
      assert.deepEqual(
        { sequence: article.sequence, state: article.state, revision: article.revision, html: article.html },
        { sequence: 1, state: 'live', revision: sealed.revisionHash, html: sealed.htmlHash },
      )
      assert.deepEqual(await scene.held(sealed.article), article)
    },
  },
  {
    id: 'order.repeat',
    promise:
      'the same request again is 200 with the same answer, many times at once too, whatever its JSON layout',
    async holds(scene) {
      const sealed = await scene.seal()
      const request = publishRequestOf(sealed)
      const answers = await Promise.all(
        Array.from({ length: 6 }, async () => accepted(await scene.put(sealed.article, 1, request, null))),
      )
      const turned = Object.fromEntries(Object.entries(request).reverse()) as typeof request
      answers.push(await accepted(await scene.put(sealed.article, 1, turned, null)))
      for (const answer of answers) assert.deepEqual(answer, answers[0])
    },
  },
  {
    id: 'order.taken',
    promise: 'another request under a sequence in use is 422 sequence-taken',
    async holds(scene) {
      const sealed = await scene.publish()
      const answer = await scene.put(sealed.article, 1, await next(scene, sealed), null)
      const error = await refusedAs(answer, 422, 'sequence-taken')
      assert.equal(error.current?.html, sealed.htmlHash)
    },
  },
  {
    id: 'order.precondition',
    promise:
      'a later decision needs If-Match with what the portal holds; anything else is 412 with `current`',
    async holds(scene) {
      const sealed = await scene.publish()
      const request = await next(scene, sealed)
      for (const after of [null, 2]) {
        const error = await refusedAs(
          await scene.put(sealed.article, 3, request, after),
          412,
          'precondition-failed',
        )
        assert.equal(error.current?.sequence, 1)
      }
      const bare = await scene.target.call('PUT', `/articles/${sealed.article}/publications/3`, {
        body: JSON.stringify(request),
      })
      await refusedAs(bare, 412, 'precondition-failed')
      assert.equal((await accepted(await scene.put(sealed.article, 3, request, 1))).sequence, 3)
    },
  },
  {
    id: 'order.behind',
    promise:
      'a lower sequence never lands after a higher one: 409 sequence-behind, and readers keep the newer text',
    async holds(scene) {
      const old = await scene.seal()
      const newer = await next(scene, old)
      await accepted(await scene.put(old.article, 5, newer, null))
      for (const after of [null, 5]) {
        const answer = await scene.put(old.article, 4, publishRequestOf(old), after)
        const error = await refusedAs(answer, 409, 'sequence-behind')
        assert.equal(error.current?.sequence, 5)
      }
      const held = await scene.held(old.article)
      assert.equal(held?.sequence, 5)
      assert.notEqual(held?.html, old.htmlHash, 'the older text stands on the portal')
    },
  },
  {
    id: 'order.batch',
    promise:
      'a batch answers 207 with a status for each; those of one article are applied in the order given',
    async holds(scene) {
      const sealed = await scene.seal()
      const spoiled = await scene.seal()
      const items = [
        { article: sealed.article, sequence: 1, ifMatch: null, request: publishRequestOf(sealed) },
        { article: spoiled.article, sequence: 1, ifMatch: 7, request: publishRequestOf(spoiled) },
        { article: sealed.article, sequence: 2, ifMatch: 1, request: await next(scene, sealed) },
      ]
      const answer = await scene.target.call('POST', '/batch', { body: JSON.stringify({ items }) })
      assert.equal(answer.status, 207)
      const { items: results } = batchAnswer.parse(await answer.json())
      assert.deepEqual(
        results.map(({ status }) => status),
        [200, 412, 200],
      )
      assert.equal((await scene.held(sealed.article))?.sequence, 2)
      assert.equal(await scene.held(spoiled.article), null)
    },
  },
]
