import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { ChildProgram } from './embedded-portal'

/** How long a child may take to end before it is killed. */
const endTimeoutMs = 5_000

/** Another program under this Node. Its standard input stays open as long as we live: when it closes, the child ends. */
export function startNodeChild(file: string, args: readonly string[]): ChildProgram {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const exited = new Promise<void>(resolve => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  return {
    onLine: listener => lines.on('line', listener),
    onExit: listener => {
      child.once('exit', listener)
      child.once('error', () => listener(null))
    },
    end: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), endTimeoutMs)
      await exited
      clearTimeout(timer)
    },
  }
}
