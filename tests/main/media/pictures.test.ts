import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { pictureInWorker } from '#main/media/picture-in-worker'
import { preparePicture } from '#main/media/prepare-picture'
import { sniff } from '#main/media/sniff'
import { aNewsroom } from '#tests/support/newsroom'

describe('a picture', () => {
  it('stands upright, small and without what tells where it was taken', async () => {
    const photo = await sharp({ create: { width: 4_000, height: 1_000, channels: 3, background: 'green' } })
      .withExif({
        IFD0: { Copyright: 'Tư pháp' },
        IFD3: { GPSLatitude: '20/1 1/1 1/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    const prepared = await preparePicture(photo)
    if (!prepared.ok) throw new Error(prepared.problem)
    const { width, height, bytes } = prepared.value
    expect([width, height]).toEqual([400, 1_600])
    const { format, exif, icc, xmp, orientation } = await sharp(bytes).metadata()
    expect([format, exif, icc, xmp, orientation]).toEqual([
      'webp',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('that moves keeps its first picture', async () => {
    const frames = await sharp(Buffer.concat([Buffer.alloc(300, 255), Buffer.alloc(300, 0)]), {
      raw: { width: 10, height: 20, channels: 3, pageHeight: 10 },
    })
      .gif({ delay: [100, 100], loop: 0 })
      .toBuffer()
    expect((await sharp(frames).metadata()).pages).toBe(2)
    const prepared = await preparePicture(frames)
    if (!prepared.ok) throw new Error(prepared.problem)
    expect([prepared.value.width, prepared.value.height]).toEqual([10, 10])
    expect((await sharp(prepared.value.bytes).metadata()).pages ?? 1).toBe(1)
  })

  it('of more pixels than can be opened safely is refused by its header', async () => {
    expect(await preparePicture(pngOf(60_000, 60_000))).toEqual({ ok: false, problem: 'large' })
  })

  it('that is cut off or turned anywhere ends in words, never in a crash', async () => {
    const whole = await sharp({
      create: {
        width: 64,
        height: 64,
        channels: 3,
        background: 'black',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer()
    let unreadable = 0
    for (let cut = 1; cut < whole.length; cut += Math.ceil(whole.length / 40)) {
      const turned = Buffer.from(whole)
      turned.writeUInt8((turned[cut] ?? 0) ^ 0xff, cut)
      for (const broken of [whole.subarray(0, cut), turned]) {
        const prepared = await preparePicture(broken)
        if (!prepared.ok) unreadable += 1
      }
    }
    expect(unreadable).toBeGreaterThan(40)
  })
})

describe('a large picture', () => {
  let folder = ''
  const worker = (source: string) => {
    const file = join(folder, `${Math.random().toString(36).slice(2)}.mjs`)
    writeFileSync(file, `import { parentPort } from 'node:worker_threads'\n${source}`)
    return file
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'toa-soan-picture-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const large = pngOf(6_000, 5_000)

  it('that never ends is ended, while this thread goes on', async () => {
    const run = pictureInWorker(worker('for (;;);'), { deadlineMs: 300, heapMegabytes: 64 })
    const before = performance.eventLoopUtilization()
    expect(await run(large)).toEqual({ ok: false, problem: 'large' })
    const { active, idle } = performance.eventLoopUtilization(before)
    expect(idle).toBeGreaterThan(active)
  })

  it('that breaks its worker is a bug, not a hang', async () => {
    await expect(pictureInWorker(worker("throw new Error('x')"))(large)).rejects.toThrow('x')
  })

  it('gets the answer of its worker; a small one needs none', async () => {
    const run = pictureInWorker(worker("parentPort.postMessage({ ok: false, problem: 'unreadable' })"))
    expect(await run(large)).toEqual({ ok: false, problem: 'unreadable' })
    const small = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    expect((await run(small)).ok).toBe(true)
    expect(await run(Buffer.from('GIF89a'))).toEqual({ ok: false, problem: 'unreadable' })
  })
})

describe('what a file is', () => {
  const brand = (name: string) => Buffer.concat([Buffer.alloc(4), Buffer.from(`ftyp${name}`)])

  it.each([
    ['heic', 'telephone-picture'],
    ['mif1', 'telephone-picture'],
    ['avif', 'picture'],
    ['mp42', undefined],
  ])('an %s is %s', (name, use) => {
    expect(sniff(brand(name), 'IMG_0001.jpg')?.use).toBe(use)
  })
})

test('a newsroom says what is wrong with a picture', async () => {
  const room = await aNewsroom()
  for (const [code, bytes] of [
    ['picture-heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['picture-unreadable', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
    ['picture-unreadable', Buffer.from('no picture at all')],
    ['picture-too-large', pngOf(60_000, 60_000)],
  ] as const) {
    const fileName = 'IMG_0001.HEIC'
    const refused = await room.refusal('lan', 'media.add', { fileName, base64: bytes.toString('base64') })
    expect(refused).toEqual({ code, params: { name: fileName } })
  }
  await room.close()
})

/** A picture by its header; of its lines only a few are there. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
