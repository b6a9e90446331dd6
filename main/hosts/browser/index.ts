import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { nodeFiles } from '#main/store/files/node-files'
import { createPages } from '../pages/pages'
import { staticFiles } from '../pages/static-files'
import { createRpcServer } from '../rpc/rpc-server'
import { dataDirectory } from '../workstation/folders'
import { hostEnvironment } from '../workstation/host-environment'
import { startNodeChild } from '../workstation/node-child'
import { holderName, startFailure, withoutPortal } from '../workstation/say-in-words'
import { startWorkstation } from '../workstation/workstation'
import { serveBrowser } from './serve'

const { values } = parseArgs({
  options: {
    workspace: { type: 'string' },
    port: { type: 'string', default: '7345' },
    'portal-port': { type: 'string', default: '7346' },
    'no-open': { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
  },
})

const program = fileURLToPath(new URL('.', import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)
const onBug = (error: unknown) =>
  process.stderr.write(`Lỗi chương trình: ${error instanceof Error ? error.stack : error}\n`)

const started = await startWorkstation({
  host: 'browser',
  files: nodeFiles(),
  environment: hostEnvironment,
  programs: program,
  launchPortal: args => startNodeChild(join(program, 'portal.js'), args),
  sampleResources: join(program, '../../resources/sample'),
  workspace: values.workspace ?? null,
  dataDirectory: dataDirectory(process.env, process.platform),
  empty: values.empty,
  portalPort: Number(values['portal-port']),
  onReplaced: () => replace(),
  onBug,
}).catch(giveUp)

if (started.kind === 'busy') {
  const { host, pid, address } = started.holder
  say(
    `Tòa soạn này đang mở sẵn. ${holderName({ host })} đang giữ nó${pid === null ? '' : ` (tiến trình ${pid})`}.`,
  )
  if (address !== null) say(`Mở: ${address}`)
  if (address !== null && !values['no-open']) openInBrowser(address)
  process.exit(address === null ? 1 : 0)
}

const { workstation } = started
let rpc = createRpcServer(workstation.newsroom, onBug)
const server = await serveBrowser({
  port: Number(values.port),
  environment: hostEnvironment,
  pages: connect =>
    createPages({
      newsroom: workstation.newsroom,
      renderer: staticFiles(join(program, '../renderer')),
      connect,
    }),
  rpc: { ...rpc, serveWebSocket: (socket, session) => rpc.serveWebSocket(socket, session) },
})

let closing: Promise<void> | null = null
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave())

workstation.announce(server.address)
say(`Máy trạm: ${server.address}`)
say(`Kho:      ${workstation.directory()}`)
if (!values['no-open']) openInBrowser(server.address)

const portal = await workstation.portalUrl().catch((error: unknown) => {
  // Asked to end, it takes a portal that is just starting with it.
  if (closing !== null) return leave()
  onBug(error)
  process.stderr.write(`${withoutPortal}\n`)
  return null
})
if (portal !== null) say(`Cổng:     ${portal}`)

function shutDown(): Promise<void> {
  const close = async () => {
    await server.close()
    await workstation.close().catch(onBug)
  }
  closing ??= close()
  return closing
}

async function leave(): Promise<never> {
  await shutDown()
  process.exit(0)
}

/** Ends with a sentence where there is one. */
function giveUp(error: unknown): never {
  const reason = startFailure(error)
  if (reason === null) throw error
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}

/** The newsroom was replaced: its events come from another one now, and every window asks again. */
function replace(): void {
  rpc.close()
  rpc = createRpcServer(workstation.newsroom, onBug)
  server.dropWires()
}

function openInBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', address]
      : process.platform === 'darwin'
        ? ['open', address]
        : ['xdg-open', address]
  const child = spawn(command ?? 'xdg-open', args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
