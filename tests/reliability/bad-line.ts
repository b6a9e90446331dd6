import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import sharp from 'sharp'
import type { ArticleId } from '#common/domain/ids'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { createPortal } from '#main/portal/create-portal'
import { listen } from '#main/portal/listen'
import { startCuttingLine } from '#tests/support/cutting-line'
import { article, figure, p } from '#tests/support/documents'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'
import { temporaryFolder } from '#tests/support/temporary-workspace'
import { whenFinished } from '#tests/support/when-finished'

/** What crosses a line of 256 kbit/s in the minute after which it breaks. */
const bytesOfALife = (256_000 / 8) * 60
const photosOfAnArticle = 3
/** Waiting for the line included. */
const mostPerPhotoMs = 30_000
/** 300 MB of originals may become 25 MB. */
const mostKept = 25 / 300

/** Photos as a telephone takes them: 12 million dots with the noise of a small sensor, some 5 MB, no two alike. */
function telephone(): (number: number) => Promise<Buffer> {
  const size = { width: 4_000, height: 3_000, channels: 3 } as const
  const noise = randomBytes(size.width * size.height * size.channels)
  return number =>
    sharp(noise, { raw: size })
      .linear(0.25, 60 + (number % 60))
      .jpeg({ quality: 90 })
      .toBuffer()
}

async function write(room: TestNewsroom, number: number, photos: readonly Buffer[]): Promise<ArticleId> {
  const pictures: ReturnType<typeof figure>[] = []
  for (const [index, photo] of photos.entries()) {
    const file = { fileName: `anh-${index}.jpg`, base64: photo.toString('base64') }
    const { hash } = await room.ask('lan', 'media.add', file)
    pictures.push(figure(hash, `Ảnh ${index + 1} của buổi họp thôn ${number}`))
  }
  const attrs = { category: 'tin-tuc-su-kien' }
  const headline = `Họp dân thôn ${number} về đường điện`
  const document = article({ headline, lead: 'Sapo.', attrs }, p('Nội dung.'), ...pictures)
  const { article: created } = await room.ask('lan', 'articles.create', { kind: 'news', document })
  const { article: card } = await room.ask('lan', 'articles.submit', { article: created.id })
  assert(card.revision !== null)
  await room.ask('hoa', 'review.approve', { article: card.id, revision: card.revision })
  return card.id
}

/** Journey 6 of the product: a week's photos on a line that breaks every minute. Resolves to the number of photos. */
export async function sendAWeek(photos: number): Promise<number> {
  const dataDir = await temporaryFolder()
  const portal = await createPortal({
    dataDir,
    name: 'Cổng xã',
    environment: hostEnvironment,
    acceptDemoKeys: true,
  })
  const listening = await listen(portal, 0)
  whenFinished(() => listening.close())
  const line = await startCuttingLine(listening.port, bytesOfALife)
  const room = await aNewsroom()
  const { publishToken, adminToken } = portal.credentials
  const url = `http://127.0.0.1:${line.port}`
  await room.ask('tri', 'portals.connect', { url, name: 'Cổng xã', publishToken, adminToken })

  const take = telephone()
  let originals = 0
  const articles: ArticleId[] = []
  for (let number = 0; number * photosOfAnArticle < photos; number++) {
    const taken: Buffer[] = []
    for (let index = 0; index < photosOfAnArticle; index++)
      taken.push(await take(number * photosOfAnArticle + index))
    originals += taken.reduce((sum, photo) => sum + photo.length, 0)
    articles.push(await write(room, number + 1, taken))
  }
  await room.ask('nam', 'line.setOffline', { offline: true })
  const { publishing } = await room.ask('nam', 'publishing.push', {})
  const planned = publishing.totals.bytes
  assert(planned <= originals * mostKept, `${planned} bytes are planned for ${originals} of originals`)

  const before = line.carried()
  await room.ask('nam', 'line.setOffline', { offline: false })
  // A drain ends where the line is down; the queue asks again by itself.
  const atMostUntil = performance.now() + photos * mostPerPhotoMs
  while (performance.now() < atMostUntil) {
    const { active } = await room.ask('nam', 'publishing.drain', { timeoutMs: 60_000 })
    if (active.length === 0) break
    await setTimeout(250)
  }
  const { bytes, cuts } = line.carried()
  const sent = bytes - before.bytes
  assert(cuts >= Math.max(1, Math.floor(planned / bytesOfALife)), `the line broke only ${cuts} times`)
  assert(sent <= planned * 1.1, `${sent} bytes crossed for ${planned}, with ${cuts} breaks`)
  console.log(
    `${photos} photos, ${megabytes(originals)} MB: ${megabytes(planned)} MB planned, ${megabytes(sent)} crossed, ${cuts} breaks`,
  )
  await judge(room, articles, join(dataDir, 'ledger.ndjson'))
  await room.close()
  return photos
}

/** Each article once, and a reader gets all of it. */
async function judge(room: TestNewsroom, articles: readonly ArticleId[], ledger: string): Promise<void> {
  const lines = (await readFile(ledger, 'utf8')).trim().split('\n')
  assert.deepEqual(lines.map(line => JSON.parse(line).article).sort(), [...articles].sort())
  for (const publication of room.newsroom.store.all('publications').values()) {
    const verdicts = publication.readBack?.parts.map(({ verdict }) => verdict)
    assert.deepEqual(
      verdicts,
      Array.from({ length: 1 + photosOfAnArticle }, () => 'right'),
    )
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
