// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} LockFile */

/**
 * Runs `npm ci` unless node_modules already holds what package-lock.json asks for.
 * @param {(line: string) => void} say
 * @returns {boolean} whether the packages are there now
 */
export function installIfMissing(say, directory = root) {
  if (isInstalled(directory)) return true
  say('Đang cài thư viện (chỉ lần đầu hoặc khi có thay đổi, vài phút)…')
  const { command, args } = npm()
  const options = ['ci', '--include=dev', '--include=optional', '--engine-strict=false', '--loglevel=error']
  const { status } = spawnSync(command, [...args, ...options], { cwd: directory, stdio: ['ignore', 2, 2] })
  return status === 0 && isInstalled(directory)
}

/** npm records what it installed in a hidden lock file; the same versions there mean that nothing is to be done. */
export function isInstalled(directory = root) {
  const installed = readLock(join(directory, 'node_modules/.package-lock.json'))
  const wanted = readLock(join(directory, 'package-lock.json'))
  if (!installed || !wanted) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const found = installed[path]
    return path === '' || (found ? found.version === version : optional || devOptional)
  })
}

/** @param {string} file */
function readLock(file) {
  if (!existsSync(file)) return null
  /** @type {LockFile} */
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  return lock.packages ?? {}
}

/** Under `npm run` npm tells where it is, which also spares Windows its npm.cmd. */
export function npm() {
  const script = process.env.npm_execpath
  return script?.endsWith('.js')
    ? { command: process.execPath, args: [script] }
    : { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] }
}
