// @ts-check
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './root.mjs'

const sources = [
  'common',
  'main',
  'preload',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const out = join(root, 'out')
// Beside out/, so that the swap is a rename within one volume even where node_modules is mounted.
const cache = join(root, '.cache')
const lockFile = join(cache, 'toa-soan-build.lock')
const lockPollMs = 200

/**
 * Builds `out/` when the sources differ from those it was built of. Two commands started together build once.
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} whether `out/` is up to date now
 */
export async function buildIfStale(say) {
  if (isFresh()) return true
  const release = await lockBuild()
  try {
    return isFresh() || build(say)
  } finally {
    release()
  }
}

/**
 * Builds aside and swaps: a failed build leaves the last good one, and programs running from it see whole files.
 * @param {(line: string) => void} say
 */
function build(say) {
  say('Đang dựng chương trình từ mã nguồn…')
  const stamp = sourceStamp()
  const fresh = join(cache, 'toa-soan-out')
  const former = join(cache, 'toa-soan-out-former')
  for (const folder of [fresh, former]) rmSync(folder, { recursive: true, force: true })
  const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status } = spawnSync(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, TOA_SOAN_OUT: fresh, TOA_SOAN_STAMP: stamp },
  })
  if (status !== 0) return false
  writeFileSync(join(fresh, '.stamp'), stamp)
  if (existsSync(out)) renameSync(out, former)
  renameSync(fresh, out)
  rmSync(former, { recursive: true, force: true })
  return true
}

function isFresh() {
  const stampFile = join(out, '.stamp')
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceStamp()
}

/** SHA-256 over every source's path and bytes: a checkout or a copy changes times, not contents. */
export function sourceStamp(directory = root) {
  const hash = createHash('sha256')
  for (const source of sources) addToHash(hash, directory, source)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} directory
 * @param {string} path
 */
function addToHash(hash, directory, path) {
  const full = join(directory, path)
  if (!existsSync(full) || path === join('main', 'launch')) return
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addToHash(hash, directory, join(path, name))
  } else {
    const bytes = readFileSync(full)
    hash.update(`${path}\n${bytes.length}\n`).update(bytes)
  }
}

/** Held by the one process that builds; a lock whose owner died is taken over. */
async function lockBuild() {
  mkdirSync(cache, { recursive: true })
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
      return () => rmSync(lockFile, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    if (isAlive(lockOwner())) await sleep(lockPollMs)
    else rmSync(lockFile, { force: true })
  }
}

function lockOwner() {
  try {
    return Number(readFileSync(lockFile, 'utf8'))
  } catch {
    return 0
  }
}

/** @param {number} processId */
function isAlive(processId) {
  if (!processId) return false
  try {
    return process.kill(processId, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
