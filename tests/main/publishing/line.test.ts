import { describe, expect, it, vi } from 'vitest'
import { startFaultPortal } from '#tests/support/fault-portal'
import { manualClock } from '#tests/support/manual-clock'
import { openPublishingDesk, quickConnectors, value } from '#tests/support/publishing-desk'

// Real HTTP and real syncs, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 })

const hourMs = 3_600_000

async function deskAndPortal() {
  const clock = manualClock()
  const portal = await startFaultPortal(clock.environment)
  const desk = await openPublishingDesk({ clock })
  await desk.connect(portal)
  return { clock, portal, desk }
}

describe('the line (P8)', () => {
  it('pauses after a bug of ours, tells of it, and goes on', async () => {
    const clock = manualClock()
    const portal = await startFaultPortal(clock.environment)
    const real = quickConnectors(clock)
    let bugs = 0
    const connectorFor: typeof real = (which, token) => {
      const connector = real(which, token)
      const describe = () => {
        if (bugs === 0) return connector.describe()
        bugs -= 1
        throw new Error('a bug while probing')
      }
      return { ...connector, describe }
    }
    const desk = await openPublishingDesk({ clock, connectorFor })
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    await desk.connect(portal)
    await desk.approve()
    await portal.down()
    await desk.push()
    await desk.rest()
    await portal.up()
    bugs = 1
    clock.advance(2_000)
    await desk.rest()
    expect(warned).toHaveBeenCalledOnce()
    clock.advance(31_000)
    await desk.rest()
    expect(desk.jobs()).toMatchObject([{ state: 'done' }])
    warned.mockRestore()
  })

  it('does not call held up what only waits for its hour', async () => {
    const { clock, desk } = await deskAndPortal()
    await desk.approve()
    const scheduledFor = new Date(clock.environment.now() + hourMs).toISOString()
    value(await desk.publishing.handlers['publishing.push']({ scheduledFor }, desk.operator))
    value(await desk.publishing.handlers['line.setOffline']({ offline: true }, desk.operator))
    expect((await desk.view()).line).toEqual({ kind: 'offline', waiting: 0 })
    clock.advance(2 * hourMs)
    expect((await desk.view()).line).toEqual({ kind: 'offline', waiting: 1 })
  })

  it('spends no try in 24 hours without a portal, and delivers when it is back', async () => {
    const { clock, portal, desk } = await deskAndPortal()
    await desk.approve()
    await portal.down()
    await desk.push()
    await desk.rest()
    expect(desk.jobs()).toMatchObject([{ state: 'waiting', attempts: 0 }])
    for (let hour = 0; hour < 24; hour += 1) {
      clock.advance(hourMs)
      await desk.rest()
    }
    expect(desk.jobs()).toMatchObject([{ state: 'waiting', attempts: 0 }])
    expect((await desk.view()).line).toMatchObject({ kind: 'unreachable', waiting: 1 })
    // One record when it first failed, none for the day that followed.
    const history = await desk.store.history({ limit: 20 })
    expect(history.filter(({ event }) => event.type === 'job.waiting')).toHaveLength(1)
    await portal.up()
    clock.advance(30_000)
    await desk.rest()
    expect(desk.jobs()).toMatchObject([{ state: 'done', attempts: 0 }])
    expect((await desk.view()).line).toEqual({ kind: 'online' })
    expect(await portal.ledger()).toHaveLength(1)
    await desk.close()
  })

  it('asks an unreachable portal after 1, 2, 4 … and at most 30 seconds', async () => {
    const { clock, portal, desk } = await deskAndPortal()
    await desk.approve()
    portal.faults = () => ({ kind: 'reset' })
    await desk.push()
    await desk.rest()
    const waits: number[] = []
    for (let probe = 0; probe < 7; probe += 1) {
      const waitMs = clock.untilNext() ?? 0
      waits.push(waitMs)
      clock.advance(waitMs)
      await desk.rest()
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
    await desk.close()
  })

  it('sends nothing while the switch is off, through a restart, and everything when it is on', async () => {
    const { portal, desk } = await deskAndPortal()
    const { handlers } = desk.publishing
    await handlers['line.setOffline']({ offline: true }, desk.operator)
    await desk.approve()
    await desk.push()
    const before = portal.requests.length
    await desk.settle(1)
    expect(value(await handlers['line.read']({}, desk.operator))).toEqual({ kind: 'offline', waiting: 1 })
    await desk.close()
    const again = await desk.restart()
    await again.settle(1)
    expect(portal.requests).toHaveLength(before)
    expect((await again.view()).line).toEqual({ kind: 'offline', waiting: 1 })
    await again.publishing.handlers['line.setOffline']({ offline: false }, desk.operator)
    await again.settle(1)
    expect(again.jobs()).toMatchObject([{ state: 'done', attempts: 0 }])
    await again.close()
  })

  it('stops between two requests when the switch is turned, and loses nothing', async () => {
    const { portal, desk } = await deskAndPortal()
    await desk.approve()
    const { handlers } = desk.publishing
    let turned: unknown
    portal.faults = ({ method, path }) => {
      if (method !== 'PUT' || !path.includes('/publications/') || turned !== undefined) return undefined
      turned = handlers['line.setOffline']({ offline: true }, desk.operator)
      return { kind: 'reset' }
    }
    await desk.push()
    await desk.settle(1)
    await turned
    expect(desk.jobs()).toMatchObject([{ state: 'unknown', attempts: 0 }])
    await handlers['line.setOffline']({ offline: false }, desk.operator)
    await desk.settle(1)
    expect(desk.jobs()).toMatchObject([{ state: 'done' }])
    expect(await portal.ledger()).toHaveLength(1)
    await desk.close()
  })

  it('is locked while the token cannot be read, and goes on when it can', async () => {
    const { desk } = await deskAndPortal()
    await desk.approve()
    const [portalId] = desk.store.all('portals').keys()
    const secret = desk.store.get('secrets', portalId ?? '')
    if (secret === undefined) throw new Error('no secret')
    const event = { type: 'test', at: secret.id, actor: null, subject: null, details: {} }
    const keep = (put: typeof secret) =>
      desk.store.commit({ event, changes: [{ collection: 'secrets', put }] })
    await keep({ ...secret, open: null })
    await desk.push()
    await desk.settle(1)
    expect((await desk.view()).line).toEqual({ kind: 'locked', waiting: 1 })
    expect(desk.jobs()).toMatchObject([{ state: 'waiting', attempts: 0 }])
    await keep(secret)
    await desk.settle(1)
    expect(desk.jobs()).toMatchObject([{ state: 'done' }])
    await desk.close()
  })

  it('tells a drain that there is nothing to wait for', async () => {
    const { clock, portal, desk } = await deskAndPortal()
    const { handlers } = desk.publishing
    const drain = () => handlers['publishing.drain']({ timeoutMs: 600_000 }, desk.operator)
    await desk.approve()
    await desk.push()
    expect(value(await drain()).finished).toMatchObject([{ state: 'done' }])
    await portal.down()
    await desk.approve({ headline: 'Bài thứ hai' })
    await desk.push()
    expect(value(await drain())).toMatchObject({
      line: { kind: 'unreachable' },
      active: [{ state: 'waiting' }],
    })
    await portal.up()
    clock.advance(1_000)
    await desk.rest()
    // A server error is no reason to leave: its back-off is waited for, here until the drain's own time is over.
    portal.faults = () => ({ kind: 'status', status: 503, retryAfter: '3600' })
    await desk.approve({ headline: 'Bài thứ ba' })
    await desk.push()
    let drained = false
    const waiting = Promise.resolve(drain()).then(() => {
      drained = true
    })
    await vi.waitFor(() => expect(desk.jobs().at(-1)).toMatchObject({ state: 'waiting', attempts: 1 }))
    expect(drained).toBe(false)
    clock.advance(600_000)
    await waiting
    expect(desk.jobs().map(job => job.state)).toEqual(['done', 'done', 'waiting'])
    await desk.close()
  })

  it('goes on when the clock jumps back a year', async () => {
    const { clock, portal, desk } = await deskAndPortal()
    await desk.approve()
    await desk.push()
    await desk.rest()
    clock.advance(-365 * 24 * hourMs)
    const sealed = await desk.approve({ headline: 'Sau khi chỉnh giờ' })
    await desk.push()
    await desk.settle(1)
    expect(desk.publication(sealed.article)?.state).toBe('live')
    expect(await portal.ledger()).toHaveLength(2)
    await desk.close()
  })
})
