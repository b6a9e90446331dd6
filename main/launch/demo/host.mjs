// @ts-check
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { nodeFlags } from '../node-flags.mjs'

/**
 * @typedef {{
 *   readonly workstation: string
 *   readonly portal: Promise<string>
 *   readonly processId: number
 *   readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>
 * }} Host
 */

const startTimeoutMs = 45_000

/**
 * Starts the browser host on a workspace and waits until it has printed its address; the portal's may come later.
 * @param {string} program the built out/main/browser.js
 * @param {string} workspace
 * @returns {Promise<Host>}
 */
export async function startHost(program, workspace) {
  const args = [
    ...nodeFlags,
    program,
    '--no-open',
    '--port',
    '0',
    '--portal-port',
    '0',
    '--workspace',
    workspace,
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = new Promise(resolve => child.once('exit', resolve))
  const lines = createInterface({ input: child.stdout })
  const kill = async (/** @type {'SIGKILL' | 'SIGTERM'} */ signal) => {
    child.kill(signal)
    await exited
  }
  const portal = printed(lines, /^Cổng:\s+(\S+)/)
  // Who never asks for the portal's address need not hear that there was none.
  portal.catch(() => {})
  try {
    const workstation = await printed(lines, /^Máy trạm:\s+(\S+)/)
    return { workstation, portal, processId: child.pid ?? 0, kill }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

/**
 * What the pattern finds in the first line that it fits; rejects when the output ends before, or after the time-out.
 * @param {import('node:readline').Interface} lines
 * @param {RegExp} pattern
 * @returns {Promise<string>}
 */
function printed(lines, pattern) {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`máy trạm không khởi động được: không thấy ${pattern}`))
    const timer = setTimeout(fail, startTimeoutMs).unref()
    lines.once('close', fail).on('line', line => {
      const found = pattern.exec(line)?.[1]
      if (found === undefined) return
      clearTimeout(timer)
      resolve(found)
    })
  })
}
