import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, type BrowserWindow, dialog, session } from 'electron'
import type { Session } from '#main/core/capability'
import { nodeFiles } from '#main/store/files/node-files'
import { createPages } from '../pages/pages'
import { staticFiles } from '../pages/static-files'
import { createRpcServer } from '../rpc/rpc-server'
import { dataDirectory } from '../workstation/folders'
import { hostEnvironment } from '../workstation/host-environment'
import { startFailure } from '../workstation/say-in-words'
import { startWorkstation, type Workstation } from '../workstation/workstation'
import { registerAppScheme, serveApp } from './app-scheme'
import { openAppWindow } from './app-window'
import { handOver } from './busy-workspace'
import { hostArguments } from './host-arguments'
import { restrictPermissions, restrictRequests } from './permissions'
import { startUtilityChild } from './portal-child'

const program = fileURLToPath(new URL('.', import.meta.url))
const files = nodeFiles()
const args = hostArguments(process.argv.slice(app.isPackaged ? 1 : 2))
/** The person at this machine; a reload of the page does not sign them out. */
const person: Session = { account: null }
let window: BrowserWindow | null = null

registerAppScheme()
app.enableSandbox()
if (args.workspace !== null) app.setPath('userData', profileOf(args.workspace))
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => focusWindow())
  app.on('window-all-closed', () => app.quit())
  app.whenReady().then(start).catch(fail)
} else app.quit()

async function start(): Promise<void> {
  const started = await startWorkstation({
    host: 'electron',
    files,
    environment: hostEnvironment,
    programs: program,
    launchPortal: portalArgs => startUtilityChild(join(program, 'portal.js'), portalArgs),
    sampleResources: join(program, '../../resources/sample'),
    workspace: args.workspace,
    dataDirectory: dataDirectory(process.env, process.platform),
    empty: args.empty,
    portalPort: args.portalPort,
    onReplaced: () => replace(),
    onBug,
  })
  if (started.kind === 'busy') {
    await handOver(started.holder)
    return app.quit()
  }
  const { workstation } = started
  closeBeforeQuitting(workstation)
  let rpc = createRpcServer(workstation.newsroom, onBug)
  const pages = createPages({
    newsroom: workstation.newsroom,
    renderer: staticFiles(join(program, '../renderer')),
    connect: '',
  })
  const { defaultSession } = session
  restrictPermissions(defaultSession)
  restrictRequests(defaultSession)
  serveApp(defaultSession, request => pages.fetch(request, person))
  window = await openAppWindow({
    files,
    preload: join(program, '../preload/index.cjs'),
    stateDirectory: app.getPath('userData'),
    workspace: workstation.directory,
    serve: port => rpc.serveMessagePort(port, person),
  })
  // Without it everything but readers' pages of the embedded portal works; the line at the foot says that it is away.
  await workstation.portalUrl().catch(onBug)

  /** The newsroom was replaced: its events come from another one now, and the page asks everything again. */
  function replace(): void {
    rpc.close()
    rpc = createRpcServer(workstation.newsroom, onBug)
    window?.webContents.reload()
  }
}

/** Quitting waits until drafts are flushed, the queue has finished its request and the store is closed. */
function closeBeforeQuitting(workstation: Workstation): void {
  let isClosing = false
  app.on('will-quit', event => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    void workstation
      .close()
      .catch(onBug)
      .then(() => app.exit(0))
  })
}

/** Two workspaces may be open at once, each with a Chromium profile and a single instance of its own. */
function profileOf(workspace: string): string {
  const name = createHash('sha256').update(workspace).digest('hex').slice(0, 16)
  return join(app.getPath('userData'), 'workspaces', name)
}

function focusWindow(): void {
  if (window === null || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

function fail(error: unknown): void {
  onBug(error)
  const reason = startFailure(error) ?? (error instanceof Error ? error.message : String(error))
  dialog.showErrorBox('Tòa Soạn không mở được', reason)
  app.exit(1)
}

function onBug(error: unknown): void {
  process.stderr.write(`Lỗi chương trình: ${error instanceof Error ? error.stack : error}\n`)
}
