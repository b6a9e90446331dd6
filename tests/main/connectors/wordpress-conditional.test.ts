import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '#common/domain/ids'
import { type PublishingDesk, value } from '#tests/support/publishing-desk'
import { paragraph } from '#tests/support/sealed-article'
import { byHand } from '#tests/support/wordpress/by-hand'
import { connected, siteOfFile } from '#tests/support/wordpress/site-of-file'
import type { Wordpress } from '#tests/support/wordpress/start-wordpress'
import { postsOf, seen, settleMs, typographic } from '#tests/support/wordpress/wordpress-desk'

const { withSite, site } = siteOfFile()

const isXmlRpc = ({ url }: { readonly url: string }) => url.startsWith('/xmlrpc.php')
const callsOf = ({ line }: Wordpress) => line.requests.filter(isXmlRpc).length

/** A connected site whose connection test has been passed; what the test found. */
async function tested(wordpress: Wordpress) {
  const desk = await connected(wordpress)
  const [portal] = desk.store.all('portals').values()
  if (portal === undefined) throw new Error('no portal')
  const answer = value(await desk.publishing.handlers['portals.test']({ portal: portal.id }, desk.operator))
  expect(answer.steps.every(({ ok }) => ok)).toBe(true)
  expect(desk.store.get('portals', portal.id)?.conditionalWrites).toBe(answer.portal.conditionalWrites)
  return { desk, conditionalWrites: answer.portal.conditionalWrites }
}

/** An article that readers have had for an hour by the server's clock, and its post. */
async function published(wordpress: Wordpress, desk: PublishingDesk, headline: string) {
  const { article } = await desk.approve({ headline, body: [paragraph('Bản một.')] })
  await desk.push(article)
  await desk.settle(0.1)
  expect(seen(desk, article)).toEqual({ state: 'live', right: true })
  const [[id = ''] = []] = await postsOf(wordpress, article)
  await wordpress.sql(
    `UPDATE wp_posts SET post_modified = post_modified - INTERVAL 1 HOUR, post_modified_gmt = post_modified_gmt - INTERVAL 1 HOUR WHERE ID = ${id}`,
  )
  wordpress.line.requests.length = 0
  return { article, id }
}

async function approveSecond(desk: PublishingDesk, article: ArticleId, words: string) {
  await desk.approve({ article, headline: 'Lịch trực tết', body: [paragraph(words)] })
}

/** Somebody saves another headline when our writing is already under way. */
function editMeanwhile(wordpress: Wordpress, id: string): void {
  let isDone = false
  wordpress.line.meanwhile = async ({ method, url, body }) => {
    const isWriting = method === 'POST' && (isXmlRpc({ url }) || url.includes(`posts%2F${id}`))
    if (isDone || !isWriting || body.includes('sửa trên cổng')) return
    isDone = true
    await byHand(wordpress, `/wp/v2/posts/${id}`, { title: 'Lịch trực (sửa trên cổng)' })
  }
}

const titleOf = async ({ sql }: Wordpress, id: string) =>
  (await sql(`SELECT post_title, post_status FROM wp_posts WHERE ID = ${id}`)).flat()

/** A file that WordPress runs with every request. */
async function plugin(wordpress: Wordpress, php: string): Promise<() => Promise<void>> {
  const folder = join(wordpress.directory, 'site/wp-content/mu-plugins')
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'thu.php')
  await writeFile(path, `<?php ${php}`)
  return () => rm(path)
}

describe('a WordPress whose XML-RPC interface is open', () => {
  it(
    'is known by the connection test, and is asked to refuse what would overwrite somebody',
    withSite(async wordpress => {
      const { desk, conditionalWrites } = await tested(wordpress)
      expect(conditionalWrites).toBe(true)
      const { article, id } = await published(wordpress, desk, 'Lịch trực tết')
      await approveSecond(desk, article, 'Bản hai.')
      editMeanwhile(wordpress, id)
      await desk.push(article)
      await desk.settle(0.1)
      const [refused] = desk.jobs(article).slice(-1)
      expect([refused?.state, refused?.problem?.code]).toEqual(['refused', 'portal-edited'])
      expect(await titleOf(wordpress, id)).toEqual(['Lịch trực (sửa trên cổng)', 'publish'])
      if (refused === undefined) throw new Error('no job')
      value(await desk.publishing.handlers['publishing.retry']({ job: refused.id }, desk.operator))
      await desk.settle(0.1)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
      expect(await titleOf(wordpress, id)).toEqual(['Lịch trực tết', 'publish'])
    }),
  )

  it(
    'refuses a take-down over an edit as well',
    withSite(async wordpress => {
      const { desk } = await tested(wordpress)
      const { article, id } = await published(wordpress, desk, 'Lịch trực tết')
      editMeanwhile(wordpress, id)
      const takeDown = { article, reason: 'Trùng lịch' }
      value(await desk.publishing.handlers['publishing.takeDown'](takeDown, desk.operator))
      await desk.settle(0.1)
      expect(desk.jobs(article).at(-1)).toMatchObject({
        state: 'refused',
        problem: { code: 'portal-edited' },
      })
      expect(await titleOf(wordpress, id)).toEqual(['Lịch trực (sửa trên cổng)', 'publish'])
    }),
  )

  it(
    'gets an update letter for letter, with category, tags, date and address',
    withSite(async wordpress => {
      const { desk } = await tested(wordpress)
      const { article, id } = await published(wordpress, desk, 'Lịch trực tết')
      const facts = () =>
        wordpress.sql(
          `SELECT post_name, post_date, post_date_gmt, post_author, comment_status FROM wp_posts WHERE ID = ${id}`,
        )
      const before = await facts()
      const hard = `${typographic} C:\\tệp\\n 100% \\\\ "\\"" &#34; &amp; ]]> <!-- 😀 ${'rất dài '.repeat(40_000)}`
      await desk.approve({
        article,
        headline: 'Lịch "trực" tết \\ 😀',
        lead: ' Sapo \\ có "nháy" ',
        fields: { tags: ['lịch trực', 'tết'] },
        body: [paragraph(hard), paragraph('Hết.')],
      })
      await desk.push(article)
      await desk.settle(0.1)
      expect(callsOf(wordpress)).toBe(1)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
      expect(await facts()).toEqual(before)
      const terms = await wordpress.sql(
        `SELECT t.name FROM wp_term_relationships JOIN wp_term_taxonomy x USING (term_taxonomy_id) JOIN wp_terms t USING (term_id) WHERE object_id = ${id}`,
      )
      expect(terms.flat().sort()).toEqual(['Tin tức', 'lịch trực', 'tết'])
      // And away again, with everything that went with them.
      await approveSecond(desk, article, 'Bản ba.')
      await desk.push(article)
      await desk.settle(0.1)
      expect(callsOf(wordpress)).toBe(2)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
    }),
  )

  it(
    'saved without a change is no edit, and our own lost answer is none either',
    withSite(async wordpress => {
      const { desk } = await tested(wordpress)
      const { article, id } = await published(wordpress, desk, 'Lịch trực tết')
      await approveSecond(desk, article, 'Bản hai.')
      let isTouched = false
      wordpress.line.meanwhile = async request => {
        if (isTouched || !isXmlRpc(request)) return
        isTouched = true
        await wordpress.sql(`UPDATE wp_posts SET post_modified_gmt = UTC_TIMESTAMP() WHERE ID = ${id}`)
      }
      await desk.push(article)
      await desk.settle(0.1)
      expect(callsOf(wordpress)).toBe(2)
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })

      await approveSecond(desk, article, 'Bản ba.')
      wordpress.line.requests.length = 0
      wordpress.line.faults = request => (isXmlRpc(request) && callsOf(wordpress) === 1 ? 'lost' : undefined)
      await desk.push(article)
      await desk.settle((2 * settleMs) / 3_600_000)
      expect(desk.jobs(article).at(-1)).toMatchObject({ state: 'done', problem: null })
      expect(seen(desk, article)).toEqual({ state: 'live', right: true })
      expect(callsOf(wordpress)).toBe(1)
      expect(await postsOf(wordpress, article)).toHaveLength(1)
    }),
  )
})

describe('a WordPress whose XML-RPC interface is closed', () => {
  it.each([
    ['by its own switch', "add_filter('xmlrpc_enabled', '__return_false');", undefined],
    [
      'by a firewall',
      "if (strpos($_SERVER['REQUEST_URI'], 'xmlrpc')) { status_header(403); exit('Cấm'); }",
      undefined,
    ],
    ['by a gate that answers everything', '', 'html'],
  ] as const)('%s: the test says so, and publishing goes on as ever', async (_name, php, fault) => {
    // Vitest gives no context to the rows of a table.
    const wordpress = site()
    if (wordpress === null) return
    const open = (await tested(wordpress)).desk
    const remove = await plugin(wordpress, php)
    wordpress.line.faults = request => (isXmlRpc(request) ? fault : undefined)
    // Closed after it was found open.
    const { article } = await published(wordpress, open, 'Lịch trực tết')
    await approveSecond(open, article, 'Bản hai.')
    await open.push(article)
    await open.settle((2 * settleMs) / 3_600_000)
    expect(callsOf(wordpress)).toBe(1)
    expect(seen(open, article)).toEqual({ state: 'live', right: true })

    const { desk, conditionalWrites } = await tested(wordpress)
    expect(conditionalWrites).toBe(false)
    const other = await published(wordpress, desk, 'Lịch trực tết khác')
    await approveSecond(desk, other.article, 'Bản hai.')
    await desk.push(other.article)
    await desk.settle(0.1)
    expect(callsOf(wordpress)).toBe(0)
    expect(seen(desk, other.article)).toEqual({ state: 'live', right: true })
    await remove()
  })

  it(
    'has the window that docs/publishing.md names: the last to save stays',
    withSite(async wordpress => {
      const desk = await connected(wordpress)
      const { article, id } = await published(wordpress, desk, 'Lịch trực tết')
      await approveSecond(desk, article, 'Bản hai.')
      editMeanwhile(wordpress, id)
      await desk.push(article)
      await desk.settle(0.1)
      expect(await titleOf(wordpress, id)).toEqual(['Lịch trực tết', 'publish'])
      const [[revisions] = []] = await wordpress.sql(
        `SELECT COUNT(*) FROM wp_posts WHERE post_parent = ${id} AND post_type = 'revision' AND post_title = 'Lịch trực (sửa trên cổng)'`,
      )
      expect(Number(revisions)).toBe(1)
    }),
  )
})
