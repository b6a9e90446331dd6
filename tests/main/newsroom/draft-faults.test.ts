import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { articleId } from '#common/domain/ids'
import { idOf } from '#tests/support/articles'
import { article, figure, p } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'

const typed = (at: number, text: string) => ({
  stepType: 'replace',
  from: at,
  to: at,
  slice: { content: [{ type: 'text', text }] },
})

async function aDraft(as = 'lan') {
  const room = await aNewsroom()
  const { article: card } = await room.ask(as, 'articles.create', {
    kind: 'news',
    document: article({ headline: 'A' }, p('b')),
  })
  const push = (version: number, ...steps: Record<string, unknown>[]) => ({
    article: card.id,
    version,
    client: 'w1',
    steps,
  })
  const log = await room.newsroom.store.drafts.open(card.id)
  return { room, id: card.id, push, log }
}

describe('typing', () => {
  it('W7 is accepted only from who is on record as an author already', async () => {
    const { room, id, push, log } = await aDraft()
    const authors: number[] = []
    const append = log.append.bind(log)
    vi.spyOn(log, 'append').mockImplementation(frame => {
      authors.push(room.newsroom.store.get('articles', id)?.authors.length ?? 0)
      return append(frame)
    })
    await room.ask('binh', 'drafts.push', push(0, typed(1, 'x')))
    expect(authors).toEqual([2])
    await room.close()
  })

  it.each([1, 2, 3, 4])('W5 is not accepted into a text frozen a moment ago (after look %i)', async look => {
    const { room, id, push, log } = await aDraft()
    const { store } = room.newsroom
    const stages: (string | undefined)[] = []
    const append = log.append.bind(log)
    vi.spyOn(log, 'append').mockImplementation(frame => {
      stages.push(store.all('articles').get(id)?.stage)
      return append(frame)
    })
    const get = store.get.bind(store)
    let looks = 0
    vi.spyOn(store, 'get').mockImplementation(((collection: 'articles', key: string) => {
      if (collection === 'articles') {
        looks += 1
        if (looks === look) queueMicrotask(submitByAnother)
      }
      return get(collection, key)
    }) as typeof store.get)
    const submitByAnother = () => {
      const card = store.all('articles').get(id)
      if (card === undefined) throw new Error('no article')
      const event = { type: 'test', at: card.changedAt, actor: null, subject: null, details: {} }
      store
        .commit({ event, changes: [{ collection: 'articles', put: { ...card, stage: 'submitted' } }] })
        .catch(() => {})
    }
    await room.ask('lan', 'drafts.push', push(0, typed(1, 'x'))).catch(() => {})
    expect(stages).not.toContain('submitted')
    await room.close()
  })

  it('that makes a text too deep to be read again is refused', async () => {
    const { room, id, push } = await aDraft()
    const wraps = Array.from({ length: 100 }, (_, depth) => ({
      stepType: 'replaceAround',
      from: 5,
      to: 8 + 2 * depth,
      gapFrom: 5,
      gapTo: 8 + 2 * depth,
      insert: 1,
      slice: { content: [{ type: 'blockquote' }] },
    }))
    expect(await room.refusal('lan', 'drafts.push', push(0, ...wraps))).toMatchObject({
      code: 'document-invalid',
    })
    await room.ask('lan', 'drafts.push', push(0, ...wraps.slice(0, 20)))
    await room.reopen()
    expect(await room.ask('lan', 'drafts.open', { article: id })).toMatchObject({ version: 20 })
    await room.close()
  })

  it('is kept and passed on without what is no part of a step', async () => {
    const { room, id, push } = await aDraft()
    await room.ask('lan', 'drafts.push', push(0, { ...typed(1, 'x'), junk: 'y'.repeat(10_000) }))
    const { steps } = await room.ask('lan', 'drafts.since', { article: id, version: 0 })
    expect(steps).toEqual([typed(1, 'x')])
    await room.close()
  })

  it('changes nothing while the store only reads', async () => {
    const { room, id, push } = await aDraft()
    const before = await room.ask('lan', 'drafts.open', { article: id })
    const health = vi
      .spyOn(room.newsroom.store, 'health', 'get')
      .mockReturnValue({ kind: 'read-only', cause: 'write-failed', detail: 'ENOSPC' })
    expect(await room.refusal('lan', 'drafts.push', push(0, typed(1, 'x')))).toEqual({
      code: 'store-read-only',
      params: { cause: 'ENOSPC' },
    })
    health.mockRestore()
    expect(await room.ask('lan', 'drafts.open', { article: id })).toEqual(before)
    await room.close()
  })
})

describe('a submission', () => {
  it('W5 never freezes a word that is not on the disk', async () => {
    const { room, id, push, log } = await aDraft()
    await room.ask('lan', 'drafts.push', push(0, typed(1, 'x')))
    const sync = log.sync.bind(log)
    let synced = 0
    const typing: Promise<unknown>[] = []
    vi.spyOn(log, 'sync').mockImplementation(async () => {
      const { version } = log
      await sync()
      // Somebody goes on typing while the first sync runs.
      if (typing.length === 0) typing.push(room.ask('lan', 'drafts.push', push(1, typed(1, 'y'))))
      await Promise.all(typing)
      synced = version
    })
    const { article: card } = await room.ask('lan', 'articles.submit', { article: id })
    expect(card.frozenVersion).toBe(2)
    expect(synced).toBe(2)
    await room.close()
  })
})

describe('a window that was away for long', () => {
  it('gets every step since, also from before the newest snapshot, and so can still bring its own', async () => {
    const { room, id, push } = await aDraft()
    await room.ask('lan', 'drafts.push', push(0, typed(1, 'a'), typed(1, 'b')))
    await room.ask('lan', 'articles.submit', { article: id })
    await room.ask('lan', 'articles.withdraw', { article: id })
    await room.ask('lan', 'drafts.push', push(2, typed(1, 'c')))
    const since = (version: number) => room.ask('lan', 'drafts.since', { article: id, version })
    const all = { version: 3, steps: [typed(1, 'a'), typed(1, 'b'), typed(1, 'c')] }
    expect(await since(0)).toMatchObject({ ...all, clients: ['w1', 'w1', 'w1'] })
    expect((await since(1)).steps).toEqual(all.steps.slice(1))
    await room.reopen()
    expect(await since(0)).toMatchObject(all)
    expect((await since(3)).steps).toEqual([])
    await room.close()
  })
})

describe('typing that came too late', () => {
  it('W5 is kept even when it stands on a version from before the submission', async () => {
    const { room, id, push } = await aDraft()
    await room.ask('binh', 'drafts.push', push(0, typed(1, 'Bình ')))
    await room.ask('lan', 'articles.submit', { article: id })
    expect(await room.refusal('lan', 'drafts.push', push(0, typed(1, 'Muộn ')))).toMatchObject({
      code: 'draft-frozen',
    })
    const { rows } = await room.ask('lan', 'articles.list', {})
    expect(rows.map(row => [row.headline, row.rescuedFrom])).toEqual([
      ['Muộn A', id],
      ['Bình A', undefined],
    ])
    await room.close()
  })

  it('W7 is kept under the names of everybody whose words it holds', async () => {
    const { room, id, push } = await aDraft('mai')
    await room.ask('mai', 'articles.submit', { article: id })
    await room.refusal('binh', 'drafts.push', push(0, typed(1, 'Bình ')))
    const { rows } = await room.ask('binh', 'articles.list', {})
    const kept = rows.find(row => row.headline === 'Bình A')
    if (kept === undefined) throw new Error('not kept')
    const { article: card } = await room.ask('binh', 'articles.submit', { article: kept.id })
    if (card.revision === null) throw new Error('no revision')
    expect(
      await room.refusal('mai', 'review.approve', { article: card.id, revision: card.revision }),
    ).toMatchObject({ code: 'own-work' })
    await room.close()
  })
})

describe('a draft', () => {
  it('of an article that is not there is an answer, and leaves nothing behind', async () => {
    const room = await aNewsroom()
    const unknown = { article: articleId.parse(idOf('khong co')) }
    for (const name of ['drafts.open', 'drafts.flush', 'articles.checks', 'articles.submit'] as const)
      expect(await room.refusal('lan', name, unknown)).toMatchObject({ code: 'article-not-found' })
    expect(await room.refusal('lan', 'drafts.since', { ...unknown, version: 0 })).toMatchObject({
      code: 'article-not-found',
    })
    expect(existsSync(join(room.directory, 'drafts', unknown.article))).toBe(false)
    expect(await room.newsroom.previews.page('../x', null)).toBeNull()
    await room.close()
  })

  it('that could not be read once is read again when asked again', async () => {
    const { room, id } = await aDraft()
    await room.reopen()
    vi.spyOn(room.newsroom.store.drafts, 'open').mockRejectedValueOnce(new Error('EIO'))
    await expect(room.ask('lan', 'drafts.open', { article: id })).rejects.toThrow('EIO')
    expect(await room.ask('lan', 'drafts.open', { article: id })).toMatchObject({ version: 0 })
    await room.close()
  })

  it('that cannot be closed keeps neither the others nor the workspace open', async () => {
    const { room, id, log } = await aDraft()
    await room.ask('lan', 'drafts.open', { article: id })
    const { article: second } = await room.ask('lan', 'articles.create', { kind: 'news' })
    await room.ask('lan', 'drafts.open', { article: second.id })
    const other = vi.spyOn(await room.newsroom.store.drafts.open(second.id), 'close')
    const close = log.close.bind(log)
    vi.spyOn(log, 'close').mockImplementationOnce(async () => {
      await close()
      throw new Error('EIO')
    })
    await expect(room.close()).rejects.toThrow('EIO')
    expect(other).toHaveBeenCalled()
    await expect(room.reopen()).resolves.toBeUndefined()
    await room.close()
  })
})

describe('a document', () => {
  it('with half a character can be submitted: readers see that something is missing', async () => {
    const room = await aNewsroom()
    const { article: card } = await room.ask('lan', 'articles.create', {
      kind: 'news',
      document: article({ headline: 'A', attrs: { byline: 'x\ud83d' } }, p('b\udc00')),
    })
    const submitted = await room.ask('lan', 'articles.submit', { article: card.id })
    const page = await room.newsroom.previews.page(card.id, submitted.article.revision)
    expect(page).toContain('b\ufffd')
    await room.close()
  })

  it('of an unknown kind is not submitted, for nobody knows its required fields', async () => {
    const { room, id, push } = await aDraft()
    await room.ask('lan', 'drafts.push', push(0, { stepType: 'docAttr', attr: 'kind', value: 'khong-co' }))
    expect(await room.refusal('lan', 'articles.submit', { article: id })).toEqual({
      code: 'unknown-kind',
      params: { kind: 'khong-co' },
    })
    const document = article({ headline: 'A', attrs: { kind: 'khong-co' } }, p('b'))
    expect(await room.refusal('lan', 'articles.create', { kind: 'news', document })).toMatchObject({
      code: 'document-invalid',
    })
    await room.close()
  })

  it('that no revision could hold is refused before anybody works on it', async () => {
    const room = await aNewsroom()
    const pictures = Array.from({ length: 600 }, (_, number) =>
      figure(number.toString(16).padStart(64, '0'), 'ảnh'),
    )
    const file = {
      type: 'attachment',
      attrs: { file: 'a'.repeat(64), fileName: 'x', mediaType: `${'a'.repeat(200)}/x`, sizeBytes: 1 },
    }
    for (const body of [pictures, [file]])
      expect(
        await room.refusal('lan', 'articles.create', {
          kind: 'news',
          document: article({ headline: 'A' }, ...body),
        }),
      ).toMatchObject({ code: 'document-invalid' })
    await room.close()
  })
})
