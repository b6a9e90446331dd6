import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Answers } from './driver'
import type { DriveOptions, Driver } from './section'

/** A driver in a process of its own; rejects what is under way when the process ends. */
export function startDriver<A extends Answers>(
  script: string,
  { arguments: args = [], nodeOptions = [] }: DriveOptions,
  environment: NodeJS.ProcessEnv,
): Driver<A> {
  const child = spawn(process.execPath, [...nodeOptions, script, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const exited = once(child, 'exit')
  return {
    async ask(command, input) {
      child.stdin.write(`${JSON.stringify({ command, input })}\n`)
      const line = await lines.next()
      if (line.done === true) throw new Error(`${script} ended during ${command}`)
      return JSON.parse(line.value).value
    },
    async end() {
      child.stdin.end()
      await exited
    },
  }
}
