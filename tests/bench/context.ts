import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeWorkspace } from './generated/make-workspace'
import { createPeers } from './install-peers'
import type { BenchContext } from './section'
import { createSlowFlushes } from './slow-flushes'
import { startDriver } from './start-driver'

export interface BenchOptions {
  readonly projectFolder: string
  /** Where the bundled drivers lie. */
  readonly scripts: string
  /** Kept between runs: peers, the compiled shim. */
  readonly cache: string
  readonly sizes: readonly number[]
  readonly count: number | null
  readonly quick: boolean
  /** Where generated workspaces stay for the next run; null: they go when this one ends. */
  readonly keep: string | null
}

/** What every section gets, and the way to clear up after all of them. */
export async function createContext(
  options: BenchOptions,
): Promise<BenchContext & { remove(): Promise<void> }> {
  const { projectFolder, scripts, cache, sizes, count, quick } = options
  const home = await mkdtemp(join(tmpdir(), 'toa-soan-bench-'))
  await mkdir(cache, { recursive: true })
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  const peer = createPeers(projectFolder, join(cache, 'peers'), say)
  const slow = createSlowFlushes(projectFolder, cache)
  const made = new Map<number, Promise<string>>()

  function template(articles: number): Promise<string> {
    const known = made.get(articles)
    if (known !== undefined) return known
    const directory = join(options.keep ?? home, `workspace-${articles}`)
    const making = makeOnce(directory, articles)
    made.set(articles, making)
    return making
  }

  async function makeOnce(directory: string, articles: number): Promise<string> {
    if (existsSync(join(directory, 'made'))) return directory
    say(`making a workspace of ${articles} articles …`)
    await makeWorkspace(directory, articles)
    await writeFile(join(directory, 'made'), '')
    return directory
  }

  const folder = (): Promise<string> => mkdtemp(join(home, 'part-'))
  return {
    sizes,
    count,
    quick,
    folder,
    workspace: template,
    slowsFlushes: slow(1) !== null,
    async drive(name, driveOptions = {}) {
      const { flushDelayMs = 0 } = driveOptions
      const environment = flushDelayMs === 0 ? {} : slow(flushDelayMs)
      if (environment === null) throw new Error('flushes cannot be slowed on this machine')
      return startDriver(join(scripts, `${name}.mjs`), driveOptions, environment)
    },
    peer: async name => peer(name),
    say,
    remove: () => rm(home, { recursive: true, force: true }),
  }
}
