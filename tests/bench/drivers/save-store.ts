import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import { nodeFiles } from '#main/store/files/node-files'
import { serveSaves } from '../saving'

/* Our store, on the workspace whose folder is given. */
const [, , directory = ''] = process.argv
const opened = await openWorkspace({
  directory,
  files: nodeFiles(),
  environment: hostEnvironment,
  host: 'command-line',
  demo: true,
})
if (opened.kind === 'busy') throw new Error('busy')
const { workspace } = opened
await serveSaves(saved => workspace.newsroom.store.commit(saved), workspace.close)
