import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { accountId, articleId, blobHash, portalId } from '#common/domain/ids'
import type { NewsroomCollections } from '#main/core/collections'
import type { Transaction } from '#main/store/store'
import { serveDriver } from './driver'
import { generatedArticle, idOf } from './generated/article-records'
import { seeded } from './generated/random'
import { paragraphOf } from './generated/vietnamese-text'
import { watchHeart } from './heart'

export type Saved = Transaction<NewsroomCollections>

const who = {
  writer: accountId.parse(idOf('writer')),
  reviewer: accountId.parse(idOf('reviewer')),
  portal: portalId.parse(idOf('portal')),
}
const patterns = Array.from({ length: 50 }, (_, index) => ({
  // Never a multiple of five: those are drafts without an outbox entry.
  changes: generatedArticle(5 * index + 1, 1, who).transaction.changes,
  body: paragraphOf(seeded(index), 1_800),
}))
const bodyBytes = 10 * 1024

/**
 * Submitting the article with this number once more: card, outbox entry and audit entry, and a revision body of 10 KB.
 * Every store gets this same object and does its own serialising.
 */
export function saveOf(number: number, edition: number): Saved {
  const pattern = patterns[number % patterns.length]
  if (pattern === undefined) throw new RangeError(`no article ${number}`)
  const article = articleId.parse(idOf(`article ${number}`))
  const text = Buffer.from(`${number} ${edition} ${pattern.body}`)
    .toString('utf8', 0, bodyBytes)
    .replace(/\uFFFD/g, '')
  const hash = blobHash.parse(createHash('sha256').update(text).digest('hex'))
  return {
    event: {
      type: 'article.submitted',
      at: '2026-01-05T03:30:00.000Z',
      actor: who.writer,
      subject: article,
      details: { edition },
    },
    changes: pattern.changes.flatMap((change): Saved['changes'] => {
      if (!('put' in change)) return []
      if (change.collection === 'articles')
        return [{ collection: 'articles', put: { ...change.put, id: article, changed: edition } }]
      if (change.collection === 'jobs')
        return [{ collection: 'jobs', put: { ...change.put, article, queued: edition } }]
      return []
    }),
    bodies: [{ hash, text }],
  }
}

export interface SaveTimes {
  /** Each save, from the call to its acknowledgement. */
  readonly ms: readonly number[]
  /** All threads together, for all saves. */
  readonly cpuMs: number
  /** Longest time the main thread did nothing else, per save; only when asked for. */
  readonly blockMs: readonly number[]
}

export interface SaveRequest {
  /** Articles in the store. */
  readonly articles: number
  readonly round: number
  readonly count: number
  /** Saves under way at once. */
  readonly together: number
  readonly watchBlocking: boolean
}

export interface SaveAnswers {
  [command: string]: (input: never) => unknown
  save(request: SaveRequest): Promise<SaveTimes>
  close(): Promise<void>
}

/** Processor time in so many milliseconds below which nothing more goes on. */
const atRest = { watchedMs: 60, cpuMs: 4 }

/** What a store puts off until nobody saves belongs to its price, but not into the next one's turn. */
async function comeToRest(): Promise<void> {
  for (let before = process.cpuUsage(); ; before = process.cpuUsage()) {
    await setTimeout(atRest.watchedMs)
    const { user, system } = process.cpuUsage(before)
    if ((user + system) / 1_000 < atRest.cpuMs) return
  }
}

/** Serves `save` and `close` over a store; transactions are made before the clock starts. */
export function serveSaves(save: (saved: Saved) => unknown, close: () => unknown): Promise<void> {
  const answers: SaveAnswers = {
    async save({ articles, round, count, together, watchBlocking }) {
      const random = seeded(round * 7_919 + count)
      const batches = Array.from({ length: Math.ceil(count / together) }, (_, batch) =>
        Array.from({ length: together }, (_, place) =>
          saveOf(random.below(articles), 1_000 + round * count + batch * together + place),
        ),
      )
      const ms: number[] = []
      const blockMs: number[] = []
      const cpu = process.cpuUsage()
      for (const batch of batches) {
        const heart = watchBlocking ? watchHeart() : null
        const before = performance.now()
        await Promise.all(batch.map(saved => save(saved)))
        ms.push((performance.now() - before) / together)
        if (heart !== null) blockMs.push((await heart.longestGap()).ms)
      }
      // Longer than a store's pause before it begins.
      await setTimeout(200)
      await comeToRest()
      const { user, system } = process.cpuUsage(cpu)
      return { ms, cpuMs: (user + system) / 1_000, blockMs }
    },
    async close() {
      await close()
    },
  }
  return serveDriver(answers)
}
