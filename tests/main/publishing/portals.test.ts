import { describe, expect, it, vi } from 'vitest'
import { startFaultPortal } from '#tests/support/fault-portal'
import { manualClock } from '#tests/support/manual-clock'
import { openPublishingDesk, value } from '#tests/support/publishing-desk'

// Real HTTP and real syncs, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 })

async function unconnected(options: { acceptDemoKeys?: boolean } = {}) {
  const clock = manualClock()
  const portal = await startFaultPortal(clock.environment, options)
  const desk = await openPublishingDesk({ clock })
  const { handlers } = desk.publishing
  const { publishToken, adminToken } = portal.portal.credentials
  const connect = (more: { publishToken?: string; adminToken?: string; url?: string } = {}) =>
    handlers['portals.connect'](
      { url: portal.url, name: 'Cổng xã', publishToken, adminToken, ...more },
      desk.operator,
    )
  return { clock, portal, desk, handlers, operator: desk.operator, connect }
}

describe('portals.connect', () => {
  it('knows the portal, takes its categories and registers the reviewers’ keys', async () => {
    const { portal, desk, connect, handlers, operator } = await unconnected()
    const view = value(await connect())
    expect(view).toMatchObject({ name: 'Cổng xã', demo: true, hasCredentials: true, live: 0 })
    expect(view.categories.map(category => category.id)).toContain('thong-bao')
    const keys = portal.requests.filter(({ path }) => path.includes('/keys/'))
    expect(keys.map(({ method, path }) => [method, path])).toEqual([
      ['PUT', `/api/v1/keys/${desk.reviewer.kid}`],
    ])
    await desk.approve()
    await desk.push()
    await desk.rest()
    expect(value(await handlers['portals.list']({}, operator)).portals).toMatchObject([{ live: 1 }])
    await desk.close()
  })

  it('keeps the publish token as a secret and the admin token nowhere', async () => {
    const { portal, desk, connect } = await unconnected()
    const view = value(await connect())
    const { publishToken, adminToken } = portal.portal.credentials
    expect(desk.store.get('secrets', view.id)?.open).toBe(publishToken)
    const records = JSON.stringify([
      [...desk.store.all('portals').values()],
      [...desk.store.all('secrets').values()],
      await desk.store.history({ limit: 50 }),
    ])
    expect(records).not.toContain(adminToken)
    expect(JSON.stringify(await desk.store.history({ limit: 50 }))).not.toContain(publishToken)
    await desk.close()
  })

  it('refuses a real portal for a sample workspace', async () => {
    const { desk, connect } = await unconnected({ acceptDemoKeys: false })
    expect(await connect()).toMatchObject({ problem: { code: 'portal-refuses-demo-keys' } })
    expect(desk.store.all('portals').size).toBe(0)
    await desk.close()
  })

  it.each([
    ['http://example.com', 'insecure-address'],
    ['https://user:secret@example.com', 'insecure-address'],
    ['http://127.0.0.1:1', 'portal-unreachable'],
    ['file://may-chu/chung', 'portal-not-recognised'],
    ['file:///a%2Fb', 'portal-not-recognised'],
  ])('refuses %s as %s', async (url, code) => {
    const { desk, connect, handlers, operator } = await unconnected()
    expect(await connect({ url })).toMatchObject({ problem: { code } })
    expect(await handlers['portals.detect']({ url }, operator)).toMatchObject({ problem: { code } })
    await desk.close()
  })

  it('refuses what is no portal, and a wrong token, and stores neither', async () => {
    const { portal, desk, connect } = await unconnected()
    expect(await connect({ publishToken: 'sai-mat-khau' })).toMatchObject({
      problem: { code: 'portal-refused-credentials' },
    })
    expect(await connect({ adminToken: 'sai-mat-khau' })).toMatchObject({
      problem: { code: 'portal-refused-credentials' },
    })
    portal.faults = () => ({ kind: 'html', status: 200 })
    expect(await connect()).toMatchObject({ problem: { code: 'portal-not-recognised' } })
    expect(desk.store.all('portals').size + desk.store.all('secrets').size).toBe(0)
    await desk.close()
  })

  it('of an address that is known renews its token under the same id', async () => {
    const { portal, desk, connect } = await unconnected()
    const first = value(await connect())
    const second = value(await connect({ url: `${portal.url}/` }))
    expect(second.id).toBe(first.id)
    expect(desk.store.all('portals').size).toBe(1)
    await desk.close()
  })

  it('adopts what the portal already shows, so that numbers go on from there', async () => {
    const { desk, connect, handlers, operator } = await unconnected()
    const first = value(await connect())
    const { article, revisionHash } = await desk.approve()
    await desk.push()
    await desk.rest()
    await handlers['portals.disconnect']({ portal: first.id }, operator)
    expect(desk.store.get('secrets', first.id)).toBeUndefined()
    const second = value(await connect())
    expect(second.id).not.toBe(first.id)
    expect(desk.publication(article)).toMatchObject({
      portal: second.id,
      state: 'live',
      sequence: 1,
      revision: revisionHash,
    })
    expect((await desk.view()).ready).toEqual([])
    await desk.push(article)
    await desk.rest()
    expect(desk.publication(article)).toMatchObject({ state: 'live', confirmedSequence: 2 })
    await desk.close()
  })

  it('ends what waits for a portal that is disconnected', async () => {
    const { portal, desk, connect, handlers, operator } = await unconnected()
    const connected = value(await connect())
    await desk.approve()
    await portal.down()
    await desk.push()
    await desk.rest()
    await handlers['portals.disconnect']({ portal: connected.id }, operator)
    expect(desk.jobs()).toMatchObject([{ state: 'superseded', problem: { code: 'portal-not-found' } }])
    expect((await desk.view()).line).toEqual({ kind: 'no-portal' })
    await desk.close()
  })
})

describe('portals.test', () => {
  it('reaches, authorises, writes, reads and removes, and leaves nothing', async () => {
    const { portal, desk, connect, handlers, operator } = await unconnected()
    const { id } = value(await connect())
    const tested = value(await handlers['portals.test']({ portal: id }, operator))
    expect(tested.steps).toEqual([
      { step: 'reach', ok: true, problem: null },
      { step: 'authorise', ok: true, problem: null },
      { step: 'write', ok: true, problem: null },
      { step: 'read', ok: true, problem: null },
      { step: 'remove', ok: true, problem: null },
    ])
    const [, item = ''] =
      /blobs\/(\w+)/.exec(portal.requests.find(({ method }) => method === 'PUT')?.path ?? '') ?? []
    const { publishToken } = portal.portal.credentials
    const headers = { authorization: `Bearer ${publishToken}` }
    expect((await fetch(`${portal.url}/api/v1/blobs/${item}`, { headers })).status).toBe(404)
    await desk.close()
  })

  it.each([
    ['reach', 'portal-foreign-page', (path: string) => path === '/api/v1'],
    ['authorise', 'portal-foreign-page', (path: string) => path.startsWith('/api/v1/articles')],
    ['write', 'portal-foreign-page', (path: string) => path.includes('/blobs/')],
  ] as const)('names the step %s that fails and stops there', async (step, code, hits) => {
    const { portal, desk, connect, handlers, operator } = await unconnected()
    const { id } = value(await connect())
    portal.faults = ({ path }) => (hits(path) ? { kind: 'html', status: 200 } : undefined)
    const tested = value(await handlers['portals.test']({ portal: id }, operator))
    expect(tested.steps.at(-1)).toMatchObject({ step, ok: false, problem: { code } })
    await desk.close()
  })

  it('says so when what it wrote cannot be removed', async () => {
    const { portal, desk, connect, handlers, operator } = await unconnected()
    const { id } = value(await connect())
    portal.faults = ({ method }) =>
      method === 'DELETE' ? { kind: 'status', status: 409, code: 'blob-in-use' } : undefined
    const tested = value(await handlers['portals.test']({ portal: id }, operator))
    expect(tested.steps.at(-1)).toMatchObject({
      step: 'remove',
      ok: false,
      problem: { code: 'portal-refused' },
    })
    await desk.close()
  })

  it('is not content with a write that cannot be read', async () => {
    const { portal, desk, connect, handlers, operator } = await unconnected()
    const { id } = value(await connect())
    portal.faults = ({ method }) => (method === 'HEAD' ? { kind: 'html', status: 404 } : undefined)
    const tested = value(await handlers['portals.test']({ portal: id }, operator))
    expect(tested.steps.find(({ step }) => step === 'read')).toMatchObject({ ok: false })
    await desk.close()
  })
})
