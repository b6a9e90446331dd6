import { describe, expect, it, onTestFinished } from 'vitest'
import { ArticleIndex } from '#main/articles/article-index'
import { aNewsroom } from '#tests/support/newsroom'

describe('the articles in their order', () => {
  it('are the same whether taken in one by one or all at once', async () => {
    const room = await aNewsroom()
    onTestFinished(() => room.close())
    const ids: string[] = []
    for (let number = 0; number < 4; number++) {
      const { article } = await room.ask('lan', 'articles.create', { kind: 'news' })
      ids.push(article.id)
    }
    const [first = ''] = ids
    await room.ask('mai', 'articles.list', {})
    const [{ id } = { id: '' }] = (await room.ask('lan', 'articles.list', {})).rows.toReversed()
    expect(id).toBe(first)
    await room.ask('binh', 'articles.spike', { article: id, reason: 'trùng tin' })
    const { rows, counters } = await room.ask('lan', 'articles.list', {})
    expect(rows[0]).toMatchObject({ id, chip: 'spiked' })
    expect(counters).toMatchObject({ all: 4, drafts: 3 })
    const anew = new ArticleIndex(room.newsroom.store)
    await anew.ready
    expect(anew.entries().map(({ article, chip }) => [article.id, chip])).toEqual(
      rows.map(row => [row.id, row.chip]),
    )
  })
})
