import assert from 'node:assert/strict'
import { articleMarkers, remoteArticleList } from '#common/api/portal-api'
import { publishRequestOf } from '#tests/support/sealed-article'
import type { Clause } from '../clause'
import { accepted, pageOf, refusedAs, type Scene } from '../scene'

const at = '2026-11-21T02:00:00.000Z'

/** Readers get 410 at the address, and not a word of the text. */
async function gone(scene: Scene, path: string): Promise<void> {
  const answer = await scene.target.read(path)
  assert.equal(answer.status, 410, `the address answered ${answer.status}`)
  assert.ok(!(await answer.text()).includes('40 hộ'), 'the text is still on the page')
}

export const readerClauses: readonly Clause[] = [
  {
    id: 'readers.bytes',
    promise:
      'the approved HTML stands in the public page between the markers, byte for byte, as soon as 200 is answered',
    async holds(scene) {
      const sealed = await scene.seal({
        headline: 'Dấu câu “lạ” – và chữ khó: Đắk Lắk, nghiêng, quyển 1 & 2',
      })
      const article = await accepted(await scene.put(sealed.article, 1, publishRequestOf(sealed), null))
      const page = await pageOf(scene, article)
      assert.ok(
        page.includes(`${articleMarkers.start}${sealed.html}${articleMarkers.end}`),
        'the HTML between the markers is not the approved one',
      )
    },
  },
  {
    id: 'readers.corrected',
    promise: 'a correction shows the new text and its notice',
    async holds(scene) {
      const first = await scene.publish()
      const second = await scene.seal({ article: first.article, headline: 'Bài thử đã đính chính' })
      const notice = { number: 1, text: 'Sửa số hộ dân dự lớp học từ 40 thành 45.', at }
      const request = { ...publishRequestOf(second), decision: 'correct', notice } as const
      const article = await accepted(await scene.put(first.article, 2, request, 1))
      assert.equal(article.state, 'corrected')
      const page = await pageOf(scene, article)
      assert.ok(page.includes(second.html), 'the corrected text is not shown')
      assert.ok(page.includes(notice.text), 'the notice is not shown')
    },
  },
  {
    id: 'readers.taken-down',
    promise: 'after a take-down readers get 410 without text and reason, and it can be published again',
    async holds(scene) {
      const sealed = await scene.publish()
      const path = (await scene.held(sealed.article))?.path ?? ''
      const reason = 'Lý do chỉ người vận hành biết'
      const down = { decision: 'take-down', reason, at } as const
      const article = await accepted(await scene.put(sealed.article, 2, down, 1))
      assert.deepEqual([article.state, article.path, article.html], ['taken-down', null, null])
      await gone(scene, path)
      assert.ok(!(await (await scene.target.read(path)).text()).includes(reason), 'the reason is shown')
      await accepted(await scene.put(sealed.article, 3, publishRequestOf(sealed), 2))
      await pageOf(scene, await accepted(await scene.target.call('GET', `/articles/${sealed.article}`)))
    },
  },
  {
    id: 'readers.told',
    promise: 'a take-down with a notice shows the notice, its number and nothing of the text, with 410',
    async holds(scene) {
      const sealed = await scene.publish()
      const path = (await scene.held(sealed.article))?.path ?? ''
      const notice = { kind: 'retraction', number: 7, text: 'Bài đưa sai tên thôn', at } as const
      const down = { decision: 'take-down', reason: 'x', at, notice } as const
      await accepted(await scene.put(sealed.article, 2, down, 1))
      await gone(scene, path)
      const page = await (await scene.target.read(path)).text()
      assert.ok(page.includes(notice.text), 'the notice is not shown')
      assert.match(page, /\b7\b/, 'the number of the notice is not shown')
    },
  },
  {
    id: 'readers.expired',
    promise: 'after an expiry readers get 410 without the text',
    async holds(scene) {
      const sealed = await scene.publish()
      const path = (await scene.held(sealed.article))?.path ?? ''
      const article = await accepted(await scene.put(sealed.article, 2, { decision: 'expire', at }, 1))
      assert.equal(article.state, 'expired')
      await gone(scene, path)
    },
  },
  {
    id: 'readers.slug',
    promise: 'an address belongs to the article that first used it; after a change the old one redirects',
    async holds(scene) {
      const sealed = await scene.publish()
      const thief = await scene.seal()
      const stolen = { ...publishRequestOf(thief), slug: sealed.slug }
      await refusedAs(await scene.put(thief.article, 1, stolen, null), 422, 'slug-taken')
      const before = (await scene.held(sealed.article))?.path ?? ''
      const moved = { ...publishRequestOf(sealed), slug: `${sealed.slug}-moi` }
      const article = await accepted(await scene.put(sealed.article, 2, moved, 1))
      const answer = await scene.target.read(before)
      assert.ok([301, 308].includes(answer.status), `the old address answered ${answer.status}`)
      assert.ok(answer.headers.get('location')?.endsWith(article.path ?? '-'), 'it leads elsewhere')
    },
  },
  {
    id: 'readers.category',
    promise: 'a category the portal does not have is refused by name',
    async holds(scene) {
      const sealed = await scene.seal({ fields: { category: 'chuyen-muc-khong-co' } })
      await refusedAs(
        await scene.put(sealed.article, 1, publishRequestOf(sealed), null),
        422,
        'unknown-category',
      )
    },
  },
  {
    id: 'readers.malformed',
    promise: 'what is no request is 400 with a message, and changes nothing',
    async holds(scene) {
      const { article } = await scene.seal()
      for (const body of ['{', '[]', '{"decision":"publish"}', '{"decision":"expire","at":"hôm qua"}']) {
        const answer = await scene.target.call('PUT', `/articles/${article}/publications/1`, {
          body,
          headers: { 'if-none-match': '*' },
        })
        await refusedAs(answer, 400, 'malformed')
      }
      assert.equal(await scene.held(article), null)
    },
  },
  {
    id: 'list.complete',
    promise: 'GET /articles pages through everything held, each once',
    async holds(scene) {
      const made = [await scene.publish(), await scene.publish(), await scene.publish()]
      const seen: string[] = []
      let after = ''
      for (let pages = 0; pages < 100_000; pages++) {
        const limit = pages < 3 ? 2 : 1_000
        const answer = await scene.target.call('GET', `/articles?limit=${limit}${after}`)
        assert.equal(answer.status, 200)
        const page = remoteArticleList.parse(await answer.json())
        assert.ok(page.articles.length <= limit, 'a page is longer than asked for')
        seen.push(...page.articles.map(({ article }) => article))
        if (page.next === null) break
        after = `&after=${page.next}`
      }
      assert.equal(new Set(seen).size, seen.length, 'an article is listed twice')
      for (const { article } of made) assert.ok(seen.includes(article), `${article} is not listed`)
    },
  },
]
