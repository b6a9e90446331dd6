import { setTimeout } from 'node:timers/promises'
import { Agent } from 'undici'
import type { ArticleId } from '#common/domain/ids'
import { plainPicture } from '#tests/support/plain-picture'
import type { PublishingDesk } from '#tests/support/publishing-desk'
import { figure, paragraph } from '#tests/support/sealed-article'
import { finishAll } from '#tests/support/when-finished'
import type { LineRequest } from '#tests/support/wordpress/faulty-line'
import { startWordpress, type Wordpress } from '#tests/support/wordpress/start-wordpress'
import { openWordpressDesk, seen } from '#tests/support/wordpress/wordpress-desk'
import { serveDriver } from '../driver'

/* A real WordPress, the queue that sends to it, and a bare client that sends the very same requests once more. */
let site: Wordpress | null = null
let desk: PublishingDesk | null = null
const bare = new Agent({ connections: 1 })

const answers = {
  /** The version; null where the packages cannot be had. */
  open: async (): Promise<string | null> => {
    site = await startWordpress()
    if (site !== null) desk = await openWordpressDesk(site)
    return site?.version ?? null
  },
  /** So many articles with a picture each, first by the queue, then their requests by the bare client. */
  round: async ({ seed, articles }: { readonly seed: number; readonly articles: number }) => {
    if (site === null || desk === null) throw new Error('not open')
    const approved = await approve(desk, seed, articles)
    site.line.requests.length = 0
    const ours = await timed(() => drain(desk as PublishingDesk, approved))
    const requests = [...site.line.requests]
    const theirs = await timed(() => repeat((site as Wordpress).url, requests))
    return { ours, bare: theirs, requests: requests.length }
  },
  close: async () => {
    await desk?.close()
    await bare.destroy()
    await site?.stop()
    await finishAll()
  },
}
export type WordpressDriver = typeof answers

async function approve(at: PublishingDesk, seed: number, count: number): Promise<ArticleId[]> {
  const found: ArticleId[] = []
  for (let index = 0; index < count; index += 1) {
    const image = await at.addBlob(plainPicture(seed * 1_000 + index), 'image/png')
    const body = [
      ...Array.from({ length: 12 }, () => paragraph('Bà con thôn Thượng gặt lúa sớm, tránh bão. '.repeat(8))),
      figure(image, `Ảnh ${index}`),
    ]
    found.push((await at.approve({ headline: `Bài đo số ${index} của đợt ${seed}`, body })).article)
  }
  return found
}

async function drain(at: PublishingDesk, articles: readonly ArticleId[]): Promise<void> {
  await at.push(...articles)
  at.publishing.runner.start()
  // Looked at now and then only: what these looks cost would count as the queue's.
  while (at.jobs().some(({ state }) => !['done', 'refused'].includes(state))) {
    await setTimeout(20)
    at.clock.advance(at.clock.untilNext() ?? 0)
  }
  const wrong = articles.filter(article => !seen(at, article).right)
  if (wrong.length > 0) throw new Error(`not seen on the portal: ${JSON.stringify(at.jobs(wrong[0]))}`)
}

/** One after the other, as the queue sends them; a post is made anew, and what follows is about that one. */
async function repeat(origin: string, requests: readonly LineRequest[]): Promise<void> {
  let made: number | null = null
  for (const { method, url, headers, body } of requests) {
    const { host: _, connection: __, 'transfer-encoding': ___, ...sent } = headers
    const path: string = url.replace(/(%2Fwp%2Fv2%2Fposts%2F)\d+/, `$1${made}`)
    const answer = await bare.request({
      origin,
      path,
      method: method === 'POST' ? 'POST' : 'GET',
      headers: sent,
      ...(body.length > 0 && { body }),
    })
    const text = await answer.body.text()
    if (answer.statusCode >= 400) throw new Error(`${method} ${path}: ${answer.statusCode}`)
    if (method === 'POST' && /%2Fwp%2Fv2%2Fposts&/.test(`${url}&`)) made = Number(JSON.parse(text).id)
  }
}

async function timed(work: () => Promise<void>) {
  const [before, startedMs] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - startedMs, cpuMs: (user + system) / 1_000 }
}

await serveDriver(answers)
