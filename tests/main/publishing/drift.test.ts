import { describe, expect, it, vi } from 'vitest'
import { revisionHash } from '#common/domain/ids'
import { newsroomWithPortal } from '#tests/support/newsroom-with-portal'

vi.setConfig({ testTimeout: 60_000 })

/** An article that somebody edits on the portal, as readers get it from then on. */
async function edited() {
  const made = await newsroomWithPortal()
  const { room, portal } = made
  const article = await made.published('Lịch tiêm chủng tháng 12')
  const [card] = (await room.ask('nam', 'portals.list', {})).portals
  if (card === undefined) throw new Error('no portal')
  const edit = (change: (page: string) => string) => {
    portal.faults = ({ path }) => (path.startsWith('/bai/') ? { kind: 'edited', edit: change } : undefined)
  }
  edit(page => page.replace('<p>Nội dung.</p>', '<p>Nội dung <b>khác</b>.</p><p>Thêm một câu.</p>'))
  await room.ask('nam', 'publishing.readBack', { article })
  const page = { article, portal: card.id }
  const drift = () => room.ask('nam', 'publishing.drift', page)
  const job = async () => (await room.ask('nam', 'publishing.read', {})).finished[0]
  return { ...made, article, page, edit, drift, job }
}

describe('an edit on the portal (P14)', () => {
  it('is found by a look and shown beside what was approved', async () => {
    const { drift, job } = await edited()
    expect((await job())?.readBack?.parts[0]).toMatchObject({ part: 'text', verdict: 'different' })
    const { comparison, lostPictures, theirs } = await drift()
    expect({ lostPictures, theirs }).toEqual({ lostPictures: 0, theirs: null })
    const words = comparison.blocks.flatMap(block => ('runs' in block ? block.runs : []))
    expect(words.filter(({ change }) => change === 'added').map(({ text }) => text.trim())).toEqual(
      expect.arrayContaining([expect.stringContaining('khác'), expect.stringContaining('Thêm một câu')]),
    )
    expect(
      words
        .filter(({ change }) => change === 'removed')
        .map(({ text }) => text.trim())
        .join(''),
    ).not.toContain('Lịch')
  })

  it('taken as a draft it is reviewed again, and takes the place of what it came from', async () => {
    const { room, article, page, drift, push, portal } = await edited()
    const { seen } = await drift()
    expect(await room.refusal('nam', 'publishing.takeTheirs', { ...page, seen })).toBeDefined()
    await room.ask('lan', 'publishing.takeTheirs', { ...page, seen })
    const draft = await room.ask('lan', 'drafts.open', { article })
    expect(JSON.stringify(draft.document)).toContain('Thêm một câu.')
    const { article: card } = await room.ask('lan', 'articles.submit', { article })
    expect(card.stage).toBe('submitted')
    await room.ask('hoa', 'review.approve', { article, revision: revisionHash.parse(card.revision) })
    portal.faults = () => undefined
    await push(article)
    const { publications } = await room.ask('nam', 'articles.read', { article })
    expect(publications[0]).toMatchObject({ state: 'live', confirmedSequence: 2 })
    expect(publications[0]?.theirs).toBeUndefined()
    expect(publications[0]?.readBack?.parts.every(({ verdict }) => verdict === 'right')).toBe(true)
  })

  it('gives way to ours when ours is sent again', async () => {
    const { room, page, drift, portal, article } = await edited()
    const { seen } = await drift()
    await room.ask('nam', 'publishing.pushOurs', { ...page, seen })
    portal.faults = () => undefined
    await room.ask('nam', 'publishing.drain', { timeoutMs: 20_000 })
    const { publications } = await room.ask('nam', 'articles.read', { article })
    expect(publications[0]).toMatchObject({
      confirmedSequence: 2,
      readBack: { parts: [{ verdict: 'right' }] },
    })
  })

  it('is left on record until somebody edits again', async () => {
    const { room, page, drift, edit, article } = await edited()
    const { seen } = await drift()
    await room.ask('nam', 'publishing.leaveTheirs', { ...page, seen })
    await room.ask('nam', 'publishing.readBack', { article })
    expect((await drift()).theirs).toMatchObject({ way: 'left', seen })
    expect((await room.ask('nam', 'articles.read', { article })).chip).not.toBe('attention')
    edit(text => text.replace('<p>Nội dung.</p>', '<p>Lại sửa nữa.</p>'))
    await room.ask('nam', 'publishing.readBack', { article })
    expect((await drift()).theirs).toBeNull()
    expect((await room.ask('nam', 'articles.read', { article })).chip).toBe('attention')
  })

  it('is never answered about a text that nobody saw', async () => {
    const { room, page, drift, edit } = await edited()
    const { seen } = await drift()
    edit(text => text.replace('<p>Nội dung.</p>', '<p>Lại sửa nữa.</p>'))
    for (const operation of ['publishing.pushOurs', 'publishing.leaveTheirs'] as const) {
      expect(await room.refusal('nam', operation, { ...page, seen })).toMatchObject({
        code: 'drift-moved-on',
      })
    }
    expect(await room.refusal('lan', 'publishing.takeTheirs', { ...page, seen })).toMatchObject({
      code: 'drift-moved-on',
    })
  })
})
