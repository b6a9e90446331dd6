import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { startFaultPortal } from '#tests/support/fault-portal'
import { folderDesk } from '#tests/support/folder-desk'
import { manualClock } from '#tests/support/manual-clock'
import { openPublishingDesk, quickConnectors, value } from '#tests/support/publishing-desk'

vi.setConfig({ testTimeout: 90_000 })

async function published(fields: Readonly<Record<string, unknown>> = {}) {
  const clock = manualClock()
  const portal = await startFaultPortal(clock.environment)
  const desk = await openPublishingDesk({ clock })
  await desk.connect(portal)
  const sealed = await desk.approve({ fields })
  await desk.push()
  await desk.rest()
  const get = async (path: string) => {
    const answer = await fetch(portal.url + path)
    return { status: answer.status, text: await answer.text() }
  }
  return { clock, portal, desk, sealed, get, page: `/bai/${sealed.slug}` }
}

describe('a take-down that says so (P7)', () => {
  it('leaves a notice with number and date, which is read back; publishing again takes it away', async () => {
    const { desk, sealed, get, page } = await published()
    const { handlers } = desk.publishing
    const retract = (text: string) =>
      handlers['publishing.takeDown'](
        { article: sealed.article, reason: 'Nhầm', notice: { kind: 'retraction', text } },
        desk.operator,
      )
    value(await retract('Bài đưa sai tên <thôn>.'))
    await desk.rest()
    const gone = await get(page)
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('Bài viết đã được rút')
    expect(gone.text).toMatch(/Thông báo số 1, .*Bài đưa sai tên &lt;thôn&gt;\./s)
    expect(gone.text).not.toContain(sealed.html)
    expect(desk.publication(sealed.article)).toMatchObject({
      state: 'taken-down',
      readBack: {
        parts: [
          { part: 'absence', verdict: 'right' },
          { part: 'notice', verdict: 'right' },
        ],
      },
    })
    await desk.push(sealed.article)
    await desk.rest()
    expect((await get(page)).status).toBe(200)
    value(await retract('Lần nữa.'))
    await desk.rest()
    expect((await get(page)).text).toContain('Thông báo số 2')
    await desk.close()
  })

  it('without a notice says nothing of why', async () => {
    const { desk, sealed, get, page } = await published()
    const silent = { article: sealed.article, reason: 'Lý do nội bộ' }
    value(await desk.publishing.handlers['publishing.takeDown'](silent, desk.operator))
    await desk.rest()
    const gone = await get(page)
    expect(gone.status).toBe(410)
    expect(gone.text).not.toContain('Lý do nội bộ')
    expect(desk.publication(sealed.article)?.readBack?.parts).toHaveLength(1)
    await desk.close()
  })

  it('whose notice readers do not get is not called right', async () => {
    const { portal, desk, sealed } = await published()
    portal.faults = ({ path }) =>
      path.startsWith('/bai/') ? { kind: 'edited', edit: text => text.replace('Bài sai.', '') } : undefined
    const told = {
      article: sealed.article,
      reason: 'x',
      notice: { kind: 'takedown', text: 'Bài sai.' },
    } as const
    value(await desk.publishing.handlers['publishing.takeDown'](told, desk.operator))
    await desk.rest()
    expect(desk.publication(sealed.article)?.readBack?.parts).toMatchObject([
      { part: 'absence', verdict: 'right' },
      { part: 'notice', verdict: 'missing' },
    ])
    await desk.close()
  })

  it('stands in a folder too, in the place of the page', async () => {
    const { desk, root } = await folderDesk()
    const sealed = await desk.approve({ fields: { category: 'thong-bao' } })
    await desk.push()
    await desk.rest()
    const told = {
      article: sealed.article,
      reason: 'x',
      notice: { kind: 'takedown', text: 'Bài sai.' },
    } as const
    value(await desk.publishing.handlers['publishing.takeDown'](told, desk.operator))
    await desk.rest()
    expect(await readFile(join(root, 'bai', `${sealed.slug}.html`), 'utf8')).toMatch(
      /Thông báo số 1.*Bài sai\./s,
    )
    expect(await readFile(join(root, 'index.html'), 'utf8')).not.toContain(sealed.slug)
    expect(desk.publication(sealed.article)?.readBack?.parts.map(({ verdict }) => verdict)).toEqual([
      'right',
      'right',
    ])
    await desk.close()
  })
})

describe('after publication', () => {
  it('moves to another category by a new approval, at the same address', async () => {
    const { desk, sealed, get, page } = await published({ category: 'thong-bao' })
    expect((await get('/chuyen-muc/thong-bao')).text).toContain(page)
    await desk.reopen(sealed.article)
    expect(
      await desk.publishing.handlers['publishing.push']({ articles: [sealed.article] }, desk.operator),
    ).toMatchObject({
      problem: { code: 'not-approved' },
    })
    await desk.approve({ article: sealed.article, fields: { category: 'huong-dan' } })
    await desk.push(sealed.article)
    await desk.rest()
    expect((await get('/chuyen-muc/thong-bao')).text).not.toContain(page)
    expect((await get('/chuyen-muc/huong-dan')).text).toContain(page)
    expect((await get(page)).status).toBe(200)
    await desk.close()
  })

  it('is hot until the moment it says, and then no longer, without anybody doing anything', async () => {
    const { clock, get, page } = await published({ hotUntil: '2026-11-20T05:00:00.000Z' })
    const isHot = async () => {
      const home = (await get('/')).text
      const block = home.indexOf('Tin nóng')
      return block !== -1 && home.indexOf(page, block) !== -1
    }
    expect(await isHot()).toBe(true)
    clock.advance(3 * 3_600_000)
    expect(await isHot()).toBe(false)
    expect((await get('/')).text).toContain(page)
  })

  it('goes to the new place as soon as categories are mapped anew', async () => {
    const clock = manualClock()
    const portal = await startFaultPortal(clock.environment)
    const made: (Readonly<Record<string, string>> | undefined)[] = []
    const quick = quickConnectors(clock)
    const desk = await openPublishingDesk({
      clock,
      connectorFor: (described, token) => {
        made.push(described.categoryMap)
        return quick(described, token)
      },
    })
    await desk.connect(portal)
    await desk.approve()
    await desk.push()
    await desk.rest()
    const before = made.length
    await desk.approve()
    await desk.push()
    await desk.rest()
    // The runner keeps its connector while nothing of the portal changes.
    expect(made).toHaveLength(before)
    const [id] = desk.store.all('portals').keys()
    const map = { 'tin-tuc-su-kien': 'thong-bao' }
    value(
      await desk.publishing.handlers['portals.mapCategories']({ portal: id as never, map }, desk.operator),
    )
    await desk.approve()
    await desk.push()
    await desk.rest()
    expect(made.slice(before)).toEqual([map])
    await desk.close()
  })
})
