import { createServer } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import { createClipboardConnector } from '#main/connectors/clipboard/connector'
import { manualClock } from '#tests/support/manual-clock'
import { bytesOf, openPublishingDesk, value } from '#tests/support/publishing-desk'
import { figure, paragraph } from '#tests/support/sealed-article'
import { whenFinished } from '#tests/support/when-finished'

vi.setConfig({ testTimeout: 90_000 })

/** A site of somebody else: what stands at its addresses. */
async function aSite() {
  const pages = new Map<string, string | Uint8Array>([['/', '<title>Xã Mẫu</title><p>Trang chủ</p>']])
  const server = createServer((request, response) => {
    const found = pages.get(decodeURIComponent(request.url ?? ''))
    if (found === undefined) response.writeHead(404).end('không có')
    else response.end(found)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  whenFinished(() => new Promise<void>(resolve => server.close(() => resolve())))
  const address = server.address()
  return { pages, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` }
}

async function queued() {
  const site = await aSite()
  const desk = await openPublishingDesk({
    clock: manualClock(),
    connectorFor: ({ url }) =>
      createClipboardConnector({ url, limits: { connectTimeoutMs: 5_000, deadlineMs: 10_000 } }),
  })
  const { handlers } = desk.publishing
  value(await handlers['portals.connect']({ url: site.url, name: 'Cổng xã', byHand: true }, desk.operator))
  const picture = await desk.addBlob(bytesOf('lúa'))
  const sealed = await desk.approve({
    headline: 'Lúa & khoai',
    lead: 'Sapo của bài.',
    fields: { category: 'thong-bao', tags: ['lúa'] },
    body: [paragraph('Đoạn một <dài>.'), figure(picture, 'Cánh đồng'), paragraph('Đoạn hai.')],
  })
  await desk.push()
  await desk.rest()
  const [job] = desk.jobs()
  if (job === undefined) throw new Error('no job')
  return { site, desk, handlers, picture, sealed, job }
}

describe('a portal by hand', () => {
  it('waits for a person, says what to copy, and is done when readers have seen it (P13)', async () => {
    const { site, desk, handlers, picture, sealed, job } = await queued()
    expect(desk.jobs()).toMatchObject([{ state: 'waiting', attempts: 0 }])
    const sheet = value(await handlers['publishing.handSheet']({ job: job.id }, desk.operator))
    expect(sheet).toMatchObject({
      decision: 'publish',
      url: null,
      text: {
        headline: 'Lúa & khoai',
        lead: 'Sapo của bài.',
        category: 'Thông báo',
        tags: ['lúa'],
        correction: null,
      },
    })
    const [file] = sheet.files
    expect(file?.name).toBe(`lua-khoai-${sealed.article.slice(0, 6)}-1-${picture.slice(0, 12)}.png`)
    expect(sheet.text?.bodyHtml).toContain(`[Ảnh: ${file?.name}]`)
    expect(sheet.text?.bodyHtml).toContain('Đoạn một &lt;dài&gt;.')
    expect(sheet.text?.bodyHtml).not.toContain('/blob/')
    expect(sheet.text?.bodyText).toContain('Đoạn một <dài>.')
    // From here on somebody may have put it there.
    expect(desk.jobs()).toMatchObject([{ state: 'unknown' }])
    expect(await handlers['publishing.cancel']({ jobs: [job.id] }, desk.operator)).toMatchObject({
      ok: false,
    })

    const url = `${site.url}/tin/lua`
    value(await handlers['publishing.handOver']({ job: job.id, url }, desk.operator))
    await desk.rest()
    expect(desk.jobs()).toMatchObject([
      { state: 'unknown', readBack: { parts: [{ part: 'text', verdict: 'missing' }, {}] } },
    ])

    site.pages.set(
      '/tin/lua',
      `<h2>Lúa &amp; khoai</h2><b>Sapo của bài.</b><div><p>Đoạn  một &lt;dài&gt;.</p></div>`,
    )
    desk.clock.advance(360_000)
    await desk.rest()
    expect(desk.jobs()[0]?.readBack?.parts).toMatchObject([{ verdict: 'different' }, { verdict: 'missing' }])

    const src = `/upload/2026/${file?.name}`
    site.pages.set(src, bytesOf('lúa'))
    site.pages.set(
      '/tin/lua',
      `<h2>Lúa &amp; khoai</h2><b>Sapo của bài.</b><div><p>Đoạn  một &lt;dài&gt;.</p><img src="${src}"><p>Cánh đồng</p><p>Đoạn hai.</p></div>`,
    )
    desk.clock.advance(360_000)
    await desk.rest()
    expect(desk.jobs()).toMatchObject([
      { state: 'done', readBack: { parts: [{ verdict: 'right' }, { verdict: 'right' }] } },
    ])
    expect(desk.publication(sealed.article)).toMatchObject({ state: 'live', url, confirmedSequence: 1 })
    await desk.close()
  })

  it('names a picture that the portal made smaller', async () => {
    const { site, desk, handlers, job } = await queued()
    const sheet = value(await handlers['publishing.handSheet']({ job: job.id }, desk.operator))
    const src = `/anh/${sheet.files[0]?.name}`
    site.pages.set(src, bytesOf('thu nhỏ', 500))
    site.pages.set(
      '/x',
      `<h1>Lúa & khoai</h1>Sapo của bài.<p>Đoạn một &lt;dài&gt;.<img src="${src}"><p>Cánh đồng<p>Đoạn hai.`,
    )
    value(await handlers['publishing.handOver']({ job: job.id, url: `${site.url}/x` }, desk.operator))
    await desk.rest()
    expect(desk.jobs()[0]?.readBack?.parts).toMatchObject([
      { verdict: 'right' },
      { part: 'picture', verdict: 'different' },
    ])
    await desk.close()
  })

  it('waits again when nothing was put there, and can then be called back', async () => {
    const { desk, handlers, job } = await queued()
    value(await handlers['publishing.handSheet']({ job: job.id }, desk.operator))
    value(await handlers['publishing.handOver']({ job: job.id, url: null }, desk.operator))
    await desk.rest()
    expect(desk.jobs()).toMatchObject([{ state: 'waiting' }])
    value(await handlers['publishing.cancel']({ jobs: [job.id] }, desk.operator))
    expect(desk.jobs()).toMatchObject([{ state: 'cancelled' }])
    await desk.close()
  })

  it('does not believe an address of another site, nor an approval that is void', async () => {
    const { desk, handlers, job, sealed } = await queued()
    value(await handlers['publishing.handSheet']({ job: job.id }, desk.operator))
    expect(
      await handlers['publishing.handOver']({ job: job.id, url: 'http://127.0.0.1:1/x' }, desk.operator),
    ).toMatchObject({ problem: { code: 'hand-address-foreign' } })
    value(await handlers['publishing.handOver']({ job: job.id, url: null }, desk.operator))
    await desk.reopen(sealed.article)
    expect(await handlers['publishing.handSheet']({ job: job.id }, desk.operator)).toMatchObject({
      ok: false,
    })
    await desk.close()
  })

  it('takes down by hand and sees that the page is gone', async () => {
    const { site, desk, handlers, job, sealed } = await queued()
    const sheet = value(await handlers['publishing.handSheet']({ job: job.id }, desk.operator))
    const src = `/anh/${sheet.files[0]?.name}`
    site.pages.set(src, bytesOf('lúa'))
    site.pages.set(
      '/x',
      `<h1>Lúa & khoai</h1>Sapo của bài.<p>Đoạn một &lt;dài&gt;.<img src="${src}"><p>Cánh đồng<p>Đoạn hai.`,
    )
    const url = `${site.url}/x`
    value(await handlers['publishing.handOver']({ job: job.id, url }, desk.operator))
    await desk.rest()
    value(await handlers['publishing.takeDown']({ article: sealed.article, reason: 'sai' }, desk.operator))
    await desk.rest()
    const down = desk.jobs(sealed.article).at(-1)
    if (down === undefined) throw new Error('no job')
    const gone = value(await handlers['publishing.handSheet']({ job: down.id }, desk.operator))
    expect(gone).toEqual({ decision: 'take-down', url, text: null, files: [], notice: null })
    value(await handlers['publishing.handOver']({ job: down.id, url }, desk.operator))
    await desk.rest()
    expect(desk.jobs(sealed.article).at(-1)).toMatchObject({ state: 'unknown' })
    site.pages.delete('/x')
    desk.clock.advance(360_000)
    await desk.rest()
    expect(desk.publication(sealed.article)).toMatchObject({ state: 'taken-down' })
    expect(desk.jobs(sealed.article).at(-1)).toMatchObject({ state: 'done' })
    await desk.close()
  })
})
