import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
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
  readonly quick: boolean
}

/** What every section gets, and the way to clear up after all of them. */
export async function createContext(
  options: BenchOptions,
): Promise<BenchContext & { remove(): Promise<void> }> {
  const { projectFolder, scripts, cache, sizes, quick } = options
  const home = await mkdtemp(join(tmpdir(), 'toa-soan-bench-'))
  await mkdir(cache, { recursive: true })
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  const peer = createPeers(projectFolder, join(cache, 'peers'), say)
  const slow = createSlowFlushes(projectFolder, cache)
  const made = new Map<number, Promise<string>>()

  function template(articles: number): Promise<string> {
    const known = made.get(articles)
    if (known !== undefined) return known
    say(`making a workspace of ${articles} articles …`)
    const directory = join(home, `template-${articles}`)
    const making = makeWorkspace(directory, articles).then(() => directory)
    made.set(articles, making)
    return making
  }

  const folder = (): Promise<string> => mkdtemp(join(home, 'part-'))
  return {
    sizes,
    quick,
    folder,
    async workspace(articles) {
      const copy = await folder()
      await cp(await template(articles), copy, { recursive: true })
      return copy
    },
    async drive(name, driveOptions = {}) {
      const { flushDelayMs = 0 } = driveOptions
      const environment = flushDelayMs === 0 ? {} : slow(flushDelayMs)
      return environment === null
        ? null
        : startDriver(join(scripts, `${name}.mjs`), driveOptions, environment)
    },
    peer: async name => peer(name),
    say,
    remove: () => rm(home, { recursive: true, force: true }),
  }
}
