import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { aNewsroom } from '#tests/support/newsroom'
import { value } from '#tests/support/publishing-desk'
import { figure, paragraph } from '#tests/support/sealed-article'
import { byHand } from '#tests/support/wordpress/by-hand'
import { connected, siteOfFile } from '#tests/support/wordpress/site-of-file'
import type { Wordpress } from '#tests/support/wordpress/start-wordpress'
import { postsOf, seen } from '#tests/support/wordpress/wordpress-desk'

const { withSite } = siteOfFile()
const hourMs = 3_600_000

const picture = (seed: number): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 360, channels: 3, background: { r: seed, g: 90, b: 60 } } })
    .jpeg()
    .toBuffer()

const stickyPosts = async ({ sql }: Wordpress): Promise<string> =>
  (await sql("SELECT option_value FROM wp_options WHERE option_name = 'sticky_posts'")).flat().join()

describe('a real WordPress, as time goes by', () => {
  it(
    'gets alternative text, caption, first picture, date and all tags in one request',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const image = await desk.addBlob(await picture(1), 'image/jpeg')
      const caption = [{ type: 'text', text: 'Bà con "gặt" lúa <sớm>' }]
      const scheduledFor = new Date(desk.clock.nowMs + 5 * hourMs).toISOString()
      const { article } = await desk.approve({
        headline: 'Gặt lúa sớm',
        fields: { tags: ['lúa', 'mùa vụ', 'nông thôn mới'] },
        body: [paragraph('Lúa chín.'), { ...figure(image, 'Cánh đồng'), content: caption }],
      })
      wordpress.line.requests.length = 0
      const push = { articles: [article], scheduledFor }
      value(await desk.publishing.handlers['publishing.push'](push, desk.operator))
      await desk.settle(4)
      expect(await postsOf(wordpress, article)).toEqual([])
      await desk.settle(2)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
      const [[id, , , date] = []] = await wordpress.sql(
        `SELECT ID, 0, 0, post_date_gmt FROM wp_posts WHERE post_status = 'publish' AND post_content LIKE '%toa-soan:${article}%'`,
      )
      expect(date).toBe(scheduledFor.slice(0, 19).replace('T', ' '))
      const [[texts, alternative] = []] = await wordpress.sql(
        `SELECT a.post_excerpt, m.meta_value FROM wp_postmeta f JOIN wp_posts a ON a.ID = f.meta_value JOIN wp_postmeta m ON m.post_id = a.ID AND m.meta_key = '_wp_attachment_image_alt' WHERE f.post_id = ${id} AND f.meta_key = '_thumbnail_id'`,
      )
      expect([texts, alternative]).toEqual(['Bà con &#34;gặt&#34; lúa &#60;sớm&#62;', 'Cánh đồng'])
      const tags = await wordpress.sql(
        `SELECT t.name FROM wp_term_relationships JOIN wp_term_taxonomy x USING (term_taxonomy_id) JOIN wp_terms t USING (term_id) WHERE object_id = ${id} AND x.taxonomy = 'post_tag'`,
      )
      expect(tags.flat().sort()).toEqual(['lúa', 'mùa vụ', 'nông thôn mới'])
      const asked = wordpress.line.requests.map(({ url }) => decodeURIComponent(url))
      expect(asked.filter(url => url.includes('/batch/v1'))).toHaveLength(1)
      expect(asked.filter(url => url.includes('/wp/v2/tags'))).toEqual([])
      // The same text of the picture is not written again with the next version.
      await desk.approve({
        article,
        headline: 'Gặt lúa sớm',
        body: [paragraph('Lúa đã chín.'), { ...figure(image, 'Cánh đồng'), content: caption }],
      })
      wordpress.line.requests.length = 0
      await desk.push(article)
      await desk.settle(0.1)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
      const writes = wordpress.line.requests.filter(({ method }) => method === 'POST')
      expect(writes.filter(({ url }) => decodeURIComponent(url).includes('/wp/v2/media'))).toEqual([])
    }),
  )

  it(
    'keeps what is hot at the head of its lists until its time, and not longer',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const hotUntil = new Date(desk.clock.nowMs + 3 * hourMs).toISOString()
      const { article } = await desk.approve({ headline: 'Bão số 9 vào bờ', fields: { hotUntil } })
      await desk.push(article)
      await desk.settle(1)
      const [[id] = []] = await postsOf(wordpress, article)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
      expect(await stickyPosts(wordpress)).toContain(`i:${id};`)
      const pass = async (hours: number) => {
        for (let passed = 0; passed < hours * 4; passed += 1) {
          desk.clock.advance(hourMs / 4)
          await desk.rest()
        }
      }
      await pass(2)
      expect(await stickyPosts(wordpress)).toContain(`i:${id};`)
      // The first try to end it meets a dead line.
      wordpress.line.faults = () => 'cut'
      await pass(1)
      wordpress.line.faults = () => undefined
      expect(await stickyPosts(wordpress)).toContain(`i:${id};`)
      await pass(1)
      expect(await stickyPosts(wordpress)).not.toContain(`i:${id};`)
      expect(desk.publication(article)?.hotUntil).toBeUndefined()
      // Ours to end, so no edit of somebody's: the next text goes without a question.
      await desk.approve({ article, headline: 'Bão số 9 vào bờ', body: [paragraph('Bão đã tan.')] })
      await desk.push(article)
      await desk.settle(1)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
    }),
  )

  it(
    'is looked at for category and date too, and gets them again when somebody says so',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const { handlers } = desk.publishing
      const { article } = await desk.approve({ headline: 'Tuyển quân năm 2027' })
      await desk.push(article)
      await desk.settle(0.5)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
      const [[id] = []] = await postsOf(wordpress, article)
      const [[other] = []] = await wordpress.sql(
        "SELECT term_id FROM wp_terms WHERE slug <> 'tin-tuc' LIMIT 1",
      )
      const moved = { categories: [Number(other)], date_gmt: '2020-01-02T03:04:05' }
      await byHand(wordpress, `/wp/v2/posts/${id}`, moved)
      value(await handlers['publishing.readBack']({ article }, desk.operator))
      expect(desk.publication(article)?.readBack?.parts).toMatchObject([
        { part: 'text', verdict: 'right' },
        { part: 'category', label: 'Tin tức', verdict: 'different' },
        { part: 'date', verdict: 'different' },
      ])
      await desk.push(article)
      await desk.settle(0.1)
      const refused = desk.jobs(article).at(-1)
      expect([refused?.state, refused?.problem?.code]).toEqual(['refused', 'portal-edited'])
      if (refused === undefined) throw new Error('no job')
      value(await handlers['publishing.retry']({ job: refused.id }, desk.operator))
      await desk.settle(0.1)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
    }),
  )

  it(
    'pauses when the account loses its password or its rights, and goes on when they are back',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const [portal] = desk.store.all('portals').values()
      if (portal === undefined) throw new Error('no portal')
      const { sql } = wordpress
      const [[user] = []] = await sql("SELECT ID FROM wp_users WHERE user_login = 'editor'")
      const [[role] = []] = await sql(
        `SELECT meta_value FROM wp_usermeta WHERE user_id = ${user} AND meta_key = 'wp_capabilities'`,
      )
      const set = (key: string, meta: string) =>
        sql(`UPDATE wp_usermeta SET ${key} = '${meta}' WHERE user_id = ${user} AND `.concat(where[key] ?? ''))
      const where: Readonly<Record<string, string>> = {
        meta_key: "meta_key IN ('_application_passwords', 'away')",
        meta_value: "meta_key = 'wp_capabilities'",
      }
      const losses = [
        ['meta_key', 'away', '_application_passwords'],
        ['meta_value', 'a:1:{s:10:"subscriber";b:1;}', role ?? ''],
      ] as const
      for (const [key, lost, back] of losses) {
        const { article } = await desk.approve({ headline: `Thông báo mất quyền ${key}` })
        await set(key, lost)
        await desk.push(article)
        await desk.settle(1).finally(() => set(key, back))
        expect(desk.jobs(article).map(job => [job.state, job.problem?.code])).toEqual([
          ['waiting', 'portal-refused-credentials'],
        ])
        expect(await postsOf(wordpress, article)).toEqual([])
        const tested = await desk.publishing.handlers['portals.test']({ portal: portal.id }, desk.operator)
        expect(value(tested).steps.every(({ ok }) => ok)).toBe(true)
        await desk.settle(1)
        expect(seen(desk, article)).toEqual({ state: 'live', right: true })
        expect(await postsOf(wordpress, article)).toHaveLength(1)
      }
    }),
  )

  it(
    'brought back from an older backup is noticed, and gets everything once more, each once',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const { sql, line } = wordpress
      const image = await desk.addBlob(await picture(9), 'image/jpeg')
      const { article: changed } = await desk.approve({ headline: 'Lịch tiếp dân tháng 12' })
      await desk.push(changed)
      await desk.settle(0.5)
      const tables = ['posts', 'postmeta', 'terms', 'term_taxonomy', 'term_relationships']
      for (const table of tables)
        await sql(`CREATE TABLE wordpress.copy_${table} AS SELECT * FROM wordpress.wp_${table}`)

      await desk.approve({
        article: changed,
        headline: 'Lịch tiếp dân tháng 12',
        body: [paragraph('Thứ Ba.')],
      })
      const { article: lost } = await desk.approve({
        headline: 'Hội thi nhà nông',
        fields: { tags: ['hội thi'] },
        body: [paragraph('Sôi nổi.'), figure(image, 'Hội thi')],
      })
      await desk.push(changed, lost)
      await desk.settle(0.5)
      expect([seen(desk, changed), seen(desk, lost)]).toEqual(Array(2).fill({ state: 'live', right: true }))

      for (const table of tables)
        await sql(`DELETE FROM wp_${table}; INSERT INTO wp_${table} SELECT * FROM copy_${table}`)
      value(await desk.publishing.handlers['publishing.readBackAll']({}, desk.operator))
      await desk.rest()
      expect([seen(desk, changed).right, seen(desk, lost).right]).toEqual([false, false])

      line.requests.length = 0
      await desk.push()
      await desk.settle(0.5)
      for (const article of [changed, lost]) {
        expect(desk.jobs(article).map(job => [job.state, job.problem])).not.toContainEqual([
          'refused',
          expect.anything(),
        ])
        expect(seen(desk, article)).toEqual({ state: 'live', right: true })
        expect(await postsOf(wordpress, article)).toMatchObject([
          [expect.anything(), 'publish', expect.anything()],
        ])
      }
      expect(desk.publication(lost)?.readBack?.parts.map(({ part, verdict }) => [part, verdict])).toEqual([
        ['text', 'right'],
        ['picture', 'right'],
      ])
    }),
  )

  it(
    'makes a category of ours, or takes its namesake, and gives ours its place there',
    withSite(async wordpress => {
      const room = await aNewsroom()
      const connect = { url: wordpress.url, name: 'WordPress của xã', publishToken: wordpress.editor }
      const portal = await room.ask('tri', 'portals.connect', connect)
      const unknown = await room.refusal('tri', 'portals.addCategory', { portal: portal.id, category: 'la' })
      expect(unknown).toMatchObject({ code: 'category-unmapped' })
      await room.close()

      const desk = await connected(wordpress)
      const [held] = desk.store.all('portals').values()
      if (held === undefined) throw new Error('no portal')
      const ours = { id: 'van-hoa', name: 'Văn hóa & thể thao' }
      const other = { ...held, id: `${held.id.slice(0, -1)}a` as typeof held.id, categories: [ours] }
      const event = { type: 'test', at: held.addedAt, actor: null, subject: null, details: {} }
      await desk.store.commit({ event, changes: [{ collection: 'portals', put: other }] })
      const { handlers } = desk.publishing
      const add = () => handlers['portals.addCategory']({ portal: held.id, category: ours.id }, desk.operator)
      const first = value(await add())
      const again = value(await add())
      expect(again.categoryMap).toEqual(first.categoryMap)
      const named = await wordpress.sql(
        `SELECT term_id FROM wp_terms JOIN wp_term_taxonomy USING (term_id) WHERE taxonomy = 'category' AND name = 'Văn hóa &amp; thể thao'`,
      )
      expect(named.flat()).toEqual([first.categoryMap?.['van-hoa']])
    }),
  )
})
