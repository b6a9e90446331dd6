import { keepNewest } from '#common/domain/keep-newest'
import { unreachable } from '#common/domain/unreachable'
import type { Files } from '#main/store/files/files'
import { indexFiles } from './index-files'
import type { Passage } from './passages'
import { parseQuery } from './query'
import { createArticleReader } from './read-article'
import { SearchIndex } from './search-index'
import type {
  FromSearchWorker,
  NotedArticles,
  SearchAnswers,
  SearchPort,
  SearchQuestion,
  SearchWorkerData,
  ToSearchWorker,
} from './search-messages'
import { snippetOf } from './snippet-of'

/** New texts stay in memory so long before they are written; a crash costs reading them again. */
const flushAfterMs = 30_000
const progressEveryMs = 250
/** Texts of articles just shown, for the next letter of the same query. */
const rememberedTexts = 100
const idLength = 26

/** Serves one workspace's index over a port, one piece of work at a time. */
export function serveSearch(
  port: SearchPort<ToSearchWorker, FromSearchWorker>,
  { directory, workspace, persistent, head }: SearchWorkerData,
  files: Files,
): void {
  const fileTexts = new Map<string, string>()
  const read = createArticleReader(files, directory, fileTexts)
  const opening = SearchIndex.open(persistent ? indexFiles(files, directory, workspace) : null, read, head)
  const remembered = new Map<string, readonly Passage[]>()
  let tail: Promise<unknown> = opening
  let isListed = false
  let isWorking = false
  let flushTimer: NodeJS.Timeout | null = null
  let shownAt = 0

  /** Index and drafts are touched by one piece of work after the other, in the order asked. */
  function inTurn<T>(work: (index: SearchIndex) => Promise<T>): Promise<T> {
    const done = tail.then(async () => work(await opening))
    tail = done.catch(() => {})
    return done
  }

  function note({ ids, numbers, changed, settled }: NotedArticles): void {
    void inTurn(async index => {
      for (const [place, number] of numbers.entries()) {
        const id = ids.slice(place * idLength, (place + 1) * idLength)
        remembered.delete(id)
        index.note({ id, number, changed: changed[place] ?? 0, settled: settled[place] === 1 })
      }
    })
    workOn()
  }

  /** Reads what waits, batch by batch; questions come in between. */
  function workOn(): void {
    if (!isListed || isWorking) return
    isWorking = true
    void step()
  }

  async function step(): Promise<void> {
    const isMore = await inTurn(async index => {
      const more = await index.work()
      tell(index, !more)
      return more
    }).catch(() => false)
    if (isMore) {
      setImmediate(() => void step())
      return
    }
    isWorking = false
    flushTimer ??= setTimeout(() => {
      flushTimer = null
      inTurn(index => index.flush()).catch(() => {})
    }, flushAfterMs).unref()
  }

  function tell(index: SearchIndex, isDone: boolean): void {
    const now = performance.now()
    if (!isDone && now - shownAt < progressEveryMs) return
    shownAt = now
    port.postMessage({ kind: 'progress', progress: index.progress() })
  }

  async function answer(
    index: SearchIndex,
    question: SearchQuestion,
  ): Promise<SearchAnswers[SearchQuestion['kind']]> {
    switch (question.kind) {
      case 'ranks': {
        const ranks = await index.ranks(question.text)
        return { ranks, progress: index.progress() }
      }
      case 'snippets': {
        const query = parseQuery(question.text)
        return Promise.all(question.articles.map(async id => snippetOf(await textOf(id), query)))
      }
      case 'close':
        if (flushTimer !== null) clearTimeout(flushTimer)
        await index.flush(question.head)
        index.close()
        return null
      default:
        return unreachable(question)
    }
  }

  async function textOf(id: string): Promise<readonly Passage[]> {
    const known = remembered.get(id)
    if (known !== undefined) return known
    const { passages } = await read(id)
    keepNewest(remembered, id, passages, rememberedTexts)
    return passages
  }

  port.on('message', message => {
    switch (message.kind) {
      case 'note':
        note(message.articles)
        return
      case 'texts':
        for (let at = 0; at + 1 < message.hashes.length; at += 2)
          fileTexts.set(message.hashes[at] ?? '', message.hashes[at + 1] ?? '')
        return
      case 'listed':
        isListed = true
        workOn()
        return
      case 'ask': {
        const { request, question } = message
        inTurn(index => answer(index, question)).then(
          value => {
            const isRanks = value !== null && 'ranks' in value
            port.postMessage({ kind: 'answer', request, value }, isRanks ? [value.ranks.buffer] : [])
          },
          (error: unknown) => port.postMessage({ kind: 'failure', request, message: String(error) }),
        )
        return
      }
      default:
        unreachable(message)
    }
  })
}
