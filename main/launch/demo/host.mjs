// @ts-check
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * @typedef {{
 *   readonly workstation: string
 *   readonly portal: string
 *   readonly processId: number
 *   readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>
 * }} Host
 */

const startTimeoutMs = 45_000

/**
 * Starts the browser host on a workspace and waits until it has printed its addresses.
 * @param {string} program the built out/main/browser.js
 * @param {string} workspace
 * @returns {Promise<Host>}
 */
export async function startHost(program, workspace) {
  const args = [program, '--no-open', '--port', '0', '--portal-port', '0', '--workspace', workspace]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = new Promise(resolve => child.once('exit', resolve))
  /** @type {string[]} */
  const printed = []
  createInterface({ input: child.stdout }).on('line', line => printed.push(line))
  const address = (/** @type {RegExp} */ pattern) =>
    printed.map(line => pattern.exec(line)?.[1]).find(Boolean)
  const deadline = Date.now() + startTimeoutMs
  for (;;) {
    const workstation = address(/^Máy trạm:\s+(\S+)/)
    const portal = address(/^Cổng:\s+(\S+)/)
    if (workstation && portal) {
      const kill = async (/** @type {'SIGKILL' | 'SIGTERM'} */ signal) => {
        child.kill(signal)
        await exited
      }
      return { workstation, portal, processId: child.pid ?? 0, kill }
    }
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`máy trạm không khởi động được: ${printed.join(' · ')}`)
    }
    await sleep(50)
  }
}
