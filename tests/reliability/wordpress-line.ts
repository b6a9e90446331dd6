import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'parse5'
import type { ArticleId, BlobHash } from '#common/domain/ids'
import { sha256 } from '#main/connectors/page/sha256'
import { blocksOf } from '#main/connectors/page/words'
import { plainPicture } from '#tests/support/plain-picture'
import { seededRandom } from '#tests/support/power-cut-disk'
import { type PublishingDesk, value } from '#tests/support/publishing-desk'
import { figure, paragraph } from '#tests/support/sealed-article'
import { type LineFault, lineFaults } from '#tests/support/wordpress/faulty-line'
import type { Wordpress } from '#tests/support/wordpress/start-wordpress'
import {
  openWordpressDesk,
  postsOf,
  seen,
  settleMs,
  typographic,
} from '#tests/support/wordpress/wordpress-desk'

const articlesOfARound = 4

/** When the server gets a request that hung in the line: long after the caller gave up, before the settle time is over. */
const lateAfterMs = settleMs / 2
const hourMs = 3_600_000

/**
 * Four articles with pictures go to a real WordPress over a line that meets every third request with a fault (Q3), and
 * one of them gets a second text, which hangs in the line, and a third. Rejects unless each is there exactly once, in the
 * newest approved text, with category and picture, byte for byte on the server's disk, and nothing else of ours in any state.
 * Resolves to the number of articles.
 */
export async function overBadLine(wordpress: Wordpress, seed: number): Promise<number> {
  const random = seededRandom(seed)
  // By either way of writing over what is there.
  const desk = await openWordpressDesk(wordpress, seed % 2 === 0)
  let lateSince: number | null = null
  try {
    const pictures = await approveAll(desk, seed)
    const articles = [...pictures.keys()]
    /** The post whose next writing hangs in the line. */
    let hanging: string | null = null
    wordpress.line.faults = ({ method, url }) => {
      const hangs = hanging !== null && isWriting(method, url, hanging)
      if (hangs) hanging = null
      const fault = hangs ? 'late' : draw(random, method, url)
      if (fault === 'late') lateSince ??= desk.clock.nowMs
      return fault
    }
    await desk.push(...articles)
    const pass = async (stepMs: number): Promise<void> => {
      desk.clock.advance(stepMs)
      await desk.rest()
      if (lateSince === null || desk.clock.nowMs - lateSince < lateAfterMs) return
      lateSince = null
      await wordpress.line.deliverLate()
    }
    await passWhile(desk, pass, articles.slice(0, 1))
    const texts = new Map(articles.map(article => [article, typographic]))
    for (const [article, image] of [...pictures].slice(0, 1)) {
      const push = async (words: string) => {
        const body = [paragraph(`${words} ${typographic}`), figure(image, 'Ảnh 0')]
        await desk.approve({ article, headline: `Bản mới của đợt ${seed}`, body })
        texts.set(article, `${words} ${typographic}`)
        await desk.push(...articles)
      }
      const [[id = ''] = []] = await postsOf(wordpress, article)
      hanging = id
      await push('Đã sửa.')
      for (let tries = 0; hanging !== null && tries < 100; tries += 1) await pass(1_000)
      // The third text is decided while the second hangs, and may come after it.
      await push('Sửa lần nữa.')
    }
    await passWhile(desk, pass, articles)
    wordpress.line.faults = () => undefined
    await wordpress.line.deliverLate()
    // The look after an hour takes away what arrived when all was over.
    desk.clock.advance(2 * hourMs)
    await desk.rest()
    for (const article of articles) await judge(wordpress, desk, article)
    for (const [article, text] of texts) await judgePage(desk, article, text)
    for (const image of pictures.values()) await judgePicture(wordpress, image)
  } finally {
    wordpress.line.faults = () => undefined
    await desk.close()
  }
  return articlesOfARound
}

/** What befalls a request. Writing a post is where most can go wrong, so it is met more often, by what hurts it most. */
function draw(random: () => number, method: string, url: string): LineFault | undefined {
  const pick = (faults: readonly LineFault[]) => faults[Math.floor(random() * faults.length)]
  // What a gate shows to readers is told apart elsewhere; here it stands between us and the interface.
  if (!url.includes('rest_route')) return random() < 0.25 ? pick(lineFaults) : undefined
  if (method === 'POST' && decodeURIComponent(url).includes('/wp/v2/posts'))
    return random() < 0.6 ? pick(['late', 'late', 'stripped', 'lost', 'twice']) : undefined
  return random() < 0.3 ? pick(lineFaults) : undefined
}

function isWriting(method: string, url: string, post: string): boolean {
  return method === 'POST' && (url.startsWith('/xmlrpc.php') || url.includes(`posts%2F${post}&`))
}

/** The articles with their pictures. */
async function approveAll(desk: PublishingDesk, seed: number): Promise<ReadonlyMap<ArticleId, BlobHash>> {
  const articles = new Map<ArticleId, BlobHash>()
  for (let index = 0; index < articlesOfARound; index += 1) {
    const image = await desk.addBlob(plainPicture(seed * 1_000 + index), 'image/png')
    const headline = `Bài thử đường truyền số ${index} của đợt ${seed}`
    const body = [paragraph(typographic), figure(image, `Ảnh ${index}`)]
    articles.set((await desk.approve({ headline, body })).article, image)
  }
  return articles
}

/** Lets time pass in small steps until nothing about these articles moves; what the portal refused is sent again. */
async function passWhile(
  desk: PublishingDesk,
  pass: (stepMs: number) => Promise<void>,
  articles: readonly ArticleId[],
): Promise<void> {
  const endMs = desk.clock.nowMs + 60 * hourMs
  const open = () => articles.flatMap(article => desk.jobs(article)).filter(job => !isOver(job.state))
  await desk.rest()
  while (desk.clock.nowMs < endMs && open().length > 0) {
    await pass(Math.min(lateAfterMs / 3, Math.max(1, desk.clock.untilNext() ?? lateAfterMs / 3)))
    for (const job of open().filter(({ state }) => state === 'refused'))
      value(await desk.publishing.handlers['publishing.retry']({ job: job.id }, desk.operator))
  }
  assert.deepEqual(open(), [], 'jobs that nothing moves any more')
}

function isOver(state: string): boolean {
  return ['done', 'superseded', 'cancelled'].includes(state)
}

async function judge(wordpress: Wordpress, desk: PublishingDesk, article: ArticleId): Promise<void> {
  assert.deepEqual(seen(desk, article), { state: 'live', right: true })
  const found = await postsOf(wordpress, article)
  assert.deepEqual(
    found.map(([, status]) => status),
    ['publish'],
    'an article is there exactly once, and nothing of it beside',
  )
  const [[id] = []] = found
  const terms = await wordpress.sql(
    `SELECT t.slug FROM wp_term_relationships JOIN wp_term_taxonomy x USING (term_taxonomy_id) JOIN wp_terms t USING (term_id) WHERE object_id = ${id} AND x.taxonomy = 'category'`,
  )
  assert.deepEqual(terms, [['tin-tuc']], 'the category it was approved for')
  const held = desk.store.get('articles', article)
  const marked = await wordpress.sql(
    `SELECT ID FROM wp_posts WHERE ID = ${id} AND post_content LIKE '%"revision":"${held?.approval?.revision}"%'`,
  )
  assert.equal(marked.length, 1, 'the newest approved text')
}

/** Not the newsroom's own reading of the page, but its words. */
async function judgePage(desk: PublishingDesk, article: ArticleId, text: string): Promise<void> {
  const page = await (await fetch(desk.publication(article)?.url ?? '')).text()
  assert(blocksOf([parse(page)]).includes(text), 'readers get the newest text, letter for letter')
}

/** The file as it lies on the server, past WordPress. */
async function judgePicture({ sql, directory }: Wordpress, image: BlobHash): Promise<void> {
  const files = await sql(
    `SELECT meta_value FROM wp_postmeta WHERE meta_key = '_wp_attached_file' AND meta_value LIKE '%ts-${image.slice(0, 24)}%'`,
  )
  assert.equal(files.length, 1, 'a picture is there exactly once')
  const [[path = ''] = []] = files
  const bytes = await readFile(join(directory, 'site', 'wp-content', 'uploads', path))
  assert.equal(sha256(bytes), image, 'the original, byte for byte')
}
