import { Transform } from 'prosemirror-transform'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkDocument } from '#common/document/check'
import { schema } from '#common/document/schema'
import type { ArticleId } from '#common/domain/ids'
import { article, figure, p } from '#tests/support/documents'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'

let room: TestNewsroom
let id: ArticleId
beforeEach(async () => {
  room = await aNewsroom()
  const document = article(
    { headline: 'Phiên chợ', lead: 'Sapo' },
    p('Chợ họp từ sáng sớm.'),
    figure('a'.repeat(64), 'Quầy rau'),
  )
  id = (await room.ask('lan', 'articles.create', { kind: 'news', document })).article.id
})
afterEach(() => room.close())

async function draft() {
  const { version, document } = await room.ask('lan', 'drafts.open', { article: id })
  const checked = checkDocument(document)
  if (!checked.ok) throw new Error(checked.problem.code)
  return { version, document: checked.value }
}

async function edit(change: (tr: Transform) => unknown) {
  const { version, document } = await draft()
  const tr = new Transform(document)
  change(tr)
  const steps = tr.steps.map((step): Record<string, unknown> => step.toJSON())
  await room.ask('lan', 'drafts.push', { article: id, version, client: 'lan', steps })
}

const namedTo = async (signInName: string) => {
  const { rows, counters } = await room.ask(signInName, 'articles.list', { counter: 'mentioned' })
  return [counters?.mentioned, rows.map(row => row.id)]
}

const start = { article: '' as ArticleId, version: 0, mentions: [] }
/** "Chợ họp" in the first paragraph. */
const market = { kind: 'range', from: 18, to: 25 } as const
const begin = (as: string, anchor: Parameters<typeof ask>[1] = market, text = 'Chợ nào?') =>
  ask(as, anchor, text)
async function ask(
  as: string,
  anchor:
    | typeof market
    | { kind: 'node'; position: number }
    | { kind: 'field'; field: string }
    | { kind: 'article' },
  text: string,
) {
  const { version } = await draft()
  return room.ask(as, 'comments.start', { ...start, article: id, version, anchor, text })
}
const list = (as = 'lan') => room.ask(as, 'comments.list', { article: id })
const first = async (as = 'lan') => {
  const [thread] = (await list(as)).threads
  if (thread === undefined) throw new Error('no thread')
  return thread
}

describe('comments', () => {
  it('stand at words, pictures, fields or the whole article, each with what it is about', async () => {
    await begin('hoa')
    const { document } = await draft()
    const picture = document.content.size - (document.lastChild?.nodeSize ?? 0)
    await begin('hoa', { kind: 'node', position: picture })
    await begin('hoa', { kind: 'field', field: 'category' })
    await begin('hoa', { kind: 'article' })
    const { threads } = await list()
    expect(threads.map(({ quote }) => quote)).toEqual(['Chợ họp', 'Quầy rau', 'tin-tuc', ''])
  })

  it('follow their words through typing before and inside them', async () => {
    await begin('hoa')
    await edit(tr => tr.insert(18, schema.text('Hôm nay ')))
    await edit(tr => tr.insert(29, schema.text(' phiên')))
    const { place } = await first()
    expect(place).toEqual({ kind: 'range', from: 26, to: 39 })
    const { document } = await draft()
    expect(document.textBetween(26, 39)).toBe('Chợ phiên họp')
  })

  it('are shown with their quote when the words are gone, and find them again', async () => {
    await begin('hoa')
    await edit(tr => tr.delete(17, 38))
    expect(await first()).toMatchObject({ place: { kind: 'orphan' }, quote: 'Chợ họp' })
    await edit(tr => tr.insert(17, schema.text('Chợ họp lại rồi')))
    expect((await first()).place).toEqual({ kind: 'range', from: 18, to: 25 })
  })

  it('W14 survive submission, return, a new submission and a restart, and change no hash', async () => {
    await begin('hoa')
    const submitted = await room.ask('lan', 'articles.submit', { article: id })
    await begin('nam', { kind: 'article' }, 'Đăng sáng mai nhé')
    await room.ask('hoa', 'review.claim', { article: id })
    const revision = submitted.article.revision ?? ''
    await room.ask('hoa', 'review.return', { article: id, revision, reason: 'facts', note: '' })
    await room.reopen()
    expect((await room.ask('lan', 'articles.submit', { article: id })).article.revision).toBe(revision)
    const { threads } = await list()
    expect(threads.map(({ comments }) => comments[0]?.text)).toEqual(['Chợ nào?', 'Đăng sáng mai nhé'])
    expect(threads[0]?.place).toEqual(market)
  })

  it('are unread until seen, never by who wrote them', async () => {
    await begin('hoa')
    expect((await list('hoa')).unread).toBe(0)
    expect((await list('lan')).unread).toBe(1)
    await room.ask('lan', 'comments.read', { article: id })
    expect((await list('lan')).unread).toBe(0)
    const { id: thread } = await first()
    const { accounts } = await room.ask('lan', 'accounts.list', {})
    const mai = accounts.find(({ signInName }) => signInName === 'mai')
    await room.ask('hoa', 'comments.reply', {
      article: id,
      thread,
      text: '@Mai xem giúp',
      mentions: mai ? [mai.id] : [],
    })
    expect((await list('lan')).unread).toBe(1)
    expect((await first('mai')).comments[1]?.mentions).toEqual([mai?.id])
  })

  it('that name somebody wait on their desk until seen or closed, published articles too', async () => {
    const { accounts } = await room.ask('lan', 'accounts.list', {})
    const mai = accounts.find(({ signInName }) => signInName === 'mai')?.id ?? ''
    const document = article({ headline: 'Số hộ', lead: 'Sapo' }, p('Theo thôn.'))
    id = (await room.ask('lan', 'articles.create', { kind: 'news', document })).article.id
    const { article: card } = await room.ask('lan', 'articles.submit', { article: id })
    await room.ask('hoa', 'review.approve', { article: id, revision: card.revision ?? '' })
    const { version } = await draft()
    const anchor = { kind: 'article' } as const
    const named = { article: id, version, anchor, text: '@Mai xem giúp', mentions: [mai] }
    const { thread } = await room.ask('hoa', 'comments.start', named)
    expect([await namedTo('mai'), await namedTo('hoa')]).toEqual([
      [1, [id]],
      [0, []],
    ])
    await room.ask('mai', 'comments.read', { article: id })
    expect(await namedTo('mai')).toEqual([0, []])
    await room.ask('hoa', 'comments.reply', { article: id, thread, text: '@Mai nhé', mentions: [mai] })
    expect(await namedTo('mai')).toEqual([1, [id]])
    await room.ask('hoa', 'comments.resolve', { article: id, thread, resolved: true })
    expect(await namedTo('mai')).toEqual([0, []])
  })

  it('stand at words in a table cell, and follow them', async () => {
    const cell = (text: string) => ({ type: 'tableCell', content: [p(text)] })
    const table = {
      type: 'table',
      content: [{ type: 'tableRow', content: [cell('Thôn Đông'), cell('40 hộ')] }],
    }
    const document = article({ headline: 'Số hộ', lead: 'Sapo' }, p('Theo thôn.'), table)
    id = (await room.ask('lan', 'articles.create', { kind: 'news', document })).article.id
    const { document: before } = await draft()
    let from = 0
    before.descendants((node, position) => {
      if (node.text === '40 hộ') from = position
    })
    await room.ask('hoa', 'comments.start', {
      ...{ article: id, version: (await draft()).version, text: 'Đếm lại', mentions: [] },
      anchor: { kind: 'range', from, to: from + 2 },
    })
    expect((await first()).quote).toBe('40')
    await edit(tr => tr.insert(from - 4, schema.text(' và Đoài')))
    const { place } = await first()
    const shift = ' và Đoài'.length
    expect(place).toEqual({ kind: 'range', from: from + shift, to: from + 2 + shift })
  })

  it('W14 are closed by who began them, an author or an editor, and opened again by an answer', async () => {
    await begin('nam')
    const { id: thread } = await first()
    const close = { article: id, thread, resolved: true }
    const other = await room.ask('hoa', 'accounts.list', {})
    expect(other.accounts.length).toBeGreaterThan(0)
    await room.ask('lan', 'comments.resolve', close)
    expect((await first()).resolved).not.toBeNull()
    await room.ask('nam', 'comments.reply', { article: id, thread, text: 'Chưa rõ', mentions: [] })
    expect((await first()).resolved).toBeNull()
    await begin('hoa')
    const hoas = (await list()).threads[1]?.id
    if (hoas === undefined) throw new Error('no thread')
    expect((await room.refusal('nam', 'comments.resolve', { ...close, thread: hoas })).code).toBe(
      'comment-not-yours',
    )
  })

  it('W14 are refused to administrators, in spiked articles, and at places that are gone', async () => {
    const input = { ...start, article: id, anchor: market, text: 'x' }
    expect((await room.refusal('tri', 'comments.start', input)).code).toBe('not-permitted')
    const { version } = await draft()
    await edit(tr => tr.delete(17, 38))
    expect((await room.refusal('hoa', 'comments.start', { ...input, version })).code).toBe(
      'comment-not-found',
    )
    await room.ask('lan', 'articles.spike', { article: id, reason: '' })
    expect(
      (await room.refusal('hoa', 'comments.start', { ...input, anchor: { kind: 'article' } })).code,
    ).toBe('wrong-stage')
  })
})
