import { performance } from 'node:perf_hooks'
import { collections, firstScreen, growing } from '#main/core/collections'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { nodeFiles } from '#main/store/files/node-files'
import { acquireLock } from '#main/store/lock/acquire-lock'
import { openStore } from '#main/store/open-store'
import { serveDriver } from '../driver'

/* The store alone, as the peers are measured: no newsroom is made of it. The workspace's folder is given. */
const [, , directory = ''] = process.argv

const answers = {
  /** Milliseconds, and those of the processor, from the call to the newest fifty articles. */
  async open() {
    const files = nodeFiles()
    const environment = hostEnvironment
    const onCall = async () => null
    const result = await acquireLock(directory, { files, environment, host: 'command-line', onCall })
    if (result.kind === 'busy') throw new Error('busy')
    const { epoch } = result.lock
    const before = performance.now()
    const cpu = process.cpuUsage()
    const store = await openStore({
      directory,
      collections,
      files,
      environment,
      epoch,
      later: growing,
      firstScreen,
      readAfter: new Promise(() => {}),
    })
    const found = store.early.newest('articles').slice(0, 50).length
    const ms = performance.now() - before
    const { user, system } = process.cpuUsage(cpu)
    await store.close()
    await result.lock.release()
    return { ms, cpuMs: (user + system) / 1_000, found }
  },
}
export type OpenStoreDriver = typeof answers

await serveDriver(answers)
