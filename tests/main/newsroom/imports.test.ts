import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportView } from '#common/api/import-operations'
import { imageRelation, p, wordFile } from '#tests/support/import/word-file'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'

let room: TestNewsroom
beforeEach(async () => {
  room = await aNewsroom()
})
afterEach(() => room.close())

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const picture = (id: string) => `<w:p><w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`
const paper = wordFile({
  body: `${p('Khai giảng năm học mới')}${p('Sáng 5/9, trường khai giảng.')}${picture('a')}${picture('b')}`,
  relations: imageRelation('a', 'media/a.png') + imageRelation('b', 'media/b.emf'),
  files: { 'word/media/a.png': png, 'word/media/b.emf': new Uint8Array([1, 0, 0, 0]) },
})
const portalPage = Buffer.from(
  '<!-- saved from url=(0030)https://xa.example.gov.vn/tin/1 --><title>Tin đã đăng trên cổng</title><h1>Tin đã đăng trên cổng</h1><div>05/09/2024 08:00</div><p>Nội dung cũ của bài.</p><div>Tin khác</div><p>Bài khác trên cổng của xã</p><p>01/09/2024</p>',
)

async function read(bytes: Uint8Array, name: string, as = 'lan'): Promise<ImportView> {
  const answer = await readAs(bytes, name, as)
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value
}

async function readAs(bytes: Uint8Array, name: string, as: string) {
  const { accounts } = await room.ask(as, 'accounts.list', {})
  const account = accounts.find(({ signInName }) => signInName === as)
  if (account === undefined) throw new Error(as)
  return room.newsroom.imports.read(bytes, name, { ...account, keys: [] } as never)
}

const wishes = { kind: 'news', repaired: true, attach: false, past: false }
const acceptAs = (view: ImportView, more: Partial<typeof wishes> = {}) =>
  room.ask('lan', 'imports.accept', { import: view.id, ...wishes, ...more })

describe('a file that was read', () => {
  it('is nothing in the newsroom until it is accepted; then its draft, pictures and itself are', async () => {
    const view = await read(paper, 'Khai giảng.docx')
    expect(view).toMatchObject({
      headline: 'Khai giảng năm học mới',
      pictures: 1,
      past: null,
      attachable: true,
    })
    expect(view.losses).toEqual([{ kind: 'pictures-unreadable', count: 1 }])
    expect((await room.ask('lan', 'articles.list', {})).total).toBe(0)
    const { article } = await acceptAs(view, { attach: true })
    expect(article).toMatchObject({ stage: 'draft', pictures: 1, attachments: 1 })
    const { record } = await room.ask('lan', 'imports.of', { article: article.id })
    const original = record === null ? null : await room.newsroom.store.blobs.read(record.original)
    expect(Buffer.from(original ?? []).equals(Buffer.from(paper))).toBe(true)
    await room.reopen()
    const draft = await room.ask('lan', 'drafts.open', { article: article.id })
    expect(JSON.stringify(draft.document)).toContain('Sáng 5/9, trường khai giảng.')
    expect(await room.refusal('lan', 'imports.accept', { import: view.id, ...wishes })).toMatchObject({
      code: 'import-not-found',
    })
  })

  it('belongs to who read it, and can be discarded', async () => {
    const view = await read(paper, 'a.docx')
    for (const as of ['binh', 'mai'])
      expect(await room.refusal(as, 'imports.insert', { import: view.id, repaired: true })).toMatchObject({
        code: 'import-not-found',
      })
    await room.ask('lan', 'imports.discard', { import: view.id })
    expect(await room.refusal('lan', 'imports.insert', { import: view.id, repaired: true })).toMatchObject({
      code: 'import-not-found',
    })
  })

  it('gives its body to an open article', async () => {
    const view = await read(paper, 'a.docx')
    const { blocks } = await room.ask('lan', 'imports.insert', { import: view.id, repaired: true })
    expect(blocks.map(block => block.type)).toEqual(['paragraph', 'figure'])
  })

  it('shows its page before it is anything', async () => {
    const view = await read(paper, 'a.docx')
    const { accounts } = await room.ask('lan', 'accounts.list', {})
    const [lan, other] = ['lan', 'binh'].map(name => accounts.find(({ signInName }) => signInName === name))
    expect(room.newsroom.imports.page(view.id, true, lan as never)).toContain('Khai giảng năm học mới')
    expect(room.newsroom.imports.page(view.id, true, other as never)).toBeNull()
  })

  it.each([
    ['a.docx', 'PK\u0003\u0004rác', 'import-unreadable'],
    ['a.pdf', '%PDF-1.7', 'import-type-unknown'],
    ['a.txt', '   ', 'import-empty'],
  ])('%s with %s is refused in words', async (name, content, code) => {
    expect(await readAs(Buffer.from(content, 'latin1'), name, 'lan')).toMatchObject({
      ok: false,
      problem: { code, params: { name } },
    })
  })

  it.skipIf(!existsSync('/usr/bin/soffice'))('an old .doc comes in through LibreOffice', async () => {
    const file = readFileSync(join(import.meta.dirname, '../../fixtures/import/libreoffice.doc'))
    const view = await read(file, 'bao-cao.doc')
    expect(view).toMatchObject({ headline: 'Báo cáo kết quả thu gom rác thải quý III', tables: 1 })
  })
})

describe('an article from the past', () => {
  it('counts as standing on the portal, waits for nobody, and is never pushed', async () => {
    const view = await read(portalPage, 'trang.html')
    expect(view.past).toEqual({
      url: 'https://xa.example.gov.vn/tin/1',
      publishedAt: '2024-09-05T01:00:00.000Z',
    })
    const { article, chip } = await acceptAs(view, { past: true })
    expect(chip).toBe('live')
    const list = await room.ask('lan', 'articles.list', { counter: 'drafts' })
    expect(list.total).toBe(0)
    expect((await room.ask('lan', 'imports.of', { article: article.id })).record?.references).toEqual([
      { headline: 'Bài khác trên cổng của xã', publishedAt: '2024-08-31T17:00:00.000Z', url: null },
    ])
    // Even an approved one stays.
    const document = (await room.ask('lan', 'drafts.open', { article: article.id })).document
    await room.ask('lan', 'drafts.replace', {
      article: article.id,
      document: { ...document, attrs: { ...(document.attrs as object), category: 'tin-tuc' } },
    })
    await room.ask('lan', 'articles.submit', { article: article.id })
    const { revision } = (await room.ask('hoa', 'articles.read', { article: article.id })).article
    await room.ask('hoa', 'review.claim', { article: article.id })
    await room.ask('hoa', 'review.approve', { article: article.id, revision: String(revision) as never })
    const { ready } = await room.ask('nam', 'publishing.read', {})
    expect(ready).toEqual([])
    await room.ask('binh', 'imports.release', { article: article.id })
    expect((await room.ask('nam', 'publishing.read', {})).ready).toHaveLength(1)
  })

  it('is taken over from an older portal by its feed, once, with its pictures', async () => {
    const server = createServer((request, response) => {
      const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const path = request.url ?? ''
      if (path === '/') response.end('<link rel="alternate" type="application/rss+xml" href="/rss.xml">')
      else if (path === '/rss.xml')
        response.end(
          `<?xml version="1.0"?><rss><channel><item><title>Tin cũ &amp; mới</title><link>${at}/tin/1</link><pubDate>Thu, 05 Sep 2024 01:00:00 GMT</pubDate></item></channel></rss>`,
        )
      else if (path === '/tin/1')
        response.end(
          '<title>Tin cũ và tin mới của xã</title><h1>Tin cũ và tin mới của xã</h1><p>Chữ trong bài.</p><img src="/a.png" alt="Ảnh"><img src="https://khac.example/b.png"><div>Tin khác</div>',
        )
      else if (path === '/a.png') response.end(png)
      else {
        response.statusCode = 404
        response.end('{}')
      }
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    try {
      const list = await room.ask('lan', 'imports.listPast', { url, page: 1 })
      expect(list.pages).toEqual([
        {
          url: `${url}tin/1`,
          headline: 'Tin cũ & mới',
          publishedAt: '2024-09-05T01:00:00.000Z',
          known: false,
        },
      ])
      const { article } = await room.ask('lan', 'imports.takePast', { url: `${url}tin/1` })
      expect(article).toMatchObject({
        headline: 'Tin cũ và tin mới của xã',
        pictures: 1,
        past: { url: `${url}tin/1` },
      })
      expect((await room.ask('lan', 'imports.listPast', { url, page: 1 })).pages[0]?.known).toBe(true)
      expect(await room.refusal('lan', 'imports.takePast', { url: `${url}khong-co` })).toMatchObject({
        code: 'past-unreadable',
      })
    } finally {
      await new Promise(resolve => server.close(resolve))
    }
    expect(await room.refusal('lan', 'imports.listPast', { url, page: 1 })).toMatchObject({
      code: 'past-not-found',
    })
  })

  it('is taken over from WordPress page by page, each article alone without the page around it', async () => {
    const posts = Array.from({ length: 23 }, (_, index) => ({
      slug: `tin-${index + 1}`,
      title: { rendered: `Tin số ${index + 1} &#8211; <b>xã</b>` },
      date_gmt: '2024-09-05T01:00:00',
      content: { rendered: `<p>Nội dung ${index + 1}.</p><script>x()</script>` },
    }))
    const server = createServer((request, response) => {
      const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const { searchParams } = new URL(request.url ?? '', at)
      if (searchParams.get('rest_route') !== '/wp/v2/posts') {
        response.statusCode = 404
        return response.end('{}')
      }
      const [slug, page] = [searchParams.get('slug'), Number(searchParams.get('page') ?? 1)]
      const found =
        slug === null ? posts.slice((page - 1) * 20, page * 20) : posts.filter(post => post.slug === slug)
      response.setHeader('content-type', 'application/json')
      return response.end(JSON.stringify(found.map(post => ({ ...post, link: `${at}/${post.slug}` }))))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    try {
      const first = await room.ask('lan', 'imports.listPast', { url, page: 1 })
      expect([first.pages.length, first.more, first.pages[0]?.headline]).toEqual([20, true, 'Tin số 1 – xã'])
      const second = await room.ask('lan', 'imports.listPast', { url, page: 2 })
      expect([second.pages.length, second.more]).toEqual([3, false])
      const { article } = await room.ask('lan', 'imports.takePast', { url: `${url}tin-23` })
      expect(article.past).toEqual({ url: `${url}tin-23`, publishedAt: '2024-09-05T01:00:00.000Z' })
      const { document } = await room.ask('lan', 'drafts.open', { article: article.id })
      expect(JSON.stringify(document)).toContain('Nội dung 23.')
      expect(JSON.stringify(document)).not.toContain('x()')
    } finally {
      await new Promise(resolve => server.close(resolve))
    }
  })
})
