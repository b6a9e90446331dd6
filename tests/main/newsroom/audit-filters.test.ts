import { expect, it } from 'vitest'
import { article, p } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'

it('finds entries by type, person, article and date in the whole journal, and exports them safely', async () => {
  const room = await aNewsroom()
  const document = article({ headline: '=CMD()' }, p('b'))
  const { article: card } = await room.ask('lan', 'articles.create', { kind: 'news', document })
  await room.ask('lan', 'articles.submit', { article: card.id })
  const list = async (filter: object) =>
    (await room.ask('tri', 'audit.list', { limit: 500, ...filter })).entries
  expect((await list({ type: 'article.submit' })).map(({ subject }) => subject)).toEqual([card.id])
  const byLan = await list({ actor: card.createdBy })
  expect(byLan.length).toBeGreaterThan(2)
  expect(byLan.every(({ actor }) => actor === card.createdBy)).toBe(true)
  expect(await list({ type: 'article.submit', to: '2020-01-01T00:00:00.000Z' })).toEqual([])
  expect(await list({ type: 'article.submit', from: '2020-01-01T00:00:00.000Z' })).toHaveLength(1)
  expect(await list({ subject: card.id, type: 'account.created' })).toEqual([])
  const { csv, entries } = await room.ask('tri', 'audit.export', { subject: card.id })
  expect(entries).toBeGreaterThanOrEqual(2)
  expect(csv.startsWith('\ufeff"Số"')).toBe(true)
  expect(csv).toContain(`"'=CMD()"`)
  expect((await list({ type: 'audit.exported' }))[0]?.actorName).toBe('Vũ Minh Trí')
  expect(await room.refusal('lan', 'audit.export', {})).toMatchObject({ code: 'not-permitted' })
  await room.close()
})
