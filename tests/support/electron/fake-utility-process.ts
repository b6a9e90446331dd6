import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'

interface ForkOptions {
  readonly stdio: ['ignore', 'pipe', 'inherit']
}

/** Electron's utilityProcess over a plain Node: no standard input, a `kill` without a choice of signal. */
export function forkUtility(file: string, args: readonly string[], { stdio }: ForkOptions) {
  const child = spawn(process.execPath, [file, ...args], { stdio })
  const events = new EventEmitter()
  child.once('exit', code => events.emit('exit', code ?? 0))
  return Object.assign(events, { stdout: child.stdout, kill: () => child.kill('SIGTERM') })
}
