import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { articleMarkers } from '#common/api/portal-api'
import { attachment, figure, paragraph, publishRequestOf } from '#tests/support/sealed-article'
import { openTestPortal, type TestPortal } from '#tests/support/test-portal'

async function page(portal: TestPortal, path: string): Promise<string> {
  const response = await portal.get(path)
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}

/** How often a headline stands as text between tags, which is once for each place where a reader sees it. */
function timesShown(html: string, headline: string): number {
  return html.split(`>${headline}<`).length - 1
}

function blockTitles(html: string): string[] {
  return [...html.matchAll(/class="block-title"[^>]*>(?:<a [^>]*>)?([^<]+)/g)].map(match => match[1] ?? '')
}

const daysAgo = (days: number): string => new Date(Date.UTC(2026, 10, 22) - days * 86_400_000).toISOString()

describe('the article page', () => {
  it('holds the approved HTML byte for byte between the markers', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.publish({
      headline: 'Giá “phân bón” < 900.000 đồng & thuốc',
      lead: 'Dấu nháy \' và " và $& giữ nguyên.',
      body: [paragraph('Một dòng   nhiều dấu cách, ký tự 𝐁 và \u00a0.')],
    })
    const html = await page(portal, `/bai/${sealed.slug}`)
    const between = html.split(articleMarkers.start)[1]?.split(articleMarkers.end)[0]
    expect(between).toBe(sealed.html)
  })

  it('serves stored bytes even when a newer renderer would write others', async () => {
    const portal = await openTestPortal()
    const { article } = await portal.seal()
    const html = '<article class="article"><h1>Bản của trình hiển thị khác</h1></article>'
    const { sha256 } = await import('#tests/support/sealed-article')
    const sealed = await portal.seal({ article }, { payload: { html: sha256(html) as never } })
    await portal.put(article, 1, { ...publishRequestOf(sealed), html })
    expect(await page(portal, `/bai/${sealed.slug}`)).toContain(html)
  })

  it('tells when it was published, in the one date format', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.publish({}, '2026-11-20T03:32:00.000Z')
    expect(await page(portal, `/bai/${sealed.slug}`)).toContain(
      'Đăng lúc <time datetime="2026-11-20T03:32:00.000Z">20/11/2026 10:32</time>',
    )
  })

  it('shows every correction with number, text and time, newest first', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.publish()
    const request = { ...publishRequestOf(sealed), decision: 'correct' as const }
    const notice = (number: number) => ({
      number,
      text: `Sửa <số> ${number}`,
      at: '2026-11-21T01:05:00.000Z',
    })
    await portal.put(sealed.article, 2, { ...request, notice: notice(1) }, 1)
    await portal.put(sealed.article, 3, { ...request, notice: notice(2) }, 2)
    await portal.put(sealed.article, 4, publishRequestOf(sealed), 3)
    const html = await page(portal, `/bai/${sealed.slug}`)
    const second = html.indexOf('Đính chính lần 2')
    expect(second).toBeGreaterThan(0)
    expect(html.indexOf('Đính chính lần 1')).toBeGreaterThan(second)
    expect(html).toContain('Sửa &lt;số&gt; 1')
    expect(html).toContain('21/11/2026 08:05')
  })

  it('has neighbours of the same category and others, each once, and itself in neither', async () => {
    const portal = await openTestPortal()
    const titles = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám']
    for (const [index, headline] of titles.entries()) {
      const category = index % 2 === 0 ? 'thong-bao' : 'huong-dan'
      await portal.publish({ headline, fields: { category } }, daysAgo(index))
    }
    const sealed = await portal.publish(
      { headline: 'Chính bài', fields: { category: 'thong-bao' } },
      daysAgo(9),
    )
    const html = await page(portal, `/bai/${sealed.slug}`)
    expect(blockTitles(html)).toEqual(['Tin cùng chuyên mục', 'Tin khác'])
    for (const title of titles) expect([title, timesShown(html, title)]).toEqual([title, 1])
    expect(html.indexOf('>Một<')).toBeLessThan(html.indexOf('>Ba<'))
    expect(html.indexOf('>Bảy<')).toBeLessThan(html.indexOf('>Hai<'))
    expect(timesShown(html, 'Chính bài')).toBe(1)
  })

  it('has no block where there is nothing to show', async () => {
    const portal = await openTestPortal()
    const sealed = await portal.publish()
    const html = await page(portal, `/bai/${sealed.slug}`)
    expect(blockTitles(html)).toEqual([])
    expect(html).not.toMatch(/<(ul|section|div)[^>]*>\s*<\/\1>/)
  })

  it('names the original as canonical for a repost and itself otherwise', async () => {
    const portal = await openTestPortal({ publicUrl: 'https://yenmau.example' })
    const own = await portal.publish({ fields: { sourceUrl: 'https://bao.example/tin' } })
    const repost = await portal.publish({
      headline: 'Đăng lại',
      fields: { kind: 'repost', sourceName: 'Báo', sourceUrl: 'https://bao.example/tin?a=1&b=2' },
    })
    expect(await page(portal, `/bai/${own.slug}`)).toContain(
      `<link rel="canonical" href="https://yenmau.example/bai/${own.slug}">`,
    )
    expect(await page(portal, `/bai/${repost.slug}`)).toContain(
      '<link rel="canonical" href="https://bao.example/tin?a=1&amp;b=2">',
    )
  })

  it.each([
    ['take-down', 'Bài viết đã được gỡ'],
    ['expire', 'Bài viết đã hết thời hạn đăng'],
  ] as const)('after %s is gone, in plain words and without the text', async (decision, words) => {
    const portal = await openTestPortal()
    const sealed = await portal.publish({ headline: 'Tên người lỡ nêu' })
    const at = '2026-11-22T03:00:00.000Z'
    const request = decision === 'expire' ? { decision, at } : { decision, reason: 'Lộ thông tin riêng', at }
    await portal.put(sealed.article, 2, request, 1)
    const response = await portal.get(`/bai/${sealed.slug}`)
    const html = await response.text()
    expect(response.status).toBe(410)
    expect(html).toContain(words)
    for (const secret of ['Tên người lỡ nêu', 'Lộ thông tin riêng', 'nhà văn hóa thôn']) {
      expect(html).not.toContain(secret)
    }
    for (const path of ['/', '/rss.xml', '/sitemap.xml', '/chuyen-muc/tin-tuc-su-kien']) {
      expect(await page(portal, path)).not.toContain(sealed.slug)
    }
  })

  it('escapes what it takes from the document into lists, titles and feeds', async () => {
    const portal = await openTestPortal()
    const hostile = '"><img src=x onerror=alert(1)>&\''
    const sealed = await portal.publish({ headline: hostile, lead: hostile })
    await portal.publish({ headline: 'Bài khác' })
    for (const path of ['/', `/bai/${sealed.slug}`, '/chuyen-muc/tin-tuc-su-kien', '/rss.xml']) {
      const html = await page(portal, path)
      expect(html).not.toContain('<img src=x')
      expect(html).toContain('&quot;&gt;&lt;img src=x')
    }
  })
})

describe('the home page', () => {
  it('teaches when there is nothing yet', async () => {
    const portal = await openTestPortal()
    const html = await page(portal, '/')
    expect(html).toContain('Chưa có tin bài nào')
    expect(blockTitles(html)).toEqual([])
  })

  it('shows each article once, newest first, in blocks none of which is empty', async () => {
    const portal = await openTestPortal()
    const titles = Array.from({ length: 14 }, (_, index) => `Tin số ${index + 1}.`)
    for (const [index, headline] of titles.entries()) {
      const category = index % 3 === 0 ? 'thong-bao' : 'huong-dan'
      await portal.publish({ headline, fields: { category } }, daysAgo(index))
    }
    const html = await page(portal, '/')
    expect(blockTitles(html)).toEqual(['Tin mới', 'Thông báo', 'Hướng dẫn'])
    for (const title of titles.slice(0, 13)) expect(timesShown(html, title)).toBeLessThanOrEqual(1)
    expect(titles.slice(0, 7).map(title => timesShown(html, title))).toEqual(Array(7).fill(1))
    const places = titles.slice(0, 7).map(title => html.indexOf(`>${title}<`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('shows hot items apart, only while they are hot', async () => {
    const portal = await openTestPortal()
    await portal.publish({ headline: 'Bão gần bờ', fields: { hotUntil: '2026-11-22T05:00:00.000Z' } })
    expect(blockTitles(await page(portal, '/'))).toEqual(['Tin nóng'])
    portal.nowMs = Date.parse('2026-11-22T05:00:00.000Z')
    const html = await page(portal, '/')
    expect(blockTitles(html)).toEqual(['Tin mới'])
    expect(timesShown(html, 'Bão gần bờ')).toBe(1)
  })

  it('uses one date format everywhere', async () => {
    const portal = await openTestPortal()
    await portal.publish({ headline: 'A' }, daysAgo(1))
    await portal.publish({ headline: 'B', fields: { hotUntil: '2030-01-01T00:00:00.000Z' } }, daysAgo(2))
    const html = await page(portal, '/')
    const times = [...html.matchAll(/<time datetime="[^"]+">([^<]+)<\/time>/g)].map(match => match[1])
    expect(times).toHaveLength(2)
    for (const time of times) expect(time).toMatch(/^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}$/)
  })
})

describe('a category', () => {
  it('lists its articles in pages of 18', async () => {
    const portal = await openTestPortal()
    const sealed = await Promise.all(
      Array.from({ length: 19 }, (_, index) => portal.seal({ headline: `Tin ${index}.` })),
    )
    for (const [index, one] of sealed.entries()) {
      await portal.put(one.article, 1, publishRequestOf(one, daysAgo(index)))
    }
    const first = await page(portal, '/chuyen-muc/tin-tuc-su-kien')
    expect(timesShown(first, 'Tin 17.')).toBe(1)
    expect(timesShown(first, 'Tin 18.')).toBe(0)
    expect(first).toContain('href="/chuyen-muc/tin-tuc-su-kien?trang=2"')
    const second = await page(portal, '/chuyen-muc/tin-tuc-su-kien?trang=2')
    expect(timesShown(second, 'Tin 18.')).toBe(1)
    expect(second).not.toContain('Tin cũ hơn')
    expect((await portal.get('/chuyen-muc/tin-tuc-su-kien?trang=3')).status).toBe(404)
  })

  it('without articles says so; an unknown one is not found', async () => {
    const portal = await openTestPortal()
    expect(await page(portal, '/chuyen-muc/thong-bao')).toContain('Chuyên mục này chưa có tin bài nào')
    expect((await portal.get('/chuyen-muc/khong-co')).status).toBe(404)
  })
})

describe('feeds', () => {
  it('carry live articles with absolute addresses', async () => {
    const portal = await openTestPortal({ publicUrl: 'https://yenmau.example/' })
    const sealed = await portal.publish({ lead: 'Tóm tắt' }, '2026-11-20T03:32:00.000Z')
    const rss = await page(portal, '/rss.xml')
    expect(rss).toContain(`<link>https://yenmau.example/bai/${sealed.slug}</link>`)
    expect(rss).toContain('<pubDate>Fri, 20 Nov 2026 03:32:00 GMT</pubDate>')
    expect(await page(portal, '/sitemap.xml')).toContain(
      `<loc>https://yenmau.example/bai/${sealed.slug}</loc>`,
    )
    expect(await page(portal, '/robots.txt')).toContain('Sitemap: https://yenmau.example/sitemap.xml')
  })
})

describe('every page', () => {
  it('comes with strict headers', async () => {
    const portal = await openTestPortal()
    const { slug } = await portal.publish()
    for (const path of ['/', `/bai/${slug}`, '/chuyen-muc/thong-bao', '/khong-co', '/style.css']) {
      const { headers } = await portal.get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/script-src|unsafe|\*/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    }
  })

  it('has no script and no style of its own, which the policy would stop', async () => {
    const portal = await openTestPortal()
    const picture = await portal.putBlob(Buffer.from('ảnh'))
    const { slug } = await portal.publish({ body: [figure(picture)] })
    for (const path of ['/', `/bai/${slug}`]) {
      expect(await page(portal, path)).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/)
    }
  })

  it('finds its stylesheet and fonts', async () => {
    const portal = await openTestPortal()
    const css = await page(portal, '/style.css')
    const fonts = [...css.matchAll(/url\("(fonts\/[^"]+)"\)/g)].map(match => match[1])
    expect(fonts).toHaveLength(4)
    for (const font of fonts) {
      const response = await portal.get(`/${font}`)
      const bytes = Buffer.from(await response.arrayBuffer())
      expect([response.headers.get('content-type'), bytes.toString('latin1', 0, 4)]).toEqual([
        'font/woff2',
        'wOF2',
      ])
    }
    expect((await portal.get('/fonts/khac.woff2')).status).toBe(404)
    expect((await portal.get('/favicon.svg')).headers.get('content-type')).toBe('image/svg+xml')
  })

  it('that is not there says so in Vietnamese', async () => {
    const portal = await openTestPortal()
    for (const path of ['/khong-co', '/bai/khong-co', `/blob/${'0'.repeat(64)}`]) {
      const response = await portal.get(path)
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('Không tìm thấy trang')
    }
  })
})

describe('a picture or file', () => {
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(20)])

  it('is public only while a live article shows it', async () => {
    const portal = await openTestPortal()
    const hash = await portal.putBlob(png)
    expect((await portal.get(`/blob/${hash}`)).status).toBe(404)
    const one = await portal.publish({ headline: 'Một', body: [figure(hash)] })
    const two = await portal.publish({ headline: 'Hai', body: [figure(hash)] })
    const at = '2026-11-22T03:00:00.000Z'
    await portal.put(one.article, 2, { decision: 'expire', at }, 1)
    expect((await portal.get(`/blob/${hash}`)).status).toBe(200)
    await portal.put(two.article, 2, { decision: 'expire', at }, 1)
    expect((await portal.get(`/blob/${hash}`)).status).toBe(404)
  })

  it.each([
    ['image/png', png],
    ['image/jpeg', Buffer.from('\xff\xd8\xff\xe0 rest', 'latin1')],
    ['image/webp', Buffer.from('RIFF1234WEBPVP8 ')],
    ['image/gif', Buffer.from('GIF89a............')],
    ['image/avif', Buffer.from('\0\0\0\x1cftypavif....', 'latin1')],
    ['application/octet-stream', Buffer.from('<svg onload="alert(1)"></svg>')],
  ])('is served as %s by its own bytes', async (type, bytes) => {
    const portal = await openTestPortal()
    const hash = await portal.putBlob(bytes)
    await portal.publish({ body: [figure(hash)] })
    const response = await portal.get(`/blob/${hash}`)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
    const sandboxed = response.headers.get('content-security-policy')?.startsWith('sandbox; ')
    expect(sandboxed).toBe(type === 'application/octet-stream')
  })

  it('as a file is downloaded under its name without accents and never rendered here', async () => {
    const portal = await openTestPortal()
    const hash = await portal.putBlob(Buffer.from('<script>alert(1)</script>'))
    await portal.publish({ body: [attachment(hash, 'Quyết định "15" (sửa).html', 'text/html')] })
    const { headers } = await portal.get(`/blob/${hash}`)
    expect(headers.get('content-disposition')).toBe('attachment; filename="quyet-dinh-15-sua.html"')
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  })
})

describe('a picture in lists', () => {
  /** Left half red, right half blue. */
  const halves = async () =>
    sharp({ create: { width: 1_600, height: 400, channels: 3, background: 'red' } })
      .composite([
        {
          input: await sharp({ create: { width: 800, height: 400, channels: 3, background: 'blue' } })
            .png()
            .toBuffer(),
          left: 800,
          top: 0,
        },
      ])
      .webp()
      .toBuffer()
  const shown = async (focus?: { x: number; y: number }) => {
    const portal = await openTestPortal()
    const hash = await portal.putBlob(await halves())
    const picture = { type: 'figure', attrs: { image: hash, alt: 'Kênh', ...(focus && { focus }) } }
    await portal.publish({ body: [picture] })
    const html = await page(portal, '/')
    const addresses = [...(/srcset="([^"]+)"/.exec(html)?.[1] ?? '').matchAll(/(\S+) (\d+)w/g)]
    return {
      portal,
      hash,
      addresses: addresses.map(([, path = '', width]) => ({ path, width: Number(width) })),
    }
  }

  it('comes in several widths of one shape, none wider than it is', async () => {
    const { portal, addresses } = await shown()
    expect(addresses.map(({ width }) => width)).toEqual([240, 480, 960])
    for (const { path, width } of addresses) {
      const answer = await portal.get(path)
      expect(answer.headers.get('cache-control')).toContain('immutable')
      const made = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
      expect([made.format, made.width]).toEqual(['webp', Math.min(width, 600)])
      expect(Math.abs((made.width ?? 0) / (made.height ?? 1) - 1.5)).toBeLessThan(0.02)
    }
  })

  it.each([
    [undefined, ['red', 'blue']],
    [{ x: 0, y: 50 }, ['red', 'red']],
    [{ x: 100, y: 50 }, ['blue', 'blue']],
  ])('is cropped around its focus point %j', async (focus, colours) => {
    const { portal, addresses } = await shown(focus)
    const bytes = Buffer.from(await (await portal.get(addresses[0]?.path ?? '')).arrayBuffer())
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    const colourAt = (x: number) => {
      const [red = 0, , blue = 0] = data.subarray((x + 20 * info.width) * info.channels)
      return red > blue ? 'red' : 'blue'
    }
    expect([colourAt(10), colourAt(info.width - 10)]).toEqual(colours)
  })

  it('is made for no other sizes and pictures than lists show, and shown whole when it cannot be cropped', async () => {
    const { portal, hash } = await shown({ x: 30, y: 70 })
    for (const path of ['30-70/300', '30-71/240', '30-70/240x', 'a/240'])
      expect([path, (await portal.get(`/anh/${hash}/${path}.webp`)).status]).toEqual([path, 404])
    expect((await portal.get(`/anh/${'a'.repeat(64)}/50-50/240.webp`)).status).toBe(404)
    const broken = await portal.putBlob(Buffer.from('RIFF1234WEBPVP8 '))
    await portal.publish({ body: [figure(broken)] })
    const answer = await portal.get(`/anh/${broken}/50-50/240.webp`)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/blob/${broken}`])
  })
})
