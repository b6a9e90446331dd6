import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { utilityProcess } from 'electron'
import type { ChildProgram } from '#main/hosts/workstation/embedded-portal'

/**
 * The embedded portal under Electron's Node. Chromium ends it with us, however we end, and gives it no standard input to
 * watch, so it is not asked to.
 */
export function startUtilityChild(file: string, args: readonly string[]): ChildProgram {
  const child = utilityProcess.fork(
    file,
    args.filter(argument => argument !== '--with-parent'),
    { stdio: ['ignore', 'pipe', 'inherit'], serviceName: 'Cổng thử' },
  )
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout ?? new PassThrough() })
  return {
    onLine: listener => lines.on('line', listener),
    onExit: listener => child.once('exit', listener),
    end: async () => {
      if (child.kill()) await exited
    },
  }
}
