import { performance } from 'node:perf_hooks'
import { contract, type Input, type OperationName } from '#common/api/contract'
import { articleId } from '#common/domain/ids'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { type OpenedWorkspace, openWorkspace } from '#main/hosts/workstation/open-workspace'
import { nodeFiles } from '#main/store/files/node-files'
import { serveDriver } from '../driver'
import { watchHeart } from '../heart'

/*
 * A newsroom on the workspace whose folder is given, without a host around it; opened by the command `open`. What makes
 * articles is imported only by who needs them: it leaves megabytes behind, whose collection would fall into the opening.
 */
const [, , directory = ''] = process.argv
const session = { account: null }
let opened: OpenedWorkspace | null = null

function workspace(): OpenedWorkspace {
  if (opened === null) throw new Error('not opened yet')
  return opened
}

async function ask<Name extends OperationName>(name: Name, input: Input<Name>): Promise<void> {
  const answer = await workspace().newsroom.ask(name, input, session)
  if (!answer.ok) throw new Error(`${name}: ${answer.problem.code}`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

const answers = {
  /** Opens store and newsroom and asks for the first list; then waits for the rest, and what main could not answer meanwhile. */
  async open() {
    const before = performance.now()
    const cpu = process.cpuUsage()
    const result = await openWorkspace({
      directory,
      files: nodeFiles(),
      environment: hostEnvironment,
      host: 'command-line',
      demo: true,
    })
    if (result.kind === 'busy') throw new Error('busy')
    opened = result.workspace
    const openMs = performance.now() - before
    const openCpuMs = cpuMsSince(cpu)
    // Signing in writes to the journal; a window that is open already is signed in before it asks.
    await opened.newsroom.ask('session.signIn', { signInName: 'lan' }, session)
    const cpuBeforeList = process.cpuUsage()
    const listMs = await timed(() => ask('articles.list', { limit: 50 }))
    const listCpuMs = cpuMsSince(cpuBeforeList)
    // It looks at the clock without a pause, which would count as work of the opening.
    const heart = watchHeart()
    await opened.newsroom.store.loaded
    const loadedMs = performance.now() - before
    const gap = await heart.longestGap()
    return { openMs, listMs, cpuMs: openCpuMs + listCpuMs, loadedMs, loadedCpuMs: cpuMsSince(cpu), gap }
  },

  /** Megabytes after a collection, when Node was started with --expose-gc. */
  memory() {
    globalThis.gc?.()
    const { rss, heapUsed } = process.memoryUsage()
    return { rssMb: rss / 1e6, heapMb: heapUsed / 1e6 }
  },

  /** Milliseconds of each list with these filters. */
  async lists(filters: readonly Input<'articles.list'>[]): Promise<number[]> {
    const times: number[] = []
    for (const filter of filters) times.push(await timed(() => ask('articles.list', filter)))
    return times
  },

  /** Milliseconds to open the drafts of these articles, one after the other. */
  async openDrafts(numbers: readonly number[]): Promise<number[]> {
    const { idOf } = await import('../generated/article-records')
    const times: number[] = []
    for (const number of numbers) {
      const article = articleId.parse(idOf(`article ${number}`))
      times.push(await timed(() => ask('drafts.open', { article })))
    }
    return times
  },

  /** Saves that many different articles, then a checkpoint; how long that took and the longest gap. */
  async checkpoint(saves: number) {
    const { saveOf } = await import('../saving')
    const { store } = workspace().newsroom
    for (let number = 0; number < saves; number++) await store.commit(saveOf(number * 37, number))
    const heart = watchHeart()
    const ms = await timed(() => store.checkpoint())
    return { ms, gap: await heart.longestGap() }
  },

  /** Types single letters into a new article of that many words; the time in main for each, and for every tenth sync. */
  async type({ words, count }: { readonly words: number; readonly count: number }) {
    const { newsroom } = workspace()
    const { articleDocument } = await import('../generated/article-document')
    const document = articleDocument(7, words).toJSON()
    const created = await newsroom.ask('articles.create', { kind: 'news', document }, session)
    if (!created.ok) throw new Error(created.problem.code)
    const { article } = contract['articles.create'].output.parse(created.value)
    const log = await newsroom.store.drafts.open(article.id)
    const acceptMs: number[] = []
    const syncMs: number[] = []
    for (let typed = 0; typed < count; typed++) {
      const step = { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: 'ă' }] } }
      const { version } = log
      acceptMs.push(
        await timed(() =>
          ask('drafts.push', { article: article.id, version, client: 'bench', steps: [step] }),
        ),
      )
      if (typed % 10 === 0) syncMs.push(await timed(() => log.sync()))
    }
    return { acceptMs, syncMs }
  },

  async close() {
    await workspace().close()
  },
}
export type NewsroomDriver = typeof answers

await serveDriver(answers)
