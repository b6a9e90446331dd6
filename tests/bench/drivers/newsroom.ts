import { performance } from 'node:perf_hooks'
import { articleId } from '#common/domain/ids'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { nodeFiles } from '#main/store/files/node-files'
import { serveDriver } from '../driver'
import { idOf } from '../generated/article-records'

/* Started with a workspace folder: times what a person waits for in a newsroom, without a host around it. */
const [, , directory = ''] = process.argv
const opened = await openWorkspace({
  directory,
  files: nodeFiles(),
  environment: hostEnvironment,
  host: 'command-line',
  demo: true,
})
if (opened.kind === 'busy') throw new Error('busy')
const { newsroom } = opened.workspace
const session = { account: null }
await newsroom.ask('session.signIn', { signInName: 'lan' }, session)

const answers = {
  /** Milliseconds to open the drafts of these articles, one after the other. */
  async openDrafts(numbers: readonly number[]): Promise<number[]> {
    const times: number[] = []
    for (const number of numbers) {
      const article = articleId.parse(idOf(`article ${number}`))
      const before = performance.now()
      const answer = await newsroom.ask('drafts.open', { article }, session)
      times.push(performance.now() - before)
      if (!answer.ok) throw new Error(answer.problem.code)
    }
    return times
  },
}
export type NewsroomDriver = typeof answers

await serveDriver(answers)
