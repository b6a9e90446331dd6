import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it, type TestContext, vi } from 'vitest'
import type { ArticleId } from '#common/domain/ids'
import { createWordpressConnector } from '#main/connectors/wordpress/connector'
import type { ConnectorFor } from '#main/publishing/publishing-parts'
import { isRight } from '#main/publishing/read-back'
import { type ManualClock, manualClock } from '#tests/support/manual-clock'
import { openPublishingDesk, type PublishingDesk, value } from '#tests/support/publishing-desk'
import { attachment, figure, paragraph } from '#tests/support/sealed-article'
import type { LineFault } from '#tests/support/wordpress/faulty-line'
import { startWordpress, type Wordpress } from '#tests/support/wordpress/start-wordpress'

// A real server on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 700_000 })

let site: Wordpress | null = null
const desks: PublishingDesk[] = []

beforeAll(async () => {
  site = await startWordpress()
})
afterEach(async () => {
  if (site !== null) site.line.faults = () => undefined
  await Promise.all(desks.splice(0).map(desk => desk.close()))
})
afterAll(async () => {
  await site?.stop()
})

/** A test that needs the real thing; where its packages cannot be had it is reported as skipped. */
function withSite(test: (wordpress: Wordpress) => Promise<void>) {
  return async (context: TestContext) => {
    if (site === null) return context.skip('the Debian packages of WordPress cannot be installed here')
    await test(site)
  }
}

function connectors(clock: ManualClock): ConnectorFor {
  return ({ url, categoryMap }, token) =>
    createWordpressConnector({
      url,
      token,
      categoryOf: ours => categoryMap?.[ours] ?? null,
      now: clock.environment.now,
      limits: { connectTimeoutMs: 5_000, deadlineMs: 20_000 },
      settleMs: 120_000,
    })
}

async function connected(wordpress: Wordpress, token = wordpress.editor) {
  const clock = manualClock()
  const desk = await openPublishingDesk({ clock, connectorFor: connectors(clock) })
  desks.push(desk)
  const { handlers } = desk.publishing
  const connect = { url: wordpress.url, name: 'WordPress của xã', publishToken: token }
  const portal = value(await handlers['portals.connect'](connect, desk.operator))
  const [row] = await wordpress.sql("SELECT term_id FROM wp_terms WHERE slug = 'tin-tuc'")
  const stored = desk.store.get('portals', portal.id)
  if (stored === undefined) throw new Error('portal not stored')
  const put = { ...stored, categoryMap: { 'tin-tuc-su-kien': row?.[0] ?? '' } }
  await desk.store.commit({
    event: {
      type: 'test.map',
      at: desk.core.environment.now().toString(),
      actor: null,
      subject: null,
      details: {},
    },
    changes: [{ collection: 'portals', put }],
  })
  return desk
}

const picture = (seed: number) =>
  sharp({
    create: { width: 640 + seed, height: 360, channels: 3, background: { r: seed % 256, g: 90, b: 60 } },
  })
    .jpeg()
    .toBuffer()

async function posts(wordpress: Wordpress, article: ArticleId): Promise<string[][]> {
  return wordpress.sql(
    `SELECT ID, post_status, post_name FROM wp_posts WHERE post_type = 'post' AND post_content LIKE '%toa-soan:${article}%'`,
  )
}

function seen(desk: PublishingDesk, article: ArticleId) {
  const publication = desk.publication(article)
  return { state: publication?.state, right: publication?.readBack != null && isRight(publication.readBack) }
}

const typographic =
  'Ông nói: "Được \'ngay\'" -- rồi... (c) 3x4 :) [gallery] Wordpress 5 > 3 & <b>, - và http://xa.vn/a?b=1&c=2'

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
      expect(await posts(wordpress, article)).toMatchObject([
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
      expect(await posts(wordpress, article)).toHaveLength(1)
    }),
  )

  it(
    'does not overwrite what somebody changed on the portal until a person says so',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const { article } = await desk.approve({ headline: 'Thông báo thu gom rác' })
      await desk.push(article)
      await desk.settle(1)
      const [[id] = []] = await posts(wordpress, article)
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
    'says which rights are missing, pauses when they are lost, and goes on when they are back',
    withSite(async wordpress => {
      const clock = manualClock()
      const desk = await openPublishingDesk({ clock, connectorFor: connectors(clock) })
      desks.push(desk)
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

  it(
    'puts eight articles with pictures over a line that loses, doubles, delays and cuts, each exactly once',
    withSite(wordpress => overBadLine(wordpress, 8, 7)),
  )
})

/** Each request meets a fault with four in ten; what is late arrives when the caller has gone on. */
async function overBadLine(wordpress: Wordpress, count: number, seed: number): Promise<void> {
  const desk = await connected(wordpress)
  const articles: ArticleId[] = []
  for (let index = 0; index < count; index += 1) {
    const image = await desk.addBlob(await picture(seed * 100 + index), 'image/jpeg')
    const { article } = await desk.approve({
      headline: `Bài thử đường truyền số ${index} của đợt ${seed}`,
      body: [paragraph(typographic), figure(image, `Ảnh ${index}`)],
    })
    articles.push(article)
  }
  let drawn = 0
  const faults: (LineFault | undefined)[] = ['cut', 'lost', 'late', 'twice', 'half', 'html']
  wordpress.line.faults = ({ url }) => {
    // What a gate shows to readers is told apart elsewhere; here it stands between us and the interface.
    const isReader = !url.includes('rest_route')
    drawn += 1
    const dice = createHash('sha256').update(`${seed}.${drawn}`).digest().readUInt32BE() / 2 ** 32
    return dice < (isReader ? 0.25 : 0.3) ? faults[Math.floor(dice * 20)] : undefined
  }
  await desk.push(...articles)
  for (let hour = 0; hour < 60; hour += 1) {
    await desk.settle(1)
    await wordpress.line.deliverLate()
    if (articles.every(article => desk.jobs(article).every(job => job.state === 'done'))) break
    for (const job of desk.jobs()) {
      if (job.state === 'refused')
        value(await desk.publishing.handlers['publishing.retry']({ job: job.id }, desk.operator))
    }
  }
  wordpress.line.faults = () => undefined
  await wordpress.line.deliverLate()
  for (const article of articles) {
    expect(seen(desk, article)).toEqual({ state: 'live', right: true })
    const found = await posts(wordpress, article)
    expect(found.filter(([, status]) => status === 'publish')).toHaveLength(1)
  }
}
