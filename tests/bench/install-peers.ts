import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Peer, PeerName } from './section'

/** Programs to compare with: a package of their own, so that a normal install neither compiles nor downloads one of them. */
export function createPeers(
  projectFolder: string,
  folder: string,
  say: (line: string) => void,
): (name: PeerName) => Peer {
  let failure: string | null = null

  const locate = (name: PeerName): string => join(folder, 'node_modules', name)
  const isThere = (name: PeerName): boolean => existsSync(join(locate(name), 'package.json'))

  function install(): string {
    say('installing the programs to compare with (once) …')
    mkdirSync(folder, { recursive: true })
    copyFileSync(join(projectFolder, 'tests/bench/peers/package.json'), join(folder, 'package.json'))
    const { stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
      cwd: folder,
      encoding: 'utf8',
      // node-gyp downloads headers unless it is told where this Node keeps its own.
      env: { ...process.env, npm_config_nodedir: resolve(dirname(process.execPath), '..') },
      shell: process.platform === 'win32',
    })
    return stderr?.trim().split('\n').at(-1) ?? 'npm cannot be started'
  }

  return name => {
    if (!isThere(name)) failure ??= install()
    return isThere(name)
      ? { kind: 'installed', folder: locate(name) }
      : { kind: 'missing', reason: `${name} could not be installed: ${failure}` }
  }
}
