import { randomBytes } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { article, p } from '#tests/support/documents'
import { startFaultPortal } from '#tests/support/fault-portal'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'

// Real HTTP and real syncs, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 })

const hourMs = 3_600_000

/** A newsroom with a portal, and a storm warning that was submitted by its writer. */
async function stormWarning() {
  const clock = { nowMs: Date.parse('2026-11-22T14:00:00.000Z') }
  const environment = { now: () => clock.nowMs, randomBytes }
  const portal = await startFaultPortal(environment)
  const room = await aNewsroom(environment)
  const { publishToken, adminToken } = portal.portal.credentials
  await room.ask('tri', 'portals.connect', { url: portal.url, name: 'Cổng thử', publishToken, adminToken })
  const document = article(
    { headline: 'Bão số 9 vào đất liền đêm nay', lead: 'Sapo.', attrs: { category: 'tin-tuc-su-kien' } },
    p('Di dời ngay.'),
  )
  const created = await room.ask('lan', 'articles.create', { kind: 'news', document })
  const { article: card } = await room.ask('lan', 'articles.submit', { article: created.article.id })
  if (card.revision === null) throw new Error('not submitted')
  const text = { article: card.id, revision: card.revision }
  return { clock, portal, room, text }
}

const reason = 'Bão đổ bộ đêm nay, không chờ được sáng mai.'

async function urgent(all: Awaited<ReturnType<typeof stormWarning>>) {
  await all.room.ask('nam', 'review.publishUrgently', { ...all.text, reason })
  return all.room.ask('nam', 'publishing.drain', { timeoutMs: 10_000 })
}

async function held(all: Awaited<ReturnType<typeof stormWarning>>) {
  const response = await fetch(`${all.portal.url}/api/v1/articles/${all.text.article}`, {
    headers: { authorization: `Bearer ${all.portal.portal.credentials.publishToken}` },
  })
  return response.json()
}

async function row(room: TestNewsroom) {
  const { rows, counters } = await room.ask('nam', 'articles.list', { counter: 'all' })
  return { urgent: rows[0]?.urgent, count: counters?.urgent }
}

describe('publishing urgently', () => {
  it('W21 needs the right to it and a written reason', async () => {
    const { room, text } = await stormWarning()
    expect(await room.refusal('binh', 'review.publishUrgently', { ...text, reason })).toMatchObject({
      code: 'not-permitted',
    })
    expect(await room.refusal('nam', 'review.publishUrgently', { ...text, reason: '  ' })).toMatchObject({
      code: 'urgent-reason-missing',
    })
    const other = { ...text, revision: 'b'.repeat(64) as typeof text.revision }
    expect(await room.refusal('nam', 'review.publishUrgently', { ...other, reason })).toMatchObject({
      code: 'revision-changed',
    })
    expect(await row(room)).toEqual({ urgent: null, count: 0 })
    await room.close()
  })

  it('W21 shows the text to readers, counts it until its approval is due, and marks it after', async () => {
    const all = await stormWarning()
    const { room, clock, text } = all
    const { finished } = await urgent(all)
    expect(finished).toMatchObject([{ decision: 'publish', state: 'done' }])
    expect(await held(all)).toMatchObject({ state: 'live', urgentUntil: '2026-11-23T14:00:00.000Z' })
    const until = '2026-11-23T14:00:00.000Z'
    expect(await row(room)).toEqual({ urgent: { state: 'due', until }, count: 1 })
    clock.nowMs += 25 * hourMs
    expect(await row(room)).toEqual({ urgent: { state: 'late', until }, count: 1 })
    const { entries } = await room.ask('tri', 'audit.list', { subject: text.article, limit: 20 })
    const entry = entries.find(({ type }) => type === 'article.publish-urgently')
    expect(entry).toMatchObject({ actorName: 'Đỗ Văn Nam', details: { reason, until } })
    await room.close()
  })

  it('W21 seals the same bytes later, and sends nothing then but the approval', async () => {
    const all = await stormWarning()
    const { room, portal, text } = all
    await urgent(all)
    const before = portal.requests.length
    const approved = await room.ask('hoa', 'review.approve', text)
    expect(approved).toMatchObject({ article: { stage: 'approved' }, urgent: null })
    const { finished } = await room.ask('nam', 'publishing.drain', { timeoutMs: 10_000 })
    expect(finished.map(({ decision, state }) => ({ decision, state }))).toEqual(
      expect.arrayContaining([{ decision: 'confirm', state: 'done' }]),
    )
    const written = portal.requests
      .slice(before)
      .filter(({ method, path }) => method === 'PUT' && !path.includes('/checkpoints'))
    expect(written).toHaveLength(1)
    const now = await held(all)
    expect(now).toMatchObject({ state: 'live', sequence: 2 })
    expect(now).not.toHaveProperty('urgentUntil')
    expect(await row(room)).toEqual({ urgent: null, count: 0 })
    expect((await room.ask('nam', 'publishing.read', {})).ready).toEqual([])
    await room.close()
  })

  it('W21 approved before it left, goes as any approved text', async () => {
    const all = await stormWarning()
    const { room, text } = all
    await room.ask('nam', 'line.setOffline', { offline: true })
    await room.ask('nam', 'review.publishUrgently', { ...text, reason })
    await room.ask('hoa', 'review.approve', text)
    await room.ask('nam', 'line.setOffline', { offline: false })
    const { finished } = await room.ask('nam', 'publishing.drain', { timeoutMs: 10_000 })
    expect(finished.map(({ state }) => state).toSorted()).toEqual(['done', 'superseded'])
    const now = await held(all)
    expect(now).toMatchObject({ state: 'live' })
    expect(now).not.toHaveProperty('urgentUntil')
    await room.close()
  })

  it('W21 may be decided by the author, who still cannot approve', async () => {
    const { room, text } = await stormWarning()
    const { accounts } = await room.ask('tri', 'accounts.list', {})
    const lan = accounts.find(({ signInName }) => signInName === 'lan')
    if (lan === undefined) throw new Error('lan')
    const roles = ['writer', 'reviewer'] as const
    await room.ask('tri', 'accounts.change', {
      account: lan.id,
      name: lan.name,
      roles: [...roles],
      active: true,
    })
    await room.ask('lan', 'review.publishUrgently', { ...text, reason })
    expect(await room.refusal('lan', 'review.approve', text)).toMatchObject({ code: 'own-work' })
    await room.close()
  })

  it('W22 stays on the desk after a return, until it is taken down', async () => {
    const all = await stormWarning()
    const { room, text } = all
    await urgent(all)
    const returned = await room.ask('hoa', 'review.return', { ...text, reason: 'facts', note: 'Sai số hộ.' })
    expect(returned.urgent).toMatchObject({ state: 'refused' })
    expect(await row(room)).toMatchObject({ urgent: { state: 'refused' }, count: 1 })
    await room.ask('nam', 'publishing.takeDown', { article: text.article, reason: 'Không được duyệt' })
    await room.ask('nam', 'publishing.drain', { timeoutMs: 10_000 })
    expect(await held(all)).toMatchObject({ state: 'taken-down' })
    expect(await row(room)).toEqual({ urgent: null, count: 0 })
    await room.close()
  })

  it('W21 is no approval: a text that changed is not sent on the old decision', async () => {
    const all = await stormWarning()
    const { room, text } = all
    await room.ask('nam', 'line.setOffline', { offline: true })
    await room.ask('nam', 'review.publishUrgently', { ...text, reason })
    await room.ask('lan', 'articles.withdraw', { article: text.article })
    const atOnce = await room.ask('nam', 'publishing.read', {})
    expect(atOnce.active).toEqual([])
    expect(atOnce.finished).toMatchObject([{ state: 'cancelled', problem: { code: 'not-approved' } }])
    await room.ask('nam', 'line.setOffline', { offline: false })
    const { finished } = await room.ask('nam', 'publishing.drain', { timeoutMs: 10_000 })
    expect(finished).toMatchObject([{ decision: 'publish', state: 'cancelled' }])
    expect(await row(room)).toEqual({ urgent: null, count: 0 })
    await room.close()
  })

  it('W21 a return takes back at once what has not left', async () => {
    const all = await stormWarning()
    const { room, text } = all
    await room.ask('nam', 'line.setOffline', { offline: true })
    await room.ask('nam', 'review.publishUrgently', { ...text, reason })
    await room.ask('hoa', 'review.return', { ...text, reason: 'facts', note: 'Sai giờ.' })
    const { active, finished } = await room.ask('nam', 'publishing.read', {})
    expect({ active, states: finished.map(({ state }) => state) }).toEqual({
      active: [],
      states: ['cancelled'],
    })
    expect(await row(room)).toEqual({ urgent: null, count: 0 })
    await room.close()
  })

  it('W21 is refused by the portal after its time', async () => {
    const all = await stormWarning()
    const { room, clock, text } = all
    await room.ask('nam', 'line.setOffline', { offline: true })
    await room.ask('nam', 'review.publishUrgently', { ...text, reason })
    clock.nowMs += 25 * hourMs
    await room.ask('nam', 'line.setOffline', { offline: false })
    const { active } = await room.ask('nam', 'publishing.drain', { timeoutMs: 10_000 })
    expect(active).toMatchObject([{ state: 'refused', problem: { code: 'seal-invalid' } }])
    await room.close()
  })
})
