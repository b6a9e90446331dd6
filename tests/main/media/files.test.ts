import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pdfInWorker } from '#main/media/pdf-in-worker'
import { readPdfText } from '#main/media/pdf-text'
import { article, p } from '#tests/support/documents'
import { aNewsroom } from '#tests/support/newsroom'
import { aPdf } from '#tests/support/pdf'

describe('the words of a PDF', () => {
  it('are read in Unicode, page by page', async () => {
    const read = await readPdfText(aPdf('QUYẾT ĐỊNH\nVề việc công khai dự toán', 'Điều 1. Ngân sách'))
    expect(read).toMatchObject({ pages: 2, personalData: 0 })
    expect(read?.text).toContain('công khai dự toán')
    expect(read?.text).toContain('Điều 1. Ngân sách')
  })

  it('are none in a scan, in a locked file and in what only begins like a PDF', async () => {
    for (const bytes of [aPdf(''), Buffer.from('%PDF-1.7\nkhông phải'), aPdf('chữ').subarray(0, 200)])
      expect(await readPdfText(bytes)).toBeNull()
  })

  it('tell how many persons’ numbers stand in them', async () => {
    const read = await readPdfText(aPdf('Danh sách\nÔng A, CCCD 038085001234\nBà B, CCCD 038190004321'))
    expect(read?.personalData).toBe(2)
  })

  it('end at a bound, however many there are', async () => {
    const read = await readPdfText(aPdf(...Array.from({ length: 30 }, () => 'Trang dài. '.repeat(2_000))))
    expect(read?.text.length).toBeLessThanOrEqual(400_000)
  })

  it('of turned and cut files end in nothing or in words, never in a fault', async () => {
    const whole = aPdf('Thông báo lịch tiếp công dân của xã')
    for (let at = 10; at < whole.length; at += Math.ceil(whole.length / 40)) {
      const turned = Buffer.from(whole)
      turned.writeUInt8((turned[at] ?? 0) ^ 0x2a, at)
      for (const broken of [turned, whole.subarray(0, at)])
        expect(['object', 'string']).toContain(typeof (await readPdfText(broken)))
    }
  })
})

describe('a PDF that is read for ever', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toa-soan-pdf-'))
  const worker = (name: string, code: string) => {
    const file = join(folder, name)
    writeFileSync(file, code)
    return file
  }
  const limits = { deadlineMs: 300, heapMegabytes: 16 }
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['in time', 'for (;;);'],
    ['in memory', 'const all = []; for (;;) all.push(new Array(1e6).fill(0.5))'],
    ['in a fault', 'throw new Error("x")'],
  ])('ends %s without words, and the newsroom goes on', async (name, code) => {
    expect(await pdfInWorker(worker(`${name}.mjs`, code), limits)(aPdf('chữ'))).toBeNull()
  })
})

describe('an attached file', () => {
  const pdfOf = (file: string) => ({
    type: 'attachment',
    attrs: { file, fileName: 'Quyết định 15.pdf', mediaType: 'application/pdf', sizeBytes: 9 },
  })

  it('stays byte for byte, so that its signature stays valid', async () => {
    const room = await aNewsroom()
    const signed = Buffer.concat([
      aPdf('Quyết định đã ký số'),
      Buffer.from(
        '\n9 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 840 960 240] /Contents <30820',
      ),
      Buffer.from([0, 255, 13, 10, 128]),
    ])
    const added = await room.ask('lan', 'media.add', {
      fileName: 'Quyết định 15.pdf',
      base64: signed.toString('base64'),
    })
    expect(added).toMatchObject({ mediaType: 'application/pdf', sizeBytes: signed.length })
    expect(Buffer.from(await room.newsroom.store.blobs.read(added.hash)).equals(signed)).toBe(true)
    await room.close()
  })

  it('is found by its words, and says when it has none or holds numbers of persons', async () => {
    const room = await aNewsroom()
    const add = async (bytes: Buffer) =>
      (await room.ask('lan', 'media.add', { fileName: 'a.pdf', base64: bytes.toString('base64') })).hash
    const words = await add(aPdf('Kế hoạch phòng chống lụt bão'))
    const persons = await add(aPdf('Ông A, CCCD 038085001234'))
    const scan = await add(aPdf(' '))
    const document = article({ headline: 'Ba tệp' }, p('Xem tệp.'), ...[words, persons, scan].map(pdfOf))
    const { article: made } = await room.ask('lan', 'articles.create', { kind: 'news', document })
    const { checks } = await room.ask('lan', 'articles.checks', { article: made.id })
    expect(
      checks.flatMap(({ level, code, params }) =>
        code.startsWith('file-') ? [[level, code, params.count]] : [],
      ),
    ).toEqual([
      ['should', 'file-personal-data', 1],
      ['should', 'file-without-text', undefined],
    ])
    await expect
      .poll(async () =>
        (await room.ask('lan', 'articles.search', { text: 'lut bao' })).hits.map(hit => hit.row.id),
      )
      .toEqual([made.id])
    await room.reopen()
    await expect
      .poll(async () =>
        (await room.ask('lan', 'articles.search', { text: 'lụt bão' })).hits.map(hit => hit.excerpt?.part),
      )
      .toEqual(['files'])
    await room.close()
  })
})
