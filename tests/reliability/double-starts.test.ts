import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { bundleScript } from '#tests/support/bundle-script'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'
import { barTimeoutMs, planOf, runBar } from './bars'
import { outliveStaleWriter } from './double-starts'

/** Rounds in one workspace: each holder is killed, and the next pair starts where it stood. */
const roundsPerWorkspace = 10

describe('R7 two programs on one workspace', () => {
  const start = (script: string, directory: string) =>
    spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] })

  async function firstLine(child: ReturnType<typeof start>): Promise<string> {
    for await (const line of createInterface({ input: child.stdout })) return line
    return ''
  }

  /** Both start at once; one writes, the other says who does; then the writer is killed. */
  async function startTwice(script: string, directory: string): Promise<void> {
    const children = [start(script, directory), start(script, directory)]
    const exits = children.map(child => once(child, 'exit'))
    const lines = await Promise.all(children.map(firstLine))
    const holders = children.filter((_, index) => lines[index]?.startsWith('held'))
    const [winner] = holders
    winner?.kill('SIGKILL')
    await Promise.all(exits)
    expect(lines.filter(line => line.startsWith('held'))).toHaveLength(1)
    const busy = lines.find(line => line.startsWith('busy')) ?? ''
    expect(JSON.parse(busy.slice('busy '.length))).toMatchObject({ pid: winner?.pid })
  }

  it('started at once: one writes, the other says who does, and nothing stale is left', {
    timeout: barTimeoutMs,
  }, async () => {
    const script = await bundleScript('tests/main/store/children/committer.ts')
    const { seed, count } = planOf('R7')
    for (let done = 0; done < count; done += roundsPerWorkspace) {
      const directory = await temporaryWorkspace()
      const rounds = Math.min(roundsPerWorkspace, count - done)
      await runBar('R7', { seed: seed + done, count: rounds }, async () => {
        await startTwice(script, directory)
        return 1
      })
    }
  })

  it('where no lock holds: the older one acknowledges nothing more', { timeout: barTimeoutMs }, () =>
    runBar('R7', planOf('R7'), outliveStaleWriter, ' stale writers'),
  )
})
