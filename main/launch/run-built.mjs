// @ts-check
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

/**
 * Runs one built program in this very process, as if it had been started with these arguments:
 * signals, exit code and pipes are its own.
 * @param {'browser' | 'call' | 'portal'} program
 * @param {readonly string[]} args
 */
export async function runBuilt(program, args) {
  const file = join(root, 'out/main', `${program}.js`)
  process.argv = [process.execPath, file, ...args]
  await import(pathToFileURL(file).href)
}
