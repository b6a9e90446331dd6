import { collections, firstScreen, growing } from '#main/core/collections'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { nodeFiles } from '#main/store/files/node-files'
import { acquireLock } from '#main/store/lock/acquire-lock'
import { openStore } from '#main/store/open-store'
import { reserveFiles } from '#main/store/space/reserve'
import { serveSaves } from '../saving'

/* Our store on the workspace whose folder is given; the peers have no newsroom and no full-text index around them either. */
const [, , directory = ''] = process.argv
const host = { environment: hostEnvironment, host: 'command-line', onCall: async () => null } as const
const files = nodeFiles()
const result = await acquireLock(directory, { files, ...host })
if (result.kind === 'busy') throw new Error('busy')
const { lock } = result
const store = await openStore({
  directory,
  collections,
  files: reserveFiles(files, directory).files,
  environment: hostEnvironment,
  epoch: lock.epoch,
  later: growing,
  firstScreen,
})
await store.loaded
await serveSaves(
  saved => store.commit(saved),
  () => store.close().finally(() => lock.release()),
)
