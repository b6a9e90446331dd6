import { describe, expect, it } from 'vitest'
import type { Event } from '#common/api/events'
import { article, p } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'

const typed = (at: number, text: string) => ({
  stepType: 'replace',
  from: at,
  to: at,
  slice: { content: [{ type: 'text', text }] },
})

async function aDraft() {
  const room = await aNewsroom()
  const { article: card } = await room.ask('lan', 'articles.create', {
    kind: 'news',
    document: article({ headline: 'Đầu' }, p('b')),
  })
  const push = (version: number, ...steps: ReturnType<typeof typed>[]) => ({
    article: card.id,
    version,
    client: 'w1',
    steps,
  })
  return { room, id: card.id, push }
}

describe('drafts', () => {
  it('survive closing, step by step', async () => {
    const { room, id, push } = await aDraft()
    await room.ask('lan', 'drafts.push', push(0, typed(1, 'Tiêu đề ')))
    await room.ask('lan', 'drafts.push', push(1, typed(1, 'Một ')))
    await room.reopen()
    const draft = await room.ask('lan', 'drafts.open', { article: id })
    expect(draft.version).toBe(2)
    expect(JSON.stringify(draft.document)).toContain('Một Tiêu đề Đầu')
    await room.close()
  })

  it('make who was slower come again on top of the newest', async () => {
    const { room, id, push } = await aDraft()
    await room.ask('lan', 'drafts.push', push(0, typed(1, 'A')))
    expect(await room.refusal('lan', 'drafts.push', push(0, typed(1, 'B')))).toEqual({
      code: 'steps-behind',
      params: { version: 1 },
    })
    const later = await room.ask('lan', 'drafts.since', { article: id, version: 0 })
    expect(later).toMatchObject({ version: 1, clients: ['w1'] })
    await room.close()
  })

  it('give a window that was away every step once and in order, while somebody types on', async () => {
    const { room, id, push } = await aDraft()
    const letters = Array.from({ length: 410 }, (_, index) => typed(1, String(index)))
    await room.ask('lan', 'drafts.push', push(0, ...letters.slice(0, 401)))
    // So many steps are put into a snapshot, and what leads to it is read from the disk.
    await room.ask('lan', 'drafts.flush', { article: id })
    const away = room.ask('lan', 'drafts.since', { article: id, version: 399 })
    const typing = letters
      .slice(401)
      .map((letter, index) => room.ask('lan', 'drafts.push', push(401 + index, letter)))
    const later = await away
    await Promise.all(typing)
    expect(later.steps).toEqual(letters.slice(399, later.version))
    await room.close()
  })

  it('refuse steps that break the document, and keep what was there', async () => {
    const { room, id, push } = await aDraft()
    const before = await room.ask('lan', 'drafts.open', { article: id })
    for (const step of [
      { stepType: 'replace', from: 0, to: 6 },
      { stepType: 'nonsense' },
      { stepType: 'docAttr', attr: 'sourceUrl', value: 'javascript:alert(1)' },
      { stepType: 'addMark', mark: { type: 'link', attrs: { href: '//evil' } }, from: 1, to: 2 },
    ]) {
      const refused = await room.refusal('lan', 'drafts.push', { ...push(0), steps: [step] })
      expect(refused.code).toBe('document-invalid')
    }
    expect(await room.ask('lan', 'drafts.open', { article: id })).toEqual(before)
    await room.close()
  })

  it('are open for typing only to who may type', async () => {
    const { room, id, push } = await aDraft()
    expect((await room.ask('nam', 'drafts.open', { article: id })).readOnly).toBe('not-permitted')
    expect(await room.refusal('nam', 'drafts.push', push(0, typed(1, 'x')))).toMatchObject({
      code: 'draft-frozen',
    })
    expect((await room.ask('lan', 'drafts.open', { article: id })).readOnly).toBeNull()
    const { rows } = await room.ask('lan', 'articles.list', {})
    expect(rows).toHaveLength(1)
    await room.close()
  })

  it('say saved only when synced, within a second of typing', async () => {
    const { room, id, push } = await aDraft()
    const events: Event[] = []
    room.newsroom.subscribe(event => events.push(event))
    await room.ask('lan', 'drafts.push', push(0, typed(1, 'A')))
    expect(events.map(event => event.kind)).not.toContain('draft-saved')
    const started = performance.now()
    await expect
      .poll(() => events.find(event => event.kind === 'draft-saved'), { timeout: 2_000 })
      .toMatchObject({ article: id, version: 1 })
    expect(performance.now() - started).toBeLessThan(1_000)
    await room.close()
  })

  it('bring headline and word count to the list', async () => {
    const { room, id, push } = await aDraft()
    await room.ask('lan', 'drafts.push', push(0, typed(1, 'Mới ')))
    await expect
      .poll(async () => (await room.ask('lan', 'articles.read', { article: id })).article.headline, {
        timeout: 3_000,
      })
      .toBe('Mới Đầu')
    await room.close()
  })
})
