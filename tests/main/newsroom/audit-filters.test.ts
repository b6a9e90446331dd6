import { hostname } from 'node:os'
import { unzipSync } from 'fflate'
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
  const exported = (format: 'csv' | 'xlsx') => room.ask('tri', 'audit.export', { subject: card.id, format })
  const { base64, entries } = await exported('csv')
  const csv = Buffer.from(base64, 'base64').toString('utf8')
  expect(entries).toBeGreaterThanOrEqual(2)
  expect(csv.startsWith('\ufeff"Số"')).toBe(true)
  expect(csv).toContain(`"'=CMD()"`)
  const book = unzipSync(Buffer.from((await exported('xlsx')).base64, 'base64'))
  const sheet = Object.entries(book).flatMap(([path, bytes]) =>
    path.endsWith('.xml') ? [Buffer.from(bytes).toString('utf8')] : [],
  )
  expect(sheet.join('')).toContain('=CMD()')
  // A formula would be an <f> of its own.
  expect(sheet.join('')).not.toMatch(/<f[ >]/)
  expect((await list({ type: 'audit.exported' }))[0]?.actorName).toBe('Vũ Minh Trí')
  expect(await room.refusal('lan', 'audit.export', { format: 'csv' })).toMatchObject({
    code: 'not-permitted',
  })
  await room.close()
})

it('finds words anywhere in an entry, marks aside, and says on which machine it was made', async () => {
  const room = await aNewsroom()
  const document = article({ headline: 'Thôn Đoài họp dân' }, p('b'))
  const { article: card } = await room.ask('lan', 'articles.create', { kind: 'news', document })
  const found = async (filter: object) =>
    (await room.ask('tri', 'audit.list', { limit: 500, ...filter })).entries
  const entries = await found({ text: 'thon doai' })
  expect(entries.map(({ subject }) => subject)).toContain(card.id)
  expect(entries.every(({ machine }) => machine === hostname())).toBe(true)
  const [entry] = entries
  expect((await found({ text: `#${entry?.sequence}` })).map(({ sequence }) => sequence)).toEqual([
    entry?.sequence,
  ])
  expect(await found({ text: 'không có từ này' })).toEqual([])
  expect(
    (await found({ text: 'x', textTypes: ['article.created'] })).some(
      ({ type }) => type === 'article.created',
    ),
  ).toBe(true)
  expect(await found({ text: 'thon doai', machine: 'máy khác' })).toEqual([])
  await room.close()
})
