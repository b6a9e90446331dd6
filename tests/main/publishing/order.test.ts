import { describe, expect, it, vi } from 'vitest'
import type { ArticleId } from '#common/domain/ids'
import { startFaultPortal } from '#tests/support/fault-portal'
import { manualClock } from '#tests/support/manual-clock'
import { bytesOf, openPublishingDesk, value } from '#tests/support/publishing-desk'
import { figure, paragraph, publishRequestOf, sealArticle } from '#tests/support/sealed-article'

// Real HTTP and real syncs, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 })

async function deskAndPortal() {
  const clock = manualClock()
  const portal = await startFaultPortal(clock.environment)
  const desk = await openPublishingDesk({ clock })
  await desk.connect(portal)
  return { clock, portal, desk, handlers: desk.publishing.handlers }
}

const isMessage = ({ method, path }: { method: string; path: string }) =>
  method === 'PUT' && path.includes('/publications/')

describe('the order of decisions (P3)', () => {
  it('keeps version 2 when version 1 failed, 2 succeeded and 1 arrives late', async () => {
    const { portal, desk } = await deskAndPortal()
    const first = await desk.approve({ body: [paragraph('Bản một.')] })
    portal.faults = request => (isMessage(request) ? { kind: 'late' } : undefined)
    await desk.push()
    await desk.rest()
    expect(desk.jobs()).toMatchObject([{ state: 'unknown', sequence: 1 }])
    portal.faults = () => undefined
    const second = await desk.approve({ article: first.article, body: [paragraph('Bản hai.')] })
    await desk.push(first.article)
    await desk.settle(1)
    expect(desk.jobs().map(job => [job.sequence, job.state])).toEqual([
      [1, 'superseded'],
      [2, 'done'],
    ])
    await portal.deliverLate()
    expect((await portal.ledger()).map(line => [line.sequence, line.revision])).toEqual([
      [2, second.revisionHash],
    ])
    await desk.close()
  })

  it('names its predecessor rightly when version 1 arrives between the question and version 2', async () => {
    const { portal, desk } = await deskAndPortal()
    const first = await desk.approve({ body: [paragraph('Bản một.')] })
    portal.faults = request => (isMessage(request) ? { kind: 'late' } : undefined)
    await desk.push()
    await desk.rest()
    portal.faults = () => undefined
    const second = await desk.approve({ article: first.article, body: [paragraph('Bản hai.')] })
    await desk.push(first.article)
    let delivered: Promise<void> | undefined
    portal.faults = request => {
      if (isMessage(request) && delivered === undefined) {
        delivered = portal.deliverLate()
        return { kind: 'status', status: 500 }
      }
      return undefined
    }
    await desk.settle(1)
    await delivered
    const ledger = await portal.ledger()
    expect(ledger.map(line => line.sequence)).toEqual([1, 2])
    expect(desk.publication(first.article)).toMatchObject({
      state: 'live',
      revision: second.revisionHash,
      confirmedSequence: 2,
    })
    await desk.close()
  })

  it('supersedes what waits: only the newest decision leaves', async () => {
    const { portal, desk } = await deskAndPortal()
    await portal.down()
    const first = await desk.approve({ body: [paragraph('Bản một.')] })
    await desk.push(first.article)
    await desk.approve({ article: first.article, body: [paragraph('Bản hai.')] })
    await desk.push(first.article)
    await portal.up()
    await desk.settle(1)
    expect(desk.jobs().map(job => job.state)).toEqual(['superseded', 'done'])
    expect((await portal.ledger()).map(line => line.sequence)).toEqual([2])
    await desk.close()
  })

  it('gives way to a portal that is ahead, and the next push goes above it', async () => {
    const { portal, desk, handlers } = await deskAndPortal()
    const sealed = await desk.approve()
    await desk.push()
    await desk.rest()
    // A copy of this workspace, restored elsewhere, decided twice more.
    const { publishToken } = portal.portal.credentials
    for (const sequence of [2, 3]) {
      const answer = await fetch(`${portal.url}/api/v1/articles/${sealed.article}/publications/${sequence}`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${publishToken}`,
          'content-type': 'application/json',
          'if-match': `"${sequence - 1}"`,
        },
        body: JSON.stringify({ decision: 'take-down', reason: 'khác', at: '2026-11-20T03:00:00.000Z' }),
      })
      expect(answer.status).toBe(200)
    }
    await desk.push(sealed.article)
    await desk.settle(1)
    expect(desk.jobs().at(-1)).toMatchObject({
      state: 'superseded',
      problem: { code: 'portal-ahead', params: { sequence: '3' } },
    })
    expect(desk.publication(sealed.article)).toMatchObject({ state: 'taken-down', sequence: 3 })
    await desk.push(sealed.article)
    await desk.settle(1)
    expect(desk.publication(sealed.article)).toMatchObject({ state: 'live', confirmedSequence: 4 })
    value(await handlers['publishing.read']({}, desk.operator))
    await desk.close()
  })

  it('shows a text that another workstation put there as different, and looks at it no more than once', async () => {
    const { portal, desk } = await deskAndPortal()
    const { article } = await desk.approve()
    await desk.push()
    await desk.rest()
    const other = await sealArticle(desk.reviewer, { article, headline: 'Bản của máy khác' })
    await portal.portal.fetch(
      new Request(`${portal.url}/api/v1/articles/${article}/publications/2`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${portal.portal.credentials.publishToken}`, 'if-match': '"1"' },
        body: JSON.stringify(publishRequestOf(other)),
      }),
    )
    await desk.push(article)
    await desk.settle(1)
    expect(desk.publication(article)).toMatchObject({ confirmedSequence: 2, revision: other.revisionHash })
    const before = portal.requests.length
    desk.clock.advance(2 * 3_600_000)
    await desk.rest()
    expect(desk.publication(article)?.readBack?.parts).toMatchObject([{ part: 'text', verdict: 'different' }])
    expect(portal.requests.slice(before).filter(({ path }) => path.startsWith('/bai/'))).toHaveLength(2)
    await desk.close()
  })

  it('does not take another text under the same number for its own', async () => {
    const { portal, desk } = await deskAndPortal()
    const ours = await desk.approve({ body: [paragraph('Bản của ta.')] })
    const theirs = await sealArticle(desk.reviewer, {
      article: ours.article,
      body: [paragraph('Bản của máy khác.')],
    })
    const { publishToken } = portal.portal.credentials
    await fetch(`${portal.url}/api/v1/articles/${ours.article}/publications/1`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${publishToken}`,
        'content-type': 'application/json',
        'if-none-match': '*',
      },
      body: JSON.stringify(publishRequestOf(theirs)),
    })
    await desk.push()
    await desk.settle(1)
    expect(desk.jobs()).toMatchObject([{ state: 'superseded', problem: { code: 'portal-ahead' } }])
    expect(desk.publication(ours.article)).toMatchObject({ revision: theirs.revisionHash, sequence: 1 })
    await desk.push()
    await desk.settle(1)
    expect(desk.publication(ours.article)).toMatchObject({ revision: ours.revisionHash, sequence: 2 })
    await desk.close()
  })

  it('sends to a portal that was restored from an empty backup', async () => {
    const { portal, desk } = await deskAndPortal()
    const sealed = await desk.approve()
    await desk.push()
    await desk.rest()
    await portal.forget()
    await desk.connect(portal)
    await desk.push(sealed.article)
    await desk.settle(1)
    expect(desk.jobs().map(job => job.state)).toEqual(['done', 'done'])
    expect((await portal.ledger()).map(line => line.sequence)).toEqual([2])
    expect(desk.publication(sealed.article)).toMatchObject({ state: 'live', confirmedSequence: 2 })
    await desk.close()
  })
})

describe('one photo of eight (product: Publii reports success)', () => {
  it('is not green without it, and the next try sends exactly that one', async () => {
    const { portal, desk, handlers } = await deskAndPortal()
    const pictures = []
    for (let n = 1; n <= 8; n += 1) pictures.push(await desk.addBlob(bytesOf(`ảnh ${n}`)))
    const sealed = await desk.approve({ body: pictures.map(hash => figure(hash)) })
    const fifth = pictures[4]
    if (fifth === undefined) throw new Error('no fifth picture')
    const uploads = () =>
      portal.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/blobs/'))
    portal.faults = ({ method, path }) =>
      method === 'PUT' && path.endsWith(fifth) ? { kind: 'html', status: 413 } : undefined
    await desk.push()
    await desk.settle(1)
    expect(desk.jobs()).toMatchObject([{ state: 'refused' }])
    expect(desk.publication(sealed.article)).toMatchObject({ state: 'none', url: null })
    expect(await portal.ledger()).toEqual([])
    portal.faults = () => undefined
    const before = uploads().length
    expect(before).toBe(5)
    const [job] = desk.jobs()
    if (job === undefined) throw new Error('no job')
    await handlers['publishing.retry']({ job: job.id }, desk.operator)
    await desk.settle(1)
    expect(desk.jobs()).toMatchObject([{ state: 'done', sentBlobs: 8 }])
    const sent = uploads().slice(before)
    // The four behind the failed one had never been tried; the four before it are not sent again.
    expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual(pictures.slice(4))
    await desk.close()
  })

  it('shows the one that readers miss, and the next push mends exactly that', async () => {
    const { portal, desk } = await deskAndPortal()
    const pictures = []
    for (let n = 1; n <= 8; n += 1) pictures.push(await desk.addBlob(bytesOf(`ảnh ${n}`)))
    const sealed = await desk.approve({ body: pictures.map(hash => figure(hash)) })
    const third = pictures[2]
    if (third === undefined) throw new Error('no third picture')
    let gone = true
    portal.faults = ({ method, path }) => {
      if (method === 'PUT' && path.endsWith(third)) gone = desk.jobs().length < 2
      if (!gone || !path.endsWith(third)) return undefined
      // The portal lost the file behind its own record: it asks for it again, and readers get a 404.
      if (path.startsWith('/blob/')) return { kind: 'html', status: 404 }
      return method === 'HEAD' ? { kind: 'html', status: 404 } : undefined
    }
    await desk.push()
    await desk.settle(1)
    const verdicts = () => desk.publication(sealed.article)?.readBack?.parts.map(part => part.verdict)
    expect(verdicts()?.filter(verdict => verdict !== 'right')).toEqual(['missing'])
    expect((await desk.view()).ready.map(row => [row.id, row.chip])).toEqual([[sealed.article, 'attention']])
    const before = portal.requests.length
    await desk.push()
    await desk.settle(1)
    const sent = portal.requests
      .slice(before)
      .filter(({ method, path }) => method === 'PUT' && path.includes('/blobs/'))
    expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual([third])
    expect(verdicts()?.every(verdict => verdict === 'right')).toBe(true)
    expect((await desk.view()).ready).toEqual([])
    await desk.close()
  })
})

describe('what a person says about the order', () => {
  it('sends first what is put first, and passes by what is held until it is released, through a restart', async () => {
    const { portal, desk, handlers } = await deskAndPortal()
    const articles: ArticleId[] = []
    for (const headline of ['Bài một', 'Bài hai', 'Bài ba'])
      articles.push((await desk.approve({ headline })).article)
    const [one, two, three] = articles
    value(await handlers['line.setOffline']({ offline: true }, desk.operator))
    const pushed = value(await handlers['publishing.push']({}, desk.operator))
    expect(pushed.jobs).toEqual(desk.jobs().map(({ id }) => id))
    const jobOf = (article: (typeof articles)[number] | undefined) => desk.jobs(article).map(({ id }) => id)
    value(await handlers['publishing.first']({ jobs: jobOf(three) }, desk.operator))
    value(await handlers['publishing.hold']({ jobs: jobOf(one), held: true }, desk.operator))
    await desk.close()
    const again = await desk.restart()
    value(await again.publishing.handlers['line.setOffline']({ offline: false }, again.operator))
    await again.settle(1)
    expect((await portal.ledger()).map(line => line.article)).toEqual([three, two])
    value(
      await again.publishing.handlers['publishing.hold']({ jobs: jobOf(one), held: false }, again.operator),
    )
    await again.settle(1)
    expect((await portal.ledger()).map(line => line.article)).toEqual([three, two, one])
    await again.close()
  })

  it('calls a whole push back while nothing of it has left', async () => {
    const { portal, desk, handlers } = await deskAndPortal()
    await desk.approve({ headline: 'Bài một' })
    await desk.approve({ headline: 'Bài hai' })
    value(await handlers['line.setOffline']({ offline: true }, desk.operator))
    const { jobs } = value(await handlers['publishing.push']({}, desk.operator))
    const after = value(await handlers['publishing.cancel']({ jobs }, desk.operator))
    expect([after.active.length, after.ready.length]).toEqual([0, 2])
    value(await handlers['line.setOffline']({ offline: false }, desk.operator))
    await desk.settle(1)
    expect(await portal.ledger()).toEqual([])
    await desk.close()
  })
})
