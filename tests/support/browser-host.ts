import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Input, OperationName, Output } from '#common/api/contract'
import type { Answer } from '#common/api/operation'

const root = join(import.meta.dirname, '../..')
const built = (file: string) => join(root, 'out/main', file)
const startTimeoutMs = 90_000

/** The built browser host as a process of its own, on one workspace. */
export interface BrowserHost {
  /** The workstation's address with its token, as printed. */
  readonly address: string
  readonly portalUrl: string
  readonly workspace: string
  readonly processId: number
  /** SIGTERM: saves, closes, leaves. */
  readonly end: () => Promise<void>
  /** SIGKILL: a power cut as far as the program can tell. */
  readonly kill: () => Promise<void>
}

interface Options {
  readonly empty?: boolean
  /** Of the workstation; any free one without it. */
  readonly port?: string
}

export async function startBrowserHost(workspace: string, options: Options = {}): Promise<BrowserHost> {
  const program = spawnHost(workspace, options)
  const address = await program.printed(/^Máy trạm:\s+(\S+)/)
  const portalUrl = await program.printed(/^Cổng:\s+(\S+)/)
  return {
    address,
    portalUrl,
    workspace,
    processId: program.processId,
    end: () => program.stop('SIGTERM'),
    kill: () => program.stop('SIGKILL'),
  }
}

/** The same where the embedded portal cannot start: resolves once the host has said so. */
export async function startWithoutPortal(workspace: string): Promise<Pick<BrowserHost, 'address' | 'end'>> {
  const program = spawnHost(workspace, {})
  const address = await program.printed(/^Máy trạm:\s+(\S+)/)
  await program.printed(/^(Cổng đi kèm chưa mở được)/)
  return { address, end: () => program.stop('SIGTERM') }
}

function spawnHost(workspace: string, { empty = false, port = '0' }: Options) {
  return spawnProgram(built('browser.js'), [
    '--workspace',
    workspace,
    '--port',
    port,
    '--portal-port',
    '0',
    '--no-open',
    ...(empty ? ['--empty'] : []),
  ])
}

export interface StandalonePortal {
  readonly url: string
  readonly end: () => Promise<void>
}

/** The portal alone, on the data and the port of a workspace's own. */
export async function startPortal(dataDirectory: string, port: number): Promise<StandalonePortal> {
  const program = spawnProgram(built('portal.js'), [
    '--data',
    dataDirectory,
    '--port',
    String(port),
    '--name',
    'Cổng thông tin điện tử xã Trúc Thủy',
    '--accept-demo-keys',
  ])
  const url = await program.printed(/"url":"([^"]+)"/)
  return { url, end: () => program.stop('SIGTERM') }
}

/** The command line on this workspace: `ask('hanh', 'articles.create', { kind: 'news' })`. A refusal throws its code. */
export async function callWorkspace<Name extends OperationName>(
  workspace: string,
  as: string,
  operation: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const args = [built('call.js'), operation, JSON.stringify(input), '--as', as, '--workspace', workspace]
  const stdout = await new Promise<string>(resolve =>
    execFile(process.execPath, args, { maxBuffer: 64_000_000 }, (_error, out) => resolve(out)),
  )
  const answer: Answer<Output<Name>> = JSON.parse(stdout)
  if (!answer.ok)
    throw new Error(`${operation}: ${answer.problem.code} ${JSON.stringify(answer.problem.params)}`)
  return answer.value
}

function spawnProgram(file: string, args: readonly string[]) {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      lines.push(line)
      for (const look of waiting) look()
    })
  }
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  return {
    processId: processIdOf(child),
    printed: (pattern: RegExp) =>
      new Promise<string>((resolve, reject) => {
        const fail = (why: string) =>
          reject(new Error(`${why} while waiting for ${pattern}: ${lines.join(' · ')}`))
        const timer = setTimeout(() => fail('too long'), startTimeoutMs)
        const look = () => {
          const found = lines.map(line => pattern.exec(line)?.[1]).find(text => text !== undefined)
          if (found === undefined) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        child.once('exit', code => fail(`ended with ${code}`))
        look()
      }),
    stop: async (signal: 'SIGTERM' | 'SIGKILL') => {
      child.kill(signal)
      await exited
    },
  }
}

function processIdOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('the program did not start')
  return pid
}
