import { describe, expect, it, vi } from 'vitest'
import { type Fault, type PortalRequest, startFaultPortal } from '#tests/support/fault-portal'
import { manualClock } from '#tests/support/manual-clock'
import { bytesOf, openPublishingDesk, quickConnectors } from '#tests/support/publishing-desk'
import { figure } from '#tests/support/sealed-article'

// Real HTTP and real syncs, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 })

const targets = {
  'the message': ({ method, path }: PortalRequest) => method === 'PUT' && path.includes('/publications/'),
  'the message and every question about it': ({ path }: PortalRequest) =>
    /\/articles\/[a-z2-7]{26}/.test(path),
  'a picture': ({ method, path }: PortalRequest) => method === 'PUT' && path.includes('/blobs/'),
  'the question for a picture': ({ method, path }: PortalRequest) =>
    method === 'HEAD' && path.includes('/blobs/'),
  'the public page': ({ path }: PortalRequest) => path.startsWith('/bai/'),
  'the public picture': ({ path }: PortalRequest) => path.startsWith('/blob/'),
} as const
type Target = keyof typeof targets

/** Answered: the portal itself spoke, so that a try is spent. */
const faults: readonly (readonly [string, Fault, 'answered' | 'free'])[] = [
  ['a reset before it is read', { kind: 'reset' }, 'free'],
  ['a reset after it is stored', { kind: 'lost' }, 'free'],
  ['half an answer', { kind: 'half' }, 'free'],
  ['no answer', { kind: 'stuck' }, 'free'],
  ['a sign-in page', { kind: 'html', status: 200 }, 'free'],
  ['a redirect', { kind: 'html', status: 302 }, 'free'],
  ['a network gate (511)', { kind: 'html', status: 511 }, 'free'],
  ['a gateway error', { kind: 'html', status: 502 }, 'answered'],
  ['a server error', { kind: 'status', status: 500 }, 'answered'],
  ['an overloaded portal', { kind: 'status', status: 503, retryAfter: '120' }, 'answered'],
  ['a rate limit', { kind: 'status', status: 429 }, 'answered'],
]

const always: readonly Target[] = ['the message', 'a picture']
const cases = always.flatMap(target => faults.map(([name, fault, cost]) => ({ target, name, fault, cost })))

async function pushWithFaults(target: Target, fault: Fault, times: number, hours = 24) {
  const clock = manualClock()
  const portal = await startFaultPortal(clock.environment)
  const deadlineMs = fault.kind === 'stuck' ? 300 : undefined
  const desk = await openPublishingDesk({ clock, connectorFor: quickConnectors(clock, deadlineMs) })
  await desk.connect(portal)
  const picture = await desk.addBlob(bytesOf('ảnh'))
  const sealed = await desk.approve({ body: [figure(picture)] })
  let left = times
  portal.faults = request => {
    if (!targets[target](request) || left === 0) return undefined
    left -= 1
    return fault
  }
  await desk.push()
  await desk.settle(hours)
  return { clock, portal, desk, sealed }
}

describe('a push through a bad line (P8)', () => {
  it.each(cases)('of $target survives $name, three times over', async ({ target, fault, cost }) => {
    const { portal, desk, sealed } = await pushWithFaults(target, fault, 3)
    const [job] = desk.jobs()
    expect(job).toMatchObject({ state: 'done', problem: null })
    expect(desk.publication(sealed.article)?.readBack?.parts.map(part => part.verdict)).toEqual([
      'right',
      'right',
    ])
    // Exactly once, whatever was repeated; and every repetition was the same bytes under the same number.
    expect(await portal.ledger()).toMatchObject([{ article: sealed.article, sequence: 1 }])
    const messages = portal.requests.filter(targets['the message'])
    expect(new Set(messages.map(({ path, body }) => path + body.toString('base64'))).size).toBe(1)
    if (cost === 'free') expect(job?.attempts).toBe(0)
    else expect(job?.attempts).toBeGreaterThan(0)
    await desk.close()
  })

  it.each(['the question for a picture', 'the public page', 'the public picture'] as const)(
    'does not call it done when %s breaks off',
    async target => {
      const { portal, desk } = await pushWithFaults(target, { kind: 'reset' }, 1_000, 0.2)
      expect(desk.jobs()[0]?.state).not.toBe('done')
      expect(desk.jobs()[0]?.attempts).toBe(0)
      portal.faults = () => undefined
      await desk.settle()
      expect(desk.jobs()).toMatchObject([{ state: 'done', attempts: 0 }])
      expect(await portal.ledger()).toHaveLength(1)
      await desk.close()
    },
  )

  it('keeps the confirmation but not the proof while no reader can be served', async () => {
    const { desk, sealed } = await pushWithFaults('the public page', { kind: 'reset' }, 1_000, 0.2)
    expect(desk.jobs()).toMatchObject([{ state: 'unknown', problem: { code: 'portal-unreachable' } }])
    expect(desk.publication(sealed.article)).toMatchObject({
      state: 'live',
      confirmedSequence: 1,
      readBack: null,
    })
    await desk.close()
  })

  it('waits as long as the portal asks, within an hour', async () => {
    const clock = manualClock()
    const portal = await startFaultPortal(clock.environment)
    const desk = await openPublishingDesk({ clock })
    await desk.connect(portal)
    await desk.approve()
    portal.faults = () => ({ kind: 'status', status: 503, retryAfter: '86400' })
    await desk.push()
    await desk.rest()
    const before = portal.requests.length
    portal.faults = () => undefined
    clock.advance(3_599_000)
    await desk.rest()
    expect(portal.requests).toHaveLength(before)
    clock.advance(2_000)
    await desk.rest()
    expect(desk.jobs()).toMatchObject([{ state: 'done', attempts: 1 }])
    await desk.close()
  })

  it.each(['the message', 'a picture'] as const)(
    'gives %s to a person after eight server errors, and goes on when told to',
    async target => {
      const { portal, desk } = await pushWithFaults(target, { kind: 'status', status: 500 }, 1_000)
      expect(desk.jobs()).toMatchObject([
        {
          state: 'refused',
          attempts: 8,
          problem: { code: 'portal-server-error', params: { status: '500' } },
        },
      ])
      portal.faults = () => undefined
      const [job] = desk.jobs()
      if (job === undefined) throw new Error('no job')
      await desk.publishing.handlers['publishing.retry']({ job: job.id }, desk.operator)
      await desk.settle()
      expect(desk.jobs()).toMatchObject([{ id: job.id, key: job.key, state: 'done' }])
      expect(await portal.ledger()).toHaveLength(1)
      await desk.close()
    },
  )

  it('stops at once at a refusal that will not change, and other articles go on (P8)', async () => {
    const clock = manualClock()
    const portal = await startFaultPortal(clock.environment)
    const desk = await openPublishingDesk({ clock })
    await desk.connect(portal)
    const poison = await desk.approve()
    await desk.approve({ headline: 'Bài thường' })
    portal.faults = ({ method, path }) =>
      method === 'PUT' && path.includes(poison.article) ? { kind: 'html', status: 413 } : undefined
    await desk.push(poison.article)
    await desk.push()
    await desk.settle()
    expect(desk.jobs().map(job => job.state)).toEqual(['refused', 'done'])
    expect(desk.jobs()[0]?.problem).toMatchObject({ code: 'portal-takes-less' })
    await desk.close()
  })

  it.each([
    ['a sign-in page of the network', { kind: 'html', status: 200 }, 'portal-foreign-page', 'waits'],
    ['a gate of the network (511)', { kind: 'html', status: 511 }, 'portal-foreign-page', 'waits'],
    ['a 200 with half a body', { kind: 'half' }, 'portal-half-answer', 'waits'],
    ['a connection that breaks', { kind: 'reset' }, 'portal-broken-off', 'waits'],
    ['an overloaded portal', { kind: 'status', status: 503 }, 'portal-busy', 'waits'],
    ['a 413 in HTML', { kind: 'html', status: 413 }, 'portal-takes-less', 'a person'],
    ['a 500 that stays', { kind: 'status', status: 500 }, 'portal-server-error', 'a person'],
    ['a 502 in HTML that stays', { kind: 'html', status: 502 }, 'portal-server-error', 'a person'],
  ] as const)('has words of its own for %s (P1)', async (_name, fault, code, next) => {
    const target = next === 'waits' ? 'the message and every question about it' : 'the message'
    const { portal, desk } = await pushWithFaults(target, fault, 1_000, next === 'waits' ? 0.01 : 2)
    const [job] = desk.jobs()
    expect(job?.problem?.code).toBe(code)
    // Nothing is called done; what can mend itself goes on by itself, the rest is given to a person.
    expect(job?.state === 'refused' ? 'a person' : 'waits').toBe(next)
    expect(['waiting', 'unknown', 'refused']).toContain(job?.state)
    portal.faults = () => undefined
    if (job !== undefined && next === 'a person')
      await desk.publishing.handlers['publishing.retry']({ job: job.id }, desk.operator)
    await desk.settle()
    expect(desk.jobs()).toMatchObject([{ state: 'done', problem: null }])
    expect(await portal.ledger()).toHaveLength(1)
    await desk.close()
  })

  it('pauses the queue when the token is refused, and spends nothing on the rest (P8)', async () => {
    const clock = manualClock()
    const portal = await startFaultPortal(clock.environment)
    const desk = await openPublishingDesk({ clock })
    await desk.connect(portal)
    await desk.approve()
    await desk.approve({ headline: 'Bài thứ hai' })
    portal.faults = () => ({ kind: 'status', status: 401, code: 'unauthorised' })
    await desk.push()
    await desk.settle(1)
    expect(desk.jobs().map(job => [job.state, job.attempts])).toEqual([
      ['waiting', 1],
      ['waiting', 0],
    ])
    expect(await desk.view()).toMatchObject({ line: { kind: 'unauthorised', waiting: 2 } })
    expect(desk.jobs()[0]?.problem?.code).toBe('portal-refused-credentials')
    portal.faults = () => undefined
    await desk.connect(portal)
    await desk.settle(1)
    expect(desk.jobs().map(job => job.state)).toEqual(['done', 'done'])
    expect((await desk.view()).line).toEqual({ kind: 'online' })
    await desk.close()
  })
})
