import { describe, expect, it } from 'vitest'
import { article, p } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'
import { type PublishingDesk, value } from '#tests/support/publishing-desk'
import { paragraph } from '#tests/support/sealed-article'
import { byHand } from '#tests/support/wordpress/by-hand'
import { connected, siteOfFile } from '#tests/support/wordpress/site-of-file'
import { categoryOf, postsOf, seen } from '#tests/support/wordpress/wordpress-desk'

const { withSite } = siteOfFile()

/** An approved article whose page was read at that address before this newsroom, and when nobody says otherwise never dated. */
async function pastArticle(desk: PublishingDesk, url: string, headline: string, readAt: string) {
  const { article } = await desk.approve({ headline, body: [paragraph('Mới.')] })
  const held = desk.store.get('articles', article)
  if (held === undefined) throw new Error('no article')
  const put = { ...held, past: { url, publishedAt: null }, createdAt: readAt }
  const event = { type: 'test', at: held.createdAt, actor: null, subject: null, details: {} }
  await desk.store.commit({ event, changes: [{ collection: 'articles', put }] })
  return article
}

describe('a page that readers had on WordPress before this newsroom (P15)', () => {
  it(
    'gets the correction of an article from before this newsroom on its old page',
    withSite(async wordpress => {
      const old = await byHand(wordpress, '/wp/v2/posts', {
        title: 'Lịch thu gom rác năm 2024',
        content: '<p>Thu gom vào thứ Hai.</p>',
        status: 'publish',
        slug: 'lich-thu-gom-rac-2024',
        date_gmt: '2024-09-05T01:00:00',
      })
      const room = await aNewsroom()
      const connect = { url: wordpress.url, name: 'WordPress của xã', publishToken: wordpress.editor }
      const portal = await room.ask('tri', 'portals.connect', connect)
      const map = { 'tin-tuc-su-kien': await categoryOf(wordpress) }
      await room.ask('tri', 'portals.mapCategories', { portal: portal.id, map })
      const { pages } = await room.ask('lan', 'imports.listPast', { url: wordpress.url, page: 1 })
      const url = pages.find(({ headline }) => headline.includes('rác năm 2024'))?.url ?? ''
      const { article: card } = await room.ask('lan', 'imports.takePast', { url })
      const approveText = async (words: string) => {
        const attrs = { category: 'tin-tuc-su-kien' }
        const document = article({ headline: 'Lịch thu gom rác năm 2024', lead: 'Sapo.', attrs }, p(words))
        await room.ask('lan', 'drafts.replace', { article: card.id, document })
        const { article: submitted } = await room.ask('lan', 'articles.submit', { article: card.id })
        if (submitted.revision === null) throw new Error('not submitted')
        await room.ask('hoa', 'review.claim', { article: card.id })
        await room.ask('hoa', 'review.approve', { article: card.id, revision: submitted.revision })
      }
      await approveText('Thu gom vào thứ Ba.')
      const { ready } = await room.ask('nam', 'publishing.read', {})
      expect(ready).toMatchObject([{ id: card.id, decision: 'correct' }])
      const notice = 'Sửa ngày thu gom thành thứ Ba.'
      await room.ask('nam', 'publishing.correct', { article: card.id, notice })
      const { finished } = await room.ask('nam', 'publishing.drain', { timeoutMs: 120_000 })
      expect(finished).toMatchObject([{ decision: 'correct', state: 'done', url }])
      const posts = await wordpress.sql(
        "SELECT ID, post_name, post_date_gmt FROM wp_posts WHERE post_type = 'post' AND post_title LIKE '%rác năm 2024%'",
      )
      expect(posts).toEqual([[String(old.id), 'lich-thu-gom-rac-2024', '2024-09-05 01:00:00']])
      const page = await (await fetch(url)).text()
      expect(page).toContain('Đính chính lần 1')
      expect(page).toContain('Thu gom vào thứ Ba.')
      expect(page).not.toContain('thứ Hai')
      expect(await room.ask('nam', 'articles.read', { article: card.id })).toMatchObject({
        publications: [{ state: 'corrected', sequence: 1, confirmedSequence: 1, corrections: 1 }],
      })
      await room.close()
    }),
  )

  it(
    'keeps what somebody wrote on the old page after it was imported, until a person says so',
    withSite(async wordpress => {
      const page = {
        title: 'Nội quy chợ phiên',
        content: '<p>Cũ.</p>',
        status: 'publish',
        slug: 'noi-quy-cho',
      }
      const old = await byHand(wordpress, '/wp/v2/posts', page)
      const desk = await connected(wordpress)
      // The clock of these tests stands in the past of the server's: what it saved comes after the import.
      const url = `${wordpress.url}/noi-quy-cho/`
      const article = await pastArticle(desk, url, 'Nội quy chợ phiên', '2020-01-01T00:00:00.000Z')
      await desk.push(article)
      await desk.settle(0.5)
      const [refused] = desk.jobs(article)
      expect([refused?.state, refused?.problem?.code]).toEqual(['refused', 'portal-edited'])
      if (refused === undefined) throw new Error('no job')
      value(await desk.publishing.handlers['publishing.retry']({ job: refused.id }, desk.operator))
      await desk.settle(0.5)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
      expect((await postsOf(wordpress, article)).map(([id, , slug]) => [id, slug])).toEqual([
        [String(old.id), 'noi-quy-cho'],
      ])
      // Of a page that is gone nobody can say what a second one would be.
      const gone = `${wordpress.url}/khong-con/`
      const other = await pastArticle(desk, gone, 'Trang đã mất', '2020-01-01T00:00:00.000Z')
      await desk.push(other)
      await desk.settle(0.5)
      expect(desk.jobs(other).map(job => [job.state, job.problem?.code])).toEqual([['refused', 'past-gone']])
    }),
  )

  it(
    'keeps its own date where nobody could read one, also with later texts, until it is taken down',
    withSite(async wordpress => {
      const page = {
        title: 'Quy ước thôn',
        content: '<p>Cũ.</p>',
        status: 'publish',
        slug: 'quy-uoc-thon',
        date_gmt: '2019-03-02T04:05:06',
      }
      const old = await byHand(wordpress, '/wp/v2/posts', page)
      const desk = await connected(wordpress)
      const url = `${wordpress.url}/quy-uoc-thon/`
      const article = await pastArticle(desk, url, 'Quy ước thôn', '2026-11-01T00:00:00.000Z')
      const date = () =>
        wordpress.sql(`SELECT post_date_gmt FROM wp_posts WHERE ID = ${old.id} AND post_status = 'publish'`)
      for (const words of ['Mới.', 'Mới hơn.']) {
        if (words !== 'Mới.')
          await desk.approve({ article, headline: 'Quy ước thôn', body: [paragraph(words)] })
        await desk.push(article)
        await desk.settle(0.5)
        expect(seen(desk, article)).toEqual({ state: 'live', right: true })
        expect(await date()).toEqual([['2019-03-02 04:05:06']])
      }
      const takeDown = { article, reason: 'Quy ước đã thay' }
      value(await desk.publishing.handlers['publishing.takeDown'](takeDown, desk.operator))
      await desk.settle(0.5)
      await desk.push(article)
      await desk.settle(0.5)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
      expect(await date()).not.toEqual([['2019-03-02 04:05:06']])
    }),
  )

  it(
    'is not written over where two pages share its address',
    withSite(async wordpress => {
      const page = { title: 'Trùng', content: '<p>Cũ.</p>', status: 'publish' }
      const twins = [
        await byHand(wordpress, '/wp/v2/posts', { ...page, slug: 'trung-mot' }),
        await byHand(wordpress, '/wp/v2/posts', { ...page, slug: 'trung-hai' }),
      ]
      // As two requests at the same moment leave it: WordPress's database does not forbid it.
      await wordpress.sql(
        `UPDATE wp_posts SET post_name = 'trung-dia-chi' WHERE ID IN (${twins.map(({ id }) => id)})`,
      )
      const desk = await connected(wordpress)
      const url = `${wordpress.url}/trung-dia-chi/`
      const article = await pastArticle(desk, url, 'Trùng', '2026-11-01T00:00:00.000Z')
      await desk.push(article)
      await desk.settle(0.5)
      expect(desk.jobs(article).map(job => [job.state, job.problem?.code])).toEqual([
        ['refused', 'past-twice'],
      ])
      expect(await postsOf(wordpress, article)).toEqual([])
    }),
  )
})
