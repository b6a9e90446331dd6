import { describe, expect, it, vi } from 'vitest'
import { articleMarkers } from '#common/api/portal-api'
import { article, p } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'
import { newsroomWithPortal } from '#tests/support/newsroom-with-portal'

const renderer = vi.hoisted(() => ({ version: 1 }))

/** The same program before and after its renderer learned to write another page. */
vi.mock('#common/document/to-html', async load => {
  const original = await load<typeof import('#common/document/to-html')>()
  return {
    ...original,
    get rendererVersion() {
      return renderer.version
    },
    toHtml: (...of: Parameters<typeof original.toHtml>) =>
      renderer.version === 1
        ? original.toHtml(...of)
        : `<article data-renderer="2">${original.toHtml(...of)}</article>`,
  }
})

describe('a later renderer', () => {
  it('pushes, reads back and verifies what an earlier one wrote, byte for byte', async () => {
    renderer.version = 1
    const { room, portal, approved, push, published } = await newsroomWithPortal()
    const [live, waiting] = [await published('Đã đăng'), await approved('Chờ đăng')]
    const page = async (id: string) => {
      const { publications } = await room.ask('lan', 'articles.read', { article: id as never })
      const text = await (await fetch(publications[0]?.url ?? '')).text()
      return text.slice(text.indexOf(articleMarkers.start), text.indexOf(articleMarkers.end))
    }
    const before = await page(live)

    renderer.version = 2
    await room.reopen()
    await push(waiting)
    for (const id of [live, waiting]) {
      await room.ask('nam', 'publishing.readBack', { article: id })
      const { publications } = await room.ask('lan', 'articles.read', { article: id })
      expect(publications).toMatchObject([{ state: 'live', readBack: { parts: [{ verdict: 'right' }] } }])
      expect(await room.ask('hoa', 'review.verifySeal', { article: id })).toMatchObject({ valid: true })
      expect(await page(id)).not.toContain('data-renderer="2"')
    }
    expect(await page(live)).toBe(before)
    expect(portal.requests.some(({ path }) => path.includes(`/articles/${waiting}/publications/1`))).toBe(
      true,
    )

    // What is approved from now on is written by the new one.
    const newer = await published('Viết sau')
    expect(await page(newer)).toContain('data-renderer="2"')
    await room.close()
  })

  it('changes nothing of what was approved before it', async () => {
    renderer.version = 1
    const room = await aNewsroom()
    const document = article({ headline: 'Lịch tiêm' }, p('Lúc 7 giờ.'))
    const { article: created } = await room.ask('lan', 'articles.create', { kind: 'news', document })
    const { article: card } = await room.ask('lan', 'articles.submit', { article: created.id })
    if (card.revision === null) throw new Error('nothing submitted')
    await room.ask('hoa', 'review.approve', { article: card.id, revision: card.revision })
    const before = await room.newsroom.previews.page(card.id, card.revision)

    renderer.version = 2
    await room.reopen()
    expect(await room.ask('hoa', 'review.verifySeal', { article: card.id })).toMatchObject({
      valid: true,
      damage: [],
    })
    expect(await room.newsroom.previews.page(card.id, card.revision)).toBe(before)

    await room.ask('lan', 'articles.reopen', { article: card.id })
    const again = await room.ask('lan', 'articles.submit', { article: card.id })
    expect(again.revisions.map(({ number, rendererVersion }) => [number, rendererVersion])).toEqual([
      [2, 2],
      [1, 1],
    ])
    await room.close()
  })
})
