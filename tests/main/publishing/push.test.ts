import { describe, expect, it, vi } from 'vitest'
import { startFaultPortal } from '#tests/support/fault-portal'
import { manualClock } from '#tests/support/manual-clock'
import { bytesOf, openPublishingDesk, value } from '#tests/support/publishing-desk'
import { attachment, figure, paragraph } from '#tests/support/sealed-article'

async function deskAndPortal() {
  const clock = manualClock()
  const portal = await startFaultPortal(clock.environment)
  const desk = await openPublishingDesk({ clock })
  await desk.connect(portal)
  return { clock, portal, desk }
}

describe('push', () => {
  it('carries an approved article to readers and proves what they see (P6)', async () => {
    const { portal, desk } = await deskAndPortal()
    const picture = await desk.addBlob(bytesOf('lúa'))
    const file = await desk.addBlob(bytesOf('pdf'), 'application/pdf')
    const sealed = await desk.approve({
      body: [
        paragraph('Lúa trổ bông.'),
        figure(picture, 'Cánh đồng'),
        attachment(file, 'bieu.pdf', 'application/pdf'),
      ],
    })
    await desk.push()
    await desk.rest()

    const [job] = desk.jobs()
    expect(job).toMatchObject({ state: 'done', sequence: 1, attempts: 0, sentBlobs: 2, problem: null })
    expect(job?.key).toBe(`${job?.portal}.${sealed.article}.1`)
    const publication = desk.publication(sealed.article)
    expect(publication).toMatchObject({
      state: 'live',
      confirmedSequence: 1,
      revision: sealed.revisionHash,
      url: `${portal.url}/bai/${sealed.slug}`,
    })
    expect(publication?.readBack?.parts).toEqual([
      { part: 'text', label: 'Xã mở lớp kỹ năng số cho bà con', verdict: 'right' },
      { part: 'picture', label: 'Cánh đồng', verdict: 'right' },
      { part: 'file', label: 'bieu.pdf', verdict: 'right' },
    ])
    expect(await portal.ledger()).toMatchObject([
      { article: sealed.article, sequence: 1, decision: 'publish', revision: sealed.revisionHash },
    ])
    const readers = portal.requests.filter(({ path }) => path.startsWith('/bai') || path.startsWith('/blob'))
    expect(readers).toHaveLength(3)
    expect(readers.filter(({ headers }) => headers.authorization !== undefined)).toEqual([])
    await desk.close()
  })

  it('stores the bytes before the first of them leaves (P1)', async () => {
    const { portal, desk } = await deskAndPortal()
    const sealed = await desk.approve()
    await desk.push()
    const [queued] = desk.jobs()
    if (queued === undefined) throw new Error('nothing queued')
    const stored = await desk.store.blobs.read(queued.payload)
    await desk.rest()
    const sent = portal.requests.find(({ path }) => path.endsWith(`/${sealed.article}/publications/1`))
    expect(sent?.body.equals(stored)).toBe(true)
    await desk.close()
  })

  it('sends a blob once, however many articles show it', async () => {
    const { portal, desk } = await deskAndPortal()
    const picture = await desk.addBlob(bytesOf('chung'))
    await desk.approve({ body: [figure(picture)] })
    await desk.approve({ body: [figure(picture)], headline: 'Bài thứ hai' })
    await desk.push()
    await desk.rest()
    expect(desk.jobs().map(job => job.state)).toEqual(['done', 'done'])
    expect(
      portal.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/blobs/')),
    ).toHaveLength(1)
    await desk.close()
  })

  it('lists what is ready with its size, and nothing that is on its way or there already', async () => {
    const { desk } = await deskAndPortal()
    const picture = await desk.addBlob(bytesOf('to', 5_000))
    const sealed = await desk.approve({ body: [figure(picture)] })
    const before = await desk.view()
    expect(before.ready).toMatchObject([
      { id: sealed.article, files: 1, decision: 'publish', bytes: 5_000 + Buffer.byteLength(sealed.html) },
    ])
    await desk.push()
    expect(await desk.view()).toMatchObject({
      ready: [],
      active: [{ state: 'waiting' }],
      totals: { articles: 1 },
    })
    await desk.rest()
    expect(await desk.view()).toMatchObject({ ready: [], active: [], finished: [{ state: 'done' }] })
    await desk.close()
  })

  it('lists what is ready a page at a time, with what all of it comes to', async () => {
    const { desk } = await deskAndPortal()
    const { handlers } = desk.publishing
    const bytes: number[] = []
    for (let n = 0; n < 103; n += 1)
      bytes.push(Buffer.byteLength((await desk.approve({ headline: `Bài ${n}` })).html))
    const readyTotals = { articles: 103, bytes: bytes.reduce((sum, one) => sum + one, 0) }
    const page = async (readyFrom: number) =>
      value(await handlers['publishing.read']({ readyFrom }, desk.operator))
    const first = await desk.view()
    const second = await page(100)
    expect([first.ready.length, second.ready.length]).toEqual([100, 3])
    expect(first.readyTotals).toEqual({ ...readyTotals, from: 0 })
    expect(second.readyTotals).toEqual({ ...readyTotals, from: 100 })
    expect(new Set([...first.ready, ...second.ready].map(({ id }) => id)).size).toBe(103)
    expect((await page(500)).ready).toEqual(first.ready)
    await desk.close()
  })

  it('asks the disk once for what a ready text comes to, however often the screen asks', async () => {
    const { desk } = await deskAndPortal()
    const picture = await desk.addBlob(bytesOf('to', 5_000))
    const sealed = await desk.approve({ body: [figure(picture)] })
    const size = vi.spyOn(desk.core.store.blobs, 'size')
    const first = await desk.view()
    const asked = size.mock.calls.length
    expect(asked).toBeGreaterThan(0)
    expect(first.ready).toMatchObject([{ bytes: 5_000 + Buffer.byteLength(sealed.html) }])
    expect(await desk.view()).toEqual(first)
    expect(size.mock.calls.length).toBe(asked)
    await desk.close()
  })

  it('queues the others when one may not go, and names that one (P5)', async () => {
    const { desk } = await deskAndPortal()
    const lost = await desk.approve({ fields: { category: 'khong-co' } })
    await desk.approve({ headline: 'Bài đúng chuyên mục' })
    const { handlers } = desk.publishing
    const answer = value(await handlers['publishing.push']({}, desk.operator))
    expect(answer.queued).toBe(1)
    expect(answer.left).toMatchObject([
      { article: lost.article, problem: { code: 'category-unmapped', params: { category: 'khong-co' } } },
    ])
    const alone = await handlers['publishing.push']({ articles: [lost.article] }, desk.operator)
    expect(alone).toMatchObject({ ok: false, problem: { code: 'category-unmapped' } })
    await desk.close()
  })

  it('refuses a file larger than the portal says it takes, or of another sort, before anything leaves', async () => {
    const { portal, desk } = await deskAndPortal()
    const [connected] = desk.store.all('portals').values()
    if (connected === undefined) throw new Error('nothing is connected')
    expect(connected.limits?.blobBytes).toBeGreaterThan(1_000_000)
    const file = await desk.addBlob(new Uint8Array(300_000), 'application/pdf')
    await desk.approve({ body: [attachment(file, 'bieu.pdf', 'application/pdf')] })
    const put = { ...connected, limits: { blobBytes: 200_000, articleBytes: 1_000_000 } }
    const event = { type: 'portal.tested', at: connected.addedAt, actor: null, subject: put.id, details: {} }
    await desk.store.commit({ event, changes: [{ collection: 'portals', put }] })
    const refused = await desk.publishing.handlers['publishing.push']({}, desk.operator)
    expect(refused).toMatchObject({
      ok: false,
      problem: {
        code: 'portal-file-limit',
        params: { name: 'bieu.pdf', sizeBytes: 300_000, limitBytes: 200_000 },
      },
    })
    const picky = {
      ...connected,
      limits: { blobBytes: 400_000, articleBytes: 1_000_000, mediaTypes: ['image/webp'] },
    }
    await desk.store.commit({ event, changes: [{ collection: 'portals', put: picky }] })
    expect(await desk.publishing.handlers['publishing.push']({}, desk.operator)).toMatchObject({
      ok: false,
      problem: { code: 'portal-file-type', params: { name: 'bieu.pdf', type: 'PDF', types: 'WebP' } },
    })
    const sent = portal.requests.filter(({ path }) => /\/(?:blobs|articles)\//.test(path))
    expect(sent.map(({ method }) => method)).not.toContain('PUT')
    await desk.close()
  })

  it('refuses what is not approved, what has a broken seal, and a schedule in the past (P4)', async () => {
    const { desk } = await deskAndPortal()
    const { handlers } = desk.publishing
    const sealed = await desk.approve()
    const push = (input: { scheduledFor?: string }) =>
      handlers['publishing.push']({ articles: [sealed.article], ...input }, desk.operator)
    expect(await push({ scheduledFor: '2020-01-01T00:00:00.000Z' })).toMatchObject({
      problem: { code: 'schedule-in-past' },
    })
    const article = desk.store.get('articles', sealed.article)
    if (article?.approval == null) throw new Error('no approval')
    const other = await desk.approve({ headline: 'Bài khác' })
    const borrowed = { ...article, approval: { ...article.approval, seal: other.seal } }
    const event = { type: 'test', at: article.createdAt, actor: null, subject: null, details: {} }
    await desk.store.commit({ event, changes: [{ collection: 'articles', put: borrowed }] })
    expect(await push({})).toMatchObject({ problem: { code: 'seal-invalid', params: { reason: 'article' } } })
    await desk.reopen(sealed.article)
    expect(await push({})).toMatchObject({ problem: { code: 'not-approved' } })
    expect(desk.jobs()).toEqual([])
    await desk.close()
  })

  it('has no portal to push to before one is connected', async () => {
    const desk = await openPublishingDesk()
    await desk.approve()
    const answer = await desk.publishing.handlers['publishing.push']({}, desk.operator)
    expect(answer).toMatchObject({ ok: false, problem: { code: 'no-portal' } })
    expect((await desk.view()).ready).toHaveLength(1)
    await desk.close()
  })
})
