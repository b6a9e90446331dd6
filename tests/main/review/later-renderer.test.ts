import { describe, expect, it, vi } from 'vitest'
import { article, p } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'

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
  it('changes nothing of what was approved before it', async () => {
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
