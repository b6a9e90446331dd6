import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { diskError, folderDesk } from '#tests/support/folder-desk'
import { bytesOf, value } from '#tests/support/publishing-desk'
import { attachment, figure, paragraph } from '#tests/support/sealed-article'
import { temporaryFolder } from '#tests/support/temporary-workspace'
import { whenFinished } from '#tests/support/when-finished'

vi.setConfig({ testTimeout: 90_000 })

async function published() {
  const made = await folderDesk()
  const { desk } = made
  const picture = await desk.addBlob(bytesOf('lúa'))
  const file = await desk.addBlob(bytesOf('pdf'), 'application/pdf')
  const sealed = await desk.approve({
    fields: { category: 'thong-bao' },
    body: [
      paragraph('Lúa trổ bông & <gặt>.'),
      figure(picture, 'Cánh đồng'),
      attachment(file, 'bieu.pdf', 'application/pdf'),
    ],
  })
  await desk.push()
  await desk.rest()
  return { ...made, sealed, picture, file, page: join(made.root, 'bai', `${sealed.slug}.html`) }
}

describe('folder', () => {
  it('holds the approved page, byte-true originals, a list and a feed, and is read back', async () => {
    const { desk, root, sealed, picture, file, page } = await published()
    expect(desk.jobs()).toMatchObject([{ state: 'done', problem: null }])
    expect(desk.publication(sealed.article)?.readBack?.parts.map(({ verdict }) => verdict)).toEqual([
      'right',
      'right',
      'right',
    ])
    const html = await readFile(page, 'utf8')
    expect(html.replace(/"\.\.\/tep\/..\/([0-9a-f]{64})\.\w+"/g, '"/blob/$1"')).toContain(sealed.html)
    const pictureFile = join(root, 'tep', picture.slice(0, 2), `${picture}.png`)
    expect(Buffer.compare(await readFile(pictureFile), bytesOf('lúa'))).toBe(0)
    expect(existsSync(join(root, 'tep', file.slice(0, 2), `${file}.pdf`))).toBe(true)
    expect(await readFile(join(root, 'index.html'), 'utf8')).toContain(`bai/${sealed.slug}.html`)
    const feed = await readFile(join(root, 'feed.xml'), 'utf8')
    expect(feed).toContain(`<id>urn:toa-soan:${sealed.article}</id>`)
    expect(feed).toContain(`&quot;tep/${picture.slice(0, 2)}/${picture}.png&quot;`)
    await desk.close()
  })

  it('corrects with a notice, takes down, and shows again', async () => {
    const { desk, root, sealed, page } = await published()
    const { handlers } = desk.publishing
    await desk.approve({ article: sealed.article, fields: { category: 'thong-bao' }, lead: 'Sapo mới.' })
    value(
      await handlers['publishing.correct'](
        { article: sealed.article, notice: 'Sửa số hộ <14>.' },
        desk.operator,
      ),
    )
    await desk.rest()
    expect(await readFile(page, 'utf8')).toMatch(/Đính chính lần 1.*Sửa số hộ &lt;14&gt;\./)
    value(
      await handlers['publishing.takeDown']({ article: sealed.article, reason: 'Sai người' }, desk.operator),
    )
    await desk.rest()
    expect(existsSync(page)).toBe(false)
    expect(await readFile(join(root, 'index.html'), 'utf8')).not.toContain(sealed.slug)
    expect(desk.publication(sealed.article)).toMatchObject({
      state: 'taken-down',
      readBack: { parts: [{ part: 'absence', verdict: 'right' }] },
    })
    await desk.push(sealed.article)
    await desk.rest()
    expect(desk.publication(sealed.article)).toMatchObject({ state: 'live', confirmedSequence: 4 })
    await desk.close()
  })

  it('waits for a stick that was pulled out, and goes on when it is back', async () => {
    const { desk, root } = await folderDesk()
    const away = `${root}-rut`
    whenFinished(() => rm(away, { recursive: true, force: true }))
    await rename(root, away)
    // What a system leaves where a stick was.
    await mkdir(root)
    const sealed = await desk.approve({ fields: { category: 'thong-bao' } })
    await desk.push()
    await desk.rest()
    expect(desk.jobs()).toMatchObject([
      { state: 'waiting', attempts: 0, problem: { code: 'portal-unreachable' } },
    ])
    expect(await readdir(root)).toEqual([])
    await rm(root, { recursive: true })
    await rename(away, root)
    await desk.settle(1)
    expect(desk.jobs()).toMatchObject([{ state: 'done' }])
    expect(desk.publication(sealed.article)).toMatchObject({ state: 'live' })
    await desk.close()
  })

  it('of a stick pulled out in the middle of writing, asks what it holds and writes the rest', async () => {
    const { desk, stick, root } = await folderDesk()
    const sealed = await desk.approve({ fields: { category: 'thong-bao' } })
    stick.before = (call, path) => {
      if (call === 'rename' && path.includes('index.html')) throw diskError('EIO')
    }
    await desk.push()
    await desk.rest()
    expect(desk.jobs()).toMatchObject([{ state: 'unknown', attempts: 0 }])
    stick.before = () => {}
    await desk.settle(1)
    expect(desk.jobs()).toMatchObject([{ state: 'done', sequence: 1 }])
    expect(await readFile(join(root, 'index.html'), 'utf8')).toContain(sealed.slug)
    await desk.close()
  })

  it.each([
    ['ENOSPC', 'publish-folder-full'],
    ['EROFS', 'publish-folder-protected'],
    ['EACCES', 'publish-folder-protected'],
  ])('of %s tells a person what to do, and goes on when told', async (code, said) => {
    const { desk, stick } = await folderDesk()
    const sealed = await desk.approve({ fields: { category: 'thong-bao' } })
    stick.before = call => {
      if (call === 'open') throw diskError(code)
    }
    await desk.push()
    await desk.rest()
    expect(desk.jobs()).toMatchObject([{ state: 'refused', problem: { code: said } }])
    stick.before = () => {}
    const [job] = desk.jobs()
    if (job === undefined) throw new Error('no job')
    value(await desk.publishing.handlers['publishing.retry']({ job: job.id }, desk.operator))
    await desk.rest()
    expect(desk.publication(sealed.article)).toMatchObject({ state: 'live' })
    await desk.close()
  })

  it('a crash between record and page is no edit by somebody else', async () => {
    const { desk, stick, sealed, page } = await published()
    await desk.approve({ article: sealed.article, fields: { category: 'thong-bao' }, lead: 'Bản hai.' })
    stick.before = (call, path) => {
      if (call === 'rename' && path.includes('bai')) throw diskError('EIO')
    }
    await desk.push(sealed.article)
    await desk.rest()
    stick.before = () => {}
    await desk.approve({ article: sealed.article, fields: { category: 'thong-bao' }, lead: 'Bản ba.' })
    await desk.push(sealed.article)
    await desk.settle(1)
    expect(desk.jobs(sealed.article).at(-1)).toMatchObject({ state: 'done' })
    expect(await readFile(page, 'utf8')).toContain('Bản ba.')
    await desk.close()
  })

  it('never overwrites unseen what somebody changed by hand', async () => {
    const { desk, sealed, page } = await published()
    await writeFile(page, (await readFile(page, 'utf8')).replace('trổ bông', 'ngã rạp'))
    value(await desk.publishing.handlers['publishing.readBack']({ article: sealed.article }, desk.operator))
    expect(desk.publication(sealed.article)?.readBack?.parts[0]).toMatchObject({ verdict: 'different' })
    await desk.approve({ article: sealed.article, fields: { category: 'thong-bao' }, lead: 'Bản hai.' })
    await desk.push(sealed.article)
    await desk.rest()
    const job = desk.jobs(sealed.article).at(-1)
    expect(job).toMatchObject({ state: 'refused', problem: { code: 'portal-edited' } })
    expect(await readFile(page, 'utf8')).toContain('ngã rạp')
    if (job === undefined) throw new Error('no job')
    value(await desk.publishing.handlers['publishing.retry']({ job: job.id }, desk.operator))
    await desk.rest()
    expect(await readFile(page, 'utf8')).toContain('Bản hai.')
    await desk.close()
  })

  it('names a picture that somebody damaged and one that is gone', async () => {
    const { desk, root, sealed, picture, file } = await published()
    await writeFile(join(root, 'tep', picture.slice(0, 2), `${picture}.png`), bytesOf('khác'))
    await rm(join(root, 'tep', file.slice(0, 2), `${file}.pdf`))
    value(await desk.publishing.handlers['publishing.readBack']({ article: sealed.article }, desk.operator))
    expect(desk.publication(sealed.article)?.readBack?.parts).toMatchObject([
      { part: 'text', verdict: 'right' },
      { part: 'picture', verdict: 'different' },
      { part: 'file', verdict: 'missing' },
    ])
    await desk.push(sealed.article)
    await desk.rest()
    expect(
      Buffer.compare(
        await readFile(join(root, 'tep', picture.slice(0, 2), `${picture}.png`)),
        bytesOf('lúa'),
      ),
    ).toBe(0)
    expect(desk.publication(sealed.article)?.readBack?.parts.every(part => part.verdict === 'right')).toBe(
      true,
    )
    await desk.close()
  })

  it('does not call seen what its public address does not show yet', async () => {
    let shown = ''
    const { desk, root } = await folderDesk(async () => {
      const server = createServer((request, response) => {
        readFile(join(shown, decodeURIComponent(request.url ?? ''))).then(
          bytes => response.end(bytes),
          () => response.writeHead(404).end(),
        )
      })
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
      whenFinished(() => new Promise<void>(resolve => server.close(() => resolve())))
      const address = server.address()
      return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
    })
    shown = await temporaryFolder()
    const sealed = await desk.approve({ fields: { category: 'thong-bao' } })
    await desk.push()
    await desk.rest()
    expect(desk.jobs()).toMatchObject([{ state: 'unknown', readBack: { parts: [{ verdict: 'different' }] } }])
    // Somebody moves the folder onto the server.
    shown = root
    await desk.settle(1)
    expect(desk.jobs()).toMatchObject([{ state: 'done' }])
    expect(desk.publication(sealed.article)?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/bai\//)
    await desk.close()
  })

  it('takes an empty folder or its own, nobody else’s, and only once at a time', async () => {
    const { desk, root } = await folderDesk()
    const { handlers } = desk.publishing
    const other = await temporaryFolder()
    await writeFile(join(other, 'thu.txt'), 'của người khác')
    const connect = (url: string) => handlers['portals.connect']({ url, name: 'Ổ' }, desk.operator)
    expect(await connect(other)).toMatchObject({ problem: { code: 'folder-not-empty' } })
    expect(await connect(join(other, 'sâu', 'nữa'))).toMatchObject({ problem: { code: 'folder-not-found' } })
    expect(await readdir(other)).toEqual(['thu.txt'])
    // Another workstation takes the folder over: this one no longer writes there.
    const marker = join(root, 'toa-soan.json')
    const text = await readFile(marker, 'utf8')
    await writeFile(marker, text.replace(/"owner": "[^"]*"/, '"owner": "may-khac-may-khac"'))
    await desk.approve({ fields: { category: 'thong-bao' } })
    await desk.push()
    await desk.rest()
    expect(desk.jobs()).toMatchObject([{ state: 'waiting', attempts: 0 }])
    await desk.close()
  })

  it('passes the connection test and leaves nothing behind', async () => {
    const { desk, root } = await folderDesk()
    const [portal] = desk.store.all('portals').values()
    if (portal === undefined) throw new Error('no portal')
    const tested = value(await desk.publishing.handlers['portals.test']({ portal: portal.id }, desk.operator))
    expect(tested.steps.map(({ step, ok }) => [step, ok])).toEqual(
      ['reach', 'authorise', 'write', 'read', 'remove'].map(step => [step, true]),
    )
    expect(await readdir(root)).toEqual(['toa-soan.json'])
    await desk.close()
  })
})
