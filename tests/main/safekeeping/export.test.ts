import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { checkDocument } from '#common/document/check'
import { article, figure, p } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'
import { temporaryFolder } from '#tests/support/temporary-workspace'

async function aRoom() {
  const room = await aNewsroom()
  const png = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#a00' } })
    .png()
    .toBuffer()
  const picture = await room.ask('lan', 'media.add', {
    fileName: 'Cổng làng.png',
    base64: png.toString('base64'),
  })
  const document = article(
    { headline: 'Ra quân làm đường', lead: 'Sapo.' },
    p('Bà con góp công.'),
    figure(picture.hash, 'Cổng làng', 'Cổng làng mới'),
  )
  const { article: card } = await room.ask('lan', 'articles.create', { kind: 'news', document })
  await room.ask('lan', 'articles.submit', { article: card.id })
  await room.ask('lan', 'articles.create', { kind: 'news', document: article({ headline: 'Tin <b>khác' }) })
  return { room, picture, id: card.id }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('an export', () => {
  it('can be read back without the program: data, page, frozen bytes and files', async () => {
    const { room, picture } = await aRoom()
    const folder = await temporaryFolder()
    const made = await room.ask('lan', 'exports.make', { folder })
    expect(made.articles).toBe(2)
    expect(await readdir(folder)).toEqual([made.path.slice(folder.length + 1)])
    expect(await readFile(join(made.path, 'README.txt'), 'utf8')).toContain('Số tin bài: 2')
    const list = JSON.parse(await readFile(join(made.path, 'danh-sach.json'), 'utf8'))
    const entry = list.find((one: { headline: string }) => one.headline === 'Ra quân làm đường')
    const place = join(made.path, entry.folder)
    const about = JSON.parse(await readFile(join(place, 'tin.json'), 'utf8'))
    expect(about).toMatchObject({ format: 'toa-soan/export', article: { stage: 'submitted' } })
    expect(Object.values(about.people)).toContain('Nguyễn Thị Lan')
    expect(checkDocument(about.document).ok).toBe(true)
    const [revision] = about.revisions
    expect(sha256(await readFile(join(place, 'phien-ban', '1.json')))).toBe(revision.hash)
    expect(sha256(await readFile(join(place, 'phien-ban', '1.html')))).toBe(revision.html)
    const [file] = about.files
    expect(file).toMatchObject({ hash: picture.hash, mediaType: 'image/webp' })
    expect(sha256(await readFile(join(place, file.path)))).toBe(picture.hash)
    const page = await readFile(join(place, 'tin.html'), 'utf8')
    expect(page).toContain('Bà con góp công.')
    expect(page).toContain(`src="${file.path.split('/').map(encodeURIComponent).join('/')}"`)
    expect(page).not.toContain('/blob/')
    const other = list.find((one: { headline: string }) => one.headline !== 'Ra quân làm đường')
    const otherPage = await readFile(join(made.path, other.folder, 'tin.html'), 'utf8')
    expect(otherPage).toContain('<title>Tin &lt;b&gt;khác</title>')
    await room.close()
  })

  it('of one article holds only that one, and two exports in one minute do not meet', async () => {
    const { room, id } = await aRoom()
    const folder = await temporaryFolder()
    const first = await room.ask('lan', 'exports.make', { folder, articles: [id] })
    const second = await room.ask('lan', 'exports.make', { folder, articles: [id] })
    expect([first.articles, second.articles]).toEqual([1, 1])
    expect(first.path).not.toBe(second.path)
    await room.close()
  })

  it('as one zip holds the same, byte for byte', async () => {
    const { room, id, picture } = await aRoom()
    const folder = await temporaryFolder()
    const made = await room.ask('lan', 'exports.make', { folder, articles: [id], zip: true })
    expect(await readdir(folder)).toEqual([basename(made.path)])
    const entries = unzipSync(await readFile(made.path))
    const named = (end: string) => {
      const [name = '', ...others] = Object.keys(entries).filter(one => one.endsWith(end))
      expect([end, others]).toEqual([end, []])
      return entries[name] ?? new Uint8Array()
    }
    const about = JSON.parse(strFromU8(named('/tin.json')))
    expect(about.article.id).toBe(id)
    expect(sha256(named('/phien-ban/1.json'))).toBe(about.revisions[0].hash)
    expect(sha256(named('Cổng làng.webp'))).toBe(picture.hash)
    expect(strFromU8(named('/README.txt'))).toContain('Số tin bài: 1')
    const root = basename(made.path, '.zip')
    expect(Object.keys(entries).every(name => name.startsWith(`${root}/`))).toBe(true)
    await room.close()
  })

  it('says what it could not read and writes the rest', async () => {
    const { room, picture } = await aRoom()
    await room.newsroom.store.checkpoint()
    await rm(join(room.directory, 'blobs', picture.hash.slice(0, 2), picture.hash.slice(2)))
    const made = await room.ask('lan', 'exports.make', { folder: await temporaryFolder() })
    expect(await readFile(join(made.path, 'README.txt'), 'utf8')).toContain(
      'Ra quân làm đường: tệp Cổng làng.png',
    )
    await room.close()
  })

  it('into a folder that is not there, or a path that is none, is refused', async () => {
    const { room } = await aRoom()
    const folder = join(await temporaryFolder(), 'không có')
    expect(await room.refusal('lan', 'exports.make', { folder })).toMatchObject({ code: 'folder-not-found' })
    expect(await room.refusal('lan', 'exports.make', { folder: 'x' })).toMatchObject({
      code: 'folder-not-found',
    })
    await room.close()
  })
})
