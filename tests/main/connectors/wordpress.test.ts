import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { workInThread } from '#main/background/perform'
import { performImport } from '#main/import/perform-import'
import { createDrift } from '#main/publishing/drift/drift'
import { readBlocksWith } from '#main/publishing/drift/read-blocks'
import { article, p } from '#tests/support/documents'
import { manualClock } from '#tests/support/manual-clock'
import { aNewsroom } from '#tests/support/newsroom'
import { openPublishingDesk, value } from '#tests/support/publishing-desk'
import { attachment, figure, paragraph } from '#tests/support/sealed-article'
import { whenFinished } from '#tests/support/when-finished'
import { connected, siteOfFile } from '#tests/support/wordpress/site-of-file'
import {
  categoryOf,
  postsOf,
  seen,
  typographic,
  wordpressConnectors,
} from '#tests/support/wordpress/wordpress-desk'

const { withSite } = siteOfFile()

const picture = (seed: number): Promise<Buffer> =>
  sharp({
    create: { width: 640 + seed, height: 360, channels: 3, background: { r: seed % 256, g: 90, b: 60 } },
  })
    .jpeg()
    .toBuffer()

describe('a real WordPress', () => {
  it(
    'passes the connection test, and keeps nothing of it',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const [portal] = desk.store.all('portals').values()
      if (portal === undefined) throw new Error('no portal')
      const tested = await desk.publishing.handlers['portals.test']({ portal: portal.id }, desk.operator)
      const { steps } = value(tested)
      expect(steps.map(({ step, ok }) => [step, ok])).toEqual([
        ['reach', true],
        ['authorise', true],
        ['write', true],
        ['read', true],
        ['remove', true],
      ])
      expect(await wordpress.sql("SELECT ID FROM wp_posts WHERE post_title LIKE 'Bài thử%'")).toEqual([])
    }),
  )

  it(
    'shows an approved article letter for letter, with picture, file, category and tags',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const image = await desk.addBlob(await picture(1), 'image/jpeg')
      const file = await desk.addBlob(Buffer.from('%PDF-1.4\n% thử'), 'application/pdf')
      const { article } = await desk.approve({
        headline: typographic.slice(0, 60),
        lead: typographic,
        fields: { tags: ['chuyển đổi số', 'an toàn thực phẩm'] },
        body: [
          paragraph(typographic),
          figure(image, 'Bà con "gặt" lúa [vụ] 3x4'),
          attachment(file, 'Quyết định 45.pdf', 'application/pdf'),
        ],
      })
      await desk.push(article)
      await desk.settle(1)
      expect(desk.jobs(article).map(job => [job.state, job.problem])).toEqual([['done', null]])
      expect(desk.publication(article)?.readBack?.parts.map(part => part.verdict)).toEqual([
        'right',
        'right',
        'right',
      ])
      expect(await postsOf(wordpress, article)).toMatchObject([
        [expect.anything(), 'publish', expect.anything()],
      ])
      const tags = await wordpress.sql(
        `SELECT t.name FROM wp_terms t JOIN wp_term_taxonomy x USING (term_id) WHERE x.taxonomy = 'post_tag' AND x.count > 0`,
      )
      expect(tags.flat().sort()).toEqual(['an toàn thực phẩm', 'chuyển đổi số'])
    }),
  )

  it(
    'corrects with a notice, takes down, and shows again under the same address',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const { handlers } = desk.publishing
      const { article } = await desk.approve({ headline: 'Lịch tiêm phòng tháng 12' })
      await desk.push(article)
      await desk.settle(1)
      const url = desk.publication(article)?.url ?? ''
      await desk.approve({ article, headline: 'Lịch tiêm phòng tháng 12', body: [paragraph('Ngày 05/12.')] })
      const notice = { article, notice: 'Sửa ngày tiêm: "05/12", không phải 06/12.' }
      value(await handlers['publishing.correct'](notice, desk.operator))
      await desk.settle(1)
      expect(seen(desk, article)).toEqual({ state: 'corrected', right: true })
      expect(await (await fetch(url)).text()).toContain('Đính chính lần 1')
      value(await handlers['publishing.takeDown']({ article, reason: 'Theo yêu cầu' }, desk.operator))
      await desk.settle(1)
      expect(seen(desk, article)).toEqual({ state: 'taken-down', right: true })
      expect((await fetch(url)).status).toBe(404)
      await desk.push(article)
      await desk.settle(1)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
      expect(desk.publication(article)?.url).toBe(url)
      expect(await postsOf(wordpress, article)).toHaveLength(1)
    }),
  )

  it(
    'hears of the approval of a text that went out urgently, and shows that text as it did',
    withSite(async wordpress => {
      const room = await aNewsroom()
      const connect = { url: wordpress.url, name: 'WordPress của xã', publishToken: wordpress.editor }
      const portal = await room.ask('tri', 'portals.connect', connect)
      const map = { 'tin-tuc-su-kien': await categoryOf(wordpress) }
      await room.ask('tri', 'portals.mapCategories', { portal: portal.id, map })
      const attrs = { category: 'tin-tuc-su-kien' }
      const document = article({ headline: 'Bão số 9 vào đất liền', lead: 'Sapo.', attrs }, p('Di dời ngay.'))
      const created = await room.ask('lan', 'articles.create', { kind: 'news', document })
      const { article: card } = await room.ask('lan', 'articles.submit', { article: created.article.id })
      if (card.revision === null) throw new Error('not submitted')
      const text = { article: card.id, revision: card.revision }
      await room.ask('nam', 'review.publishUrgently', { ...text, reason: 'Bão đổ bộ đêm nay.' })
      const { finished } = await room.ask('nam', 'publishing.drain', { timeoutMs: 60_000 })
      expect(finished).toMatchObject([{ decision: 'publish', state: 'done' }])
      const url = finished[0]?.url ?? ''
      const before = await (await fetch(url)).text()
      expect(before).toContain('Di dời ngay.')
      await room.ask('hoa', 'review.approve', text)
      const after = await room.ask('nam', 'publishing.drain', { timeoutMs: 60_000 })
      expect(after.finished.map(({ decision, state }) => [decision, state]).toSorted()).toEqual([
        ['confirm', 'done'],
        ['publish', 'done'],
      ])
      expect(await room.ask('nam', 'articles.read', { article: card.id })).toMatchObject({
        urgent: null,
        publications: [{ state: 'live', sequence: 2, confirmedSequence: 2 }],
      })
      expect(await postsOf(wordpress, card.id)).toMatchObject([
        [expect.anything(), 'publish', expect.anything()],
      ])
      expect(await (await fetch(url)).text()).toContain('Di dời ngay.')
      await room.close()
    }),
  )

  it(
    'does not overwrite what somebody changed on the portal until a person says so',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const { article } = await desk.approve({ headline: 'Thông báo thu gom rác' })
      await desk.push(article)
      await desk.settle(1)
      const [[id] = []] = await postsOf(wordpress, article)
      const authorization = `Basic ${Buffer.from(wordpress.editor).toString('base64')}`
      await fetch(`${wordpress.url}/?rest_route=/wp/v2/posts/${id}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ title: 'Thông báo thu gom rác (đã sửa trên cổng)' }),
      })
      const { handlers } = desk.publishing
      value(await handlers['publishing.readBack']({ article }, desk.operator))
      expect(seen(desk, article).right).toBe(false)
      await desk.approve({ article, headline: 'Thông báo thu gom rác', body: [paragraph('Từ thứ Hai.')] })
      await desk.push(article)
      await desk.settle(1)
      const [refused] = desk.jobs(article).slice(-1)
      expect([refused?.state, refused?.problem?.code]).toEqual(['refused', 'portal-edited'])
      if (refused === undefined) throw new Error('no job')
      value(await handlers['publishing.retry']({ job: refused.id }, desk.operator))
      await desk.settle(1)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
    }),
  )

  it(
    'leaves a notice in the place of a retracted article, and gives the text back afterwards',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const { article } = await desk.approve({
        headline: 'Kết quả xét hỗ trợ',
        body: [paragraph(typographic)],
      })
      await desk.push(article)
      await desk.settle(1)
      const url = desk.publication(article)?.url ?? ''
      const notice = { kind: 'retraction', text: `Danh sách sai; "xin lỗi" bà con...` } as const
      const retract = { article, reason: 'sai', notice }
      value(await desk.publishing.handlers['publishing.takeDown'](retract, desk.operator))
      await desk.settle(1)
      const page = await (await fetch(url)).text()
      expect(page).toContain('Bài viết đã được rút')
      expect(page).toMatch(/Thông báo số 1/)
      expect(desk.publication(article)?.readBack?.parts.map(({ part, verdict }) => [part, verdict])).toEqual([
        ['absence', 'right'],
        ['notice', 'right'],
      ])
      await desk.push(article)
      await desk.settle(1)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
      expect(await postsOf(wordpress, article)).toHaveLength(1)
    }),
  )

  it(
    'shows what somebody changed there, beside what nobody touched, and gives way only to who saw it',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const image = await desk.addBlob(await picture(7), 'image/jpeg')
      const { article, document } = await desk.approve({
        headline: 'Lịch cắt điện "thôn Thượng"',
        body: [paragraph(typographic), figure(image, 'Trạm điện'), paragraph('Từ 8 giờ.')],
      })
      await desk.push(article)
      await desk.settle(1)
      const [portal] = desk.store.all('portals').keys()
      const page = { article, portal: portal as never }
      const [[id] = []] = await postsOf(wordpress, article)
      const edit = async (from: string, to: string) => {
        const authorization = `Basic ${Buffer.from(wordpress.editor).toString('base64')}`
        const address = `${wordpress.url}/?rest_route=/wp/v2/posts/${id}&context=edit`
        const post = (await (await fetch(address, { headers: { authorization } })).json()) as {
          content: { raw: string }
        }
        expect(post.content.raw).toContain(from)
        await fetch(address, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify({ content: post.content.raw.replace(from, to) }),
        })
      }
      await edit('Từ 8 giờ.', 'Từ 9 giờ.')
      let after: unknown = null
      const unused = async () => ({ ok: true, value: {} }) as never
      const drift = createDrift(desk.publishing.parts, {
        desk: undefined as never,
        readBlocks: readBlocksWith(async task => performImport(task)),
        compare: task => {
          after = task.after
          return workInThread.compare(task)
        },
        reopen: unused,
        keep: unused,
      })
      const { seen: theirs } = value(await drift['publishing.drift'](page, desk.operator))
      const changed = (after as { content: object[] }).content
      const approved = document.toJSON().content as object[]
      // Everything but the one sentence is the very text that was approved.
      expect(changed.slice(0, -1)).toEqual(approved.slice(0, -1))
      expect(JSON.stringify(changed.at(-1))).toContain('Từ 9 giờ.')

      await edit('Từ 9 giờ.', 'Từ 10 giờ.')
      expect(await drift['publishing.pushOurs']({ ...page, seen: theirs }, desk.operator)).toMatchObject({
        problem: { code: 'drift-moved-on' },
      })
      const { seen: now } = value(await drift['publishing.drift'](page, desk.operator))
      value(await drift['publishing.pushOurs']({ ...page, seen: now }, desk.operator))
      await desk.settle(1)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
    }),
  )

  it(
    'says which rights are missing, pauses when they are lost, and goes on when they are back',
    withSite(async wordpress => {
      const clock = manualClock()
      const desk = await openPublishingDesk({ clock, connectorFor: wordpressConnectors(clock) })
      whenFinished(() => desk.close())
      const { handlers } = desk.publishing
      const weak = { url: wordpress.url, name: 'W', publishToken: wordpress.author }
      expect(await handlers['portals.connect'](weak, desk.operator)).toMatchObject({
        ok: false,
        problem: { code: 'portal-rights-missing' },
      })
      const wrong = { ...weak, publishToken: 'editor:sai mat khau' }
      expect(await handlers['portals.connect'](wrong, desk.operator)).toMatchObject({
        ok: false,
        problem: { code: 'portal-refused-credentials' },
      })
    }),
  )
})
