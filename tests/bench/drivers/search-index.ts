import { indexFiles } from '#main/search/index-files'
import { passagesOf } from '#main/search/passages'
import { SearchIndex } from '#main/search/search-index'
import { nodeFiles } from '#main/store/files/node-files'
import { serveDriver } from '../driver'
import { articleDocument } from '../generated/article-document'
import type { SearchAnswers } from '../searching'

/* Our index by itself, written to a folder and read from it as in the worker. */
let index: SearchIndex | null = null
let makingMs = 0

async function openIndex(articles: number, folder: string): Promise<SearchIndex> {
  const opened = await SearchIndex.open(
    indexFiles(nodeFiles(), folder, 'bench'),
    async id => {
      const before = performance.now()
      const document = articleDocument(Number(id))
      makingMs += performance.now() - before
      return { version: 0, passages: passagesOf(document) }
    },
    1,
  )
  for (let number = 0; number < articles; number++)
    opened.note({ id: String(number), number, changed: 1, settled: true })
  return opened
}

const answers: SearchAnswers & {
  /** Milliseconds to open what was built, and what it finds for a phrase. */
  reopen(input: { readonly articles: number; readonly folder: string }): Promise<number>
  phrase(input: { readonly text: string }): Promise<number>
} = {
  async build({ articles, folder }) {
    makingMs = 0
    const started = performance.now()
    index = await openIndex(articles, folder)
    while (await index.work());
    await index.flush(1)
    return { ms: performance.now() - started - makingMs, rssMb: process.memoryUsage.rss() / 2 ** 20 }
  },
  async reopen({ articles, folder }) {
    index?.close()
    const started = performance.now()
    index = await openIndex(articles, folder)
    return performance.now() - started
  },
  async phrase({ text }) {
    return (await index?.ranks(`"${text}"`))?.filter(rank => rank > 0).length ?? 0
  },
  async ask({ words, prefix }) {
    const started = performance.now()
    const ranks = (await index?.ranks(words.join(' ') + (prefix ? '' : ' '))) ?? new Uint16Array()
    const best = bestTen(ranks)
    return { ms: performance.now() - started, best }
  },
}
export type SearchIndexAnswers = typeof answers

/** As main takes them: the newest first within a rank. */
function bestTen(ranks: Uint16Array): number[] {
  const byRank = new Map<number, number[]>()
  for (let number = ranks.length - 1; number >= 0; number--) {
    const rank = ranks[number] ?? 0
    if (rank === 0) continue
    const peers = byRank.get(rank)
    if (peers === undefined) byRank.set(rank, [number])
    else if (peers.length < 10) peers.push(number)
  }
  return [...byRank]
    .sort(([a], [b]) => b - a)
    .flatMap(([, numbers]) => numbers)
    .slice(0, 10)
}

await serveDriver(answers)
