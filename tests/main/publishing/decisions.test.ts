import { describe, expect, it, vi } from 'vitest'
import { startFaultPortal } from '#tests/support/fault-portal'
import { manualClock } from '#tests/support/manual-clock'
import { openPublishingDesk } from '#tests/support/publishing-desk'
import { paragraph } from '#tests/support/sealed-article'

// Real HTTP and real syncs, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 })

const hourMs = 3_600_000

async function deskAndPortal() {
  const clock = manualClock()
  const portal = await startFaultPortal(clock.environment)
  const desk = await openPublishingDesk({ clock })
  await desk.connect(portal)
  const { handlers } = desk.publishing
  const { operator } = desk
  return { clock, portal, desk, handlers, operator }
}

async function livePage() {
  const all = await deskAndPortal()
  const sealed = await all.desk.approve({ body: [paragraph('Bản một.')] })
  await all.desk.push()
  await all.desk.rest()
  return { ...all, article: sealed.article, url: `${all.portal.url}/bai/${sealed.slug}` }
}

describe('schedules (P10)', () => {
  it('leaves at its time, not before, and through a restart', async () => {
    const { clock, portal, desk, handlers, operator } = await deskAndPortal()
    const { article } = await desk.approve()
    const scheduledFor = new Date(clock.nowMs + 5 * hourMs).toISOString()
    await handlers['publishing.push']({ scheduledFor }, operator)
    await desk.rest()
    expect(desk.publication(article)).toMatchObject({ state: 'scheduled', scheduledFor })
    const sent = portal.requests.filter(({ method, path }) => method === 'PUT' && !path.includes('/keys/'))
    expect(sent).toEqual([])
    clock.advance(4 * hourMs)
    await desk.rest()
    await desk.close()
    const again = await desk.restart()
    await again.rest()
    expect(again.jobs()).toMatchObject([{ state: 'waiting' }])
    clock.advance(hourMs)
    await again.rest()
    expect(again.jobs()).toMatchObject([{ state: 'done' }])
    expect(again.publication(article)).toMatchObject({
      state: 'live',
      scheduledFor: null,
      publishedAt: scheduledFor,
    })
    await again.close()
  })

  it('is forgotten when the approval is voided, when it is cancelled, and when it is taken down unseen', async () => {
    const { clock, portal, desk, handlers, operator } = await deskAndPortal()
    const { article } = await desk.approve()
    const scheduledFor = new Date(clock.nowMs + hourMs).toISOString()
    const schedule = () => handlers['publishing.push']({ articles: [article], scheduledFor }, operator)
    const none = { state: 'none', scheduledFor: null, confirmedSequence: 0 }

    await schedule()
    const [first] = desk.jobs()
    if (first === undefined) throw new Error('no job')
    await handlers['publishing.cancel']({ jobs: [first.id] }, operator)
    expect(desk.publication(article)).toMatchObject(none)

    await schedule()
    await handlers['publishing.takeDown']({ article, reason: 'nhầm' }, operator)
    expect(desk.publication(article)).toMatchObject(none)

    await schedule()
    await desk.reopen(article)
    expect(desk.publication(article)).toMatchObject(none)

    clock.advance(2 * hourMs)
    await desk.rest()
    expect(desk.jobs().map(job => job.state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(desk.jobs()[2]?.problem).toEqual({ code: 'not-approved', params: {} })
    expect(await portal.ledger()).toEqual([])
    await desk.close()
  })
})

describe('a voided approval (P9)', () => {
  it('holds what is unsent, and never reaches readers', async () => {
    const { portal, desk } = await deskAndPortal()
    await portal.down()
    const { article } = await desk.approve()
    await desk.push()
    await desk.rest()
    await desk.reopen(article)
    await portal.up()
    await desk.settle(1)
    expect(desk.jobs()).toMatchObject([{ state: 'cancelled', problem: { code: 'not-approved' } }])
    expect(await portal.ledger()).toEqual([])
    await desk.close()
  })

  it('does not hold a take-down', async () => {
    const { portal, desk, handlers, operator, article } = await livePage()
    await portal.down()
    await handlers['publishing.takeDown']({ article, reason: 'sai' }, operator)
    await desk.reopen(article)
    await portal.up()
    await desk.settle(1)
    expect(desk.publication(article)?.state).toBe('taken-down')
    await desk.close()
  })

  it('is noticed when a message that was on its way comes back unsent', async () => {
    const { portal, desk } = await deskAndPortal()
    const { article } = await desk.approve()
    portal.faults = ({ method, path }) =>
      method === 'PUT' && path.includes('/publications/') ? { kind: 'reset' } : undefined
    await desk.push()
    await desk.rest()
    expect(desk.jobs()).toMatchObject([{ state: 'unknown' }])
    await desk.reopen(article)
    portal.faults = () => undefined
    await desk.settle(1)
    expect(desk.jobs()).toMatchObject([{ state: 'cancelled', problem: { code: 'not-approved' } }])
    expect(await portal.ledger()).toEqual([])
    await desk.close()
  })

  it('of a seal whose key is unknown stops the job before its first byte (P4)', async () => {
    const { portal, desk } = await deskAndPortal()
    await desk.approve()
    await desk.push()
    const account = desk.store.get('accounts', desk.reviewer.account)
    if (account === undefined) throw new Error('no reviewer')
    const event = { type: 'test', at: account.createdAt, actor: null, subject: null, details: {} }
    await desk.store.commit({ event, changes: [{ collection: 'accounts', put: { ...account, keys: [] } }] })
    const before = portal.requests.length
    await desk.rest()
    expect(desk.jobs()).toMatchObject([
      { state: 'refused', problem: { code: 'seal-invalid', params: { reason: 'unknown-key' } } },
    ])
    expect(portal.requests).toHaveLength(before)
    await desk.close()
  })
})

describe('after publication (P7)', () => {
  it('corrects with a notice and a number that counts up, and only with a new approval', async () => {
    const { portal, desk, handlers, operator, article, url } = await livePage()
    const correct = (notice: string) => handlers['publishing.correct']({ article, notice }, operator)
    expect(await correct('Không có gì mới')).toMatchObject({ ok: false, problem: { code: 'not-approved' } })
    await desk.approve({ article, body: [paragraph('Bản hai.')] })
    expect((await desk.view()).ready).toMatchObject([{ id: article, decision: 'correct' }])
    await correct('Sửa số liệu ở đoạn hai')
    await desk.rest()
    await desk.approve({ article, body: [paragraph('Bản ba.')] })
    await correct('Sửa tên thôn')
    await desk.rest()
    expect(desk.publication(article)).toMatchObject({ state: 'corrected', corrections: 2, sequence: 3 })
    expect((await portal.ledger()).map(line => line.decision)).toEqual(['publish', 'correct', 'correct'])
    const page = await (await fetch(url)).text()
    expect(page).toContain('Sửa tên thôn')
    expect(page).toContain('Bản ba.')
    await desk.close()
  })

  it('updates without a notice by a plain push, under the same address', async () => {
    const { desk, article, url } = await livePage()
    const before = desk.publication(article)
    await desk.approve({ article, headline: 'Tiêu đề đã đổi', body: [paragraph('Bản hai.')] })
    await desk.push()
    await desk.rest()
    const after = desk.publication(article)
    expect(after).toMatchObject({ state: 'live', sequence: 2, url, publishedAt: before?.publishedAt })
    await desk.close()
  })

  it('takes down and proves the absence; what was taken down stays down until it is named', async () => {
    const { desk, handlers, operator, article, url } = await livePage()
    await handlers['publishing.takeDown']({ article, reason: 'Có thông tin cá nhân' }, operator)
    await desk.rest()
    expect(desk.publication(article)).toMatchObject({
      state: 'taken-down',
      readBack: { parts: [{ part: 'absence', verdict: 'right' }] },
    })
    expect((await fetch(url)).status).toBe(410)
    expect((await desk.view()).ready).toEqual([])
    await desk.push()
    expect(desk.jobs()).toHaveLength(2)
    await desk.push(article)
    await desk.rest()
    expect(desk.publication(article)).toMatchObject({ state: 'live', sequence: 3 })
    expect((await fetch(url)).status).toBe(200)
    await desk.close()
  })

  it('says so when readers still see what was taken down', async () => {
    const { portal, desk, handlers, operator, article } = await livePage()
    portal.faults = ({ path }) => (path.startsWith('/bai/') ? { kind: 'html', status: 200 } : undefined)
    await handlers['publishing.takeDown']({ article, reason: 'x' }, operator)
    await desk.rest()
    expect(desk.publication(article)?.readBack?.parts).toMatchObject([
      { part: 'absence', verdict: 'different' },
    ])
    await desk.close()
  })

  it('expires by itself when the document says so, in nobody’s name (P10)', async () => {
    const { clock, portal, desk } = await deskAndPortal()
    const expiresAt = new Date(clock.nowMs + 48 * hourMs).toISOString()
    const { article } = await desk.approve({ fields: { expiresAt } })
    await desk.push()
    await desk.rest()
    clock.advance(47 * hourMs)
    await desk.rest()
    expect(desk.publication(article)?.state).toBe('live')
    clock.advance(hourMs + 60_000)
    await desk.rest()
    expect(desk.publication(article)).toMatchObject({ state: 'expired', expiresAt: null })
    expect(desk.jobs().at(-1)).toMatchObject({ decision: 'expire', queuedBy: null, state: 'done' })
    clock.advance(100 * hourMs)
    await desk.rest()
    expect((await portal.ledger()).map(line => line.decision)).toEqual(['publish', 'expire'])
    expect((await desk.view()).ready).toEqual([])
    await desk.close()
  })

  it('reads back on demand, and shows a page that somebody changed', async () => {
    const { portal, desk, handlers, operator, article } = await livePage()
    const verdict = () => desk.publication(article)?.readBack?.parts[0]?.verdict
    const pageSays = (status: number) => {
      portal.faults = ({ path }) => (path.startsWith('/bai/') ? { kind: 'html', status } : undefined)
    }
    pageSays(200)
    await handlers['publishing.readBack']({ article }, operator)
    expect(verdict()).toBe('different')
    pageSays(404)
    await handlers['publishing.readBack']({ article }, operator)
    expect(verdict()).toBe('missing')
    for (const fault of [{ kind: 'reset' }, { kind: 'html', status: 200 }] as const) {
      portal.faults = () => fault
      const nobody = await handlers['publishing.readBack']({ article }, operator)
      expect(nobody).toMatchObject({ ok: false, problem: { code: 'portal-unreachable' } })
      expect(verdict()).toBe('missing')
    }
    portal.faults = () => undefined
    await handlers['publishing.readBack']({ article }, operator)
    expect(verdict()).toBe('right')
    await desk.close()
  })

  it('looks again an hour and a day after, by itself, and shows what somebody changed meanwhile (P6)', async () => {
    const { clock, portal, desk, article } = await livePage()
    const seenAt = () => Date.parse(desk.publication(article)?.readBack?.at ?? '')
    const start = seenAt()
    clock.advance(59 * 60_000)
    await desk.rest()
    expect(seenAt()).toBe(start)
    clock.advance(2 * 60_000)
    await desk.rest()
    expect(seenAt() - start).toBe(61 * 60_000)
    portal.faults = ({ path }) => (path.startsWith('/bai/') ? { kind: 'html', status: 200 } : undefined)
    clock.advance(22 * hourMs)
    await desk.rest()
    expect(desk.publication(article)?.readBack?.parts[0]?.verdict).toBe('right')
    clock.advance(hourMs)
    await desk.rest()
    expect(desk.publication(article)?.readBack?.parts[0]?.verdict).toBe('different')
    const changed = seenAt()
    clock.advance(200 * hourMs)
    await desk.rest()
    expect(seenAt()).toBe(changed)
    await desk.close()
  })

  it('looks at the whole portal when asked, and goes on where it was when the line comes back', async () => {
    const { clock, portal, desk, handlers, operator } = await livePage()
    for (const headline of ['Bài hai', 'Bài ba']) await desk.approve({ headline })
    await desk.push()
    await desk.rest()
    clock.advance(10 * 60_000)
    const before = portal.requests.length
    portal.faults = () => ({ kind: 'reset' })
    await handlers['publishing.readBackAll']({}, operator)
    await desk.rest()
    portal.faults = () => undefined
    await handlers['publishing.readBackAll']({}, operator)
    await desk.rest()
    const looked = [...desk.store.all('publications').values()].filter(
      ({ readBack }) => Date.parse(readBack?.at ?? '') === clock.nowMs,
    )
    expect(looked).toHaveLength(3)
    expect(portal.requests.length).toBeGreaterThan(before)
    expect((await desk.view()).looking).toBe(0)
    await desk.close()
  })

  it('refuses what the state does not allow, and jobs that can no longer be moved', async () => {
    const { desk, handlers, operator, article } = await livePage()
    await handlers['publishing.takeDown']({ article, reason: 'x' }, operator)
    await desk.rest()
    await desk.approve({ article, body: [paragraph('Bản hai.')] })
    const correct = await handlers['publishing.correct']({ article, notice: 'x' }, operator)
    expect(correct).toMatchObject({
      problem: { code: 'decision-not-possible', params: { decision: 'correct', state: 'taken-down' } },
    })
    const [done] = desk.jobs()
    if (done === undefined) throw new Error('no job')
    const answers = [
      await handlers['publishing.cancel']({ jobs: [done.id] }, operator),
      await handlers['publishing.hold']({ jobs: [done.id], held: true }, operator),
      await handlers['publishing.first']({ jobs: [done.id] }, operator),
      await handlers['publishing.retry']({ job: done.id }, operator),
    ]
    for (const answer of answers) {
      expect(answer).toMatchObject({ problem: { code: 'job-not-movable', params: { state: 'done' } } })
    }
    await desk.close()
  })
})
