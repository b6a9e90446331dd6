import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import type { ArticleId, BlobHash } from '#common/domain/ids'
import { article, figure, p } from '#tests/support/documents'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'
import { newsroomWithPortal } from '#tests/support/newsroom-with-portal'

async function add(room: TestNewsroom, fileName: string, background: string): Promise<BlobHash> {
  const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background } })
    .png()
    .toBuffer()
  return (await room.ask('lan', 'media.add', { fileName, base64: bytes.toString('base64') })).hash
}

const write = async (room: TestNewsroom, headline: string, ...body: readonly object[]) =>
  (
    await room.ask('lan', 'articles.create', {
      kind: 'news',
      document: article({ headline }, p('Chữ.'), ...(body as never[])),
    })
  ).article.id

const names = async (room: TestNewsroom, filter: object) =>
  (await room.ask('lan', 'media.list', filter)).rows.map(({ fileName }) => fileName)

const usesOf = async (room: TestNewsroom, hash: BlobHash) =>
  (await room.ask('lan', 'media.uses', { hash })).uses.map(({ row, inDraft, onPortal }) => [
    row.headline,
    inDraft,
    onPortal,
  ])

/** An article's card follows its text after a moment. */
const soon = { timeout: 10_000, interval: 200 }

/** As the editor does it: the whole text again; the card follows with the next submission or pause. */
async function rewrite(
  room: TestNewsroom,
  id: ArticleId,
  headline: string,
  ...body: object[]
): Promise<void> {
  await room.ask('lan', 'drafts.replace', {
    article: id,
    document: article({ headline }, p('Chữ.'), ...(body as never[])),
  })
}

describe('the library', () => {
  it('keeps the words it was last given when an older article is edited elsewhere', async () => {
    const room = await aNewsroom()
    const bridge = await add(room, 'cau.png', 'red')
    const first = await write(room, 'Cầu cũ', figure(bridge, 'cũ'))
    await write(room, 'Cầu mới', figure(bridge, 'mới'))
    await rewrite(room, first, 'Cầu cũ, thêm một câu', figure(bridge, 'cũ'))
    await vi.waitFor(
      () => expect(room.newsroom.store.get('articles', first)?.headline).toBe('Cầu cũ, thêm một câu'),
      soon,
    )
    const { rows } = await room.ask('lan', 'media.list', {})
    expect(rows.map(({ alt }) => alt)).toEqual(['mới'])
  })

  it('lists pictures newest first, by name, description and credit without marks, page by page', async () => {
    const room = await aNewsroom()
    const bridge = await add(room, 'IMG_1.png', 'red')
    await add(room, 'Trạm y tế.png', 'blue')
    await room.ask('lan', 'media.add', {
      fileName: 'Quyết định.zip',
      base64: Buffer.from('PK\u0003\u0004').toString('base64'),
    })
    await write(room, 'Cầu mới', {
      ...figure(bridge, 'Cầu bắc qua kênh'),
      attrs: { image: bridge, alt: 'Cầu bắc qua kênh', credit: 'Văn Tư', focus: { x: 30, y: 70 } },
    })
    expect(await names(room, {})).toEqual(['Trạm y tế.png', 'IMG_1.png'])
    expect(await names(room, { text: 'kenh cau' })).toEqual(['IMG_1.png'])
    expect(await names(room, { text: 'VAN TU' })).toEqual(['IMG_1.png'])
    expect(await names(room, { text: 'tram' })).toEqual(['Trạm y tế.png'])
    expect(await names(room, { text: 'không có' })).toEqual([])
    expect(await names(room, { use: 'file' })).toEqual(['Quyết định.zip'])
    expect(await names(room, { only: 'unused' })).toEqual(['Trạm y tế.png'])
    expect(await names(room, { only: 'undescribed' })).toEqual(['Trạm y tế.png'])
    expect(await room.ask('lan', 'media.list', { offset: 1, limit: 1 })).toMatchObject({
      total: 2,
      rows: [{ hash: bridge, alt: 'Cầu bắc qua kênh', credit: 'Văn Tư', focus: { x: 30, y: 70 }, uses: 1 }],
    })
    await room.close()
  })

  it('knows a picture that comes a second time, with its words', async () => {
    const room = await aNewsroom()
    const hash = await add(room, 'a.png', 'red')
    await write(room, 'Bài', figure(hash, 'Mô tả'))
    expect(await add(room, 'b.png', 'red')).toBe(hash)
    expect((await room.ask('lan', 'media.list', {})).rows).toMatchObject([
      { fileName: 'b.png', alt: 'Mô tả', uses: 1 },
    ])
    await room.close()
  })

  it('says in which drafts a picture stands, and follows them', async () => {
    const room = await aNewsroom()
    const [one, other] = [await add(room, '1.png', 'red'), await add(room, '2.png', 'blue')]
    const id = await write(room, 'A', figure(one, 'Một'))
    await write(room, 'B', figure(one, ''))
    expect(await usesOf(room, one)).toEqual([
      ['A', true, false],
      ['B', true, false],
    ])
    await rewrite(room, id, 'A', figure(other, 'Hai'))
    await expect.poll(() => usesOf(room, other), soon).toEqual([['A', true, false]])
    expect(await usesOf(room, one)).toEqual([['B', true, false]])
    await room.reopen()
    expect(await usesOf(room, other)).toEqual([['A', true, false]])
    // Only the words change: no other trace of it on the article's card.
    await rewrite(room, id, 'A', figure(other, 'Hai người'))
    await expect
      .poll(async () => (await room.ask('lan', 'media.list', { text: 'hai nguoi' })).total, soon)
      .toBe(1)
    await room.close()
  })

  it('says where readers see a picture, also after the draft went on without it', async () => {
    const { room, published } = await newsroomWithPortal()
    const hash = await add(room, 'cau.png', 'red')
    const id = await published('Cầu mới', figure(hash, 'Cầu'))
    expect(await usesOf(room, hash)).toEqual([['Cầu mới', true, true]])
    await room.ask('lan', 'articles.reopen', { article: id })
    await rewrite(room, id, 'Cầu mới')
    await expect.poll(() => usesOf(room, hash), soon).toEqual([['Cầu mới', false, true]])
    await room.close()
  })

  it('refuses what it does not have', async () => {
    const room = await aNewsroom()
    const nothing = 'a'.repeat(64) as BlobHash
    expect((await room.refusal('lan', 'media.uses', { hash: nothing })).code).toBe('blob-not-found')
    await room.close()
  })
})
