import { performance } from 'node:perf_hooks'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { createPortal } from '#main/portal/create-portal'
import { type ListeningPortal, listen } from '#main/portal/listen'
import { serveDriver } from '../driver'

/* The embedded portal in a process of its own, as it runs. Its folder is given; Node needs --expose-gc. */
const [, , dataDir = ''] = process.argv
let serving: ListeningPortal | null = null

const answers = {
  /** Milliseconds until it listens, and what a client needs. */
  async open() {
    const before = performance.now()
    const portal = await createPortal({
      dataDir,
      name: 'Cổng đo',
      environment: hostEnvironment,
      acceptDemoKeys: true,
    })
    serving = await listen(portal, 0)
    const { url } = serving
    return { ms: performance.now() - before, url, ...portal.credentials }
  },
  /** Processor milliseconds of the process so far; what it holds once garbage is gone. */
  usage() {
    globalThis.gc?.()
    const { user, system } = process.cpuUsage()
    const { rss, heapUsed } = process.memoryUsage()
    return { cpuMs: (user + system) / 1_000, rssMb: rss / 1_048_576, heapMb: heapUsed / 1_048_576 }
  },
  async close() {
    await serving?.close()
  },
}
export type DrainPortalDriver = typeof answers

await serveDriver(answers)
