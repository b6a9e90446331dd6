import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { register } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileFunction, constants } from 'node:vm'
import { buildIfStale } from '../../../main/launch/build.mjs'
import { createFakeElectron, type FakeElectron } from './fake-electron'

const root = join(import.meta.dirname, '../../..')
const mainFile = join(root, 'out/main/electron.js')

declare global {
  /** Where the stand-in module for `electron` finds what it exports. */
  var fakeElectron: FakeElectron | undefined
}

/** Node's own import: vitest's would transform the build that is to be proved as it is. */
const nativeImport = compileFunction('return import(url)', ['url'], {
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
})

export interface BuiltElectron {
  readonly electron: FakeElectron
  readonly directory: string
  /** Chooses an entry of the window's menu by its words. */
  readonly click: (label: string) => void
  /** What is kept of the window's place, or null. */
  readonly windowState: () => unknown
  /** Quits as Electron would and removes the folder. */
  readonly end: () => Promise<void>
}

let starts = 0

/** Runs the built main process under this Node with a fake `electron`, on the workspace or an empty one of its own. */
export async function startBuiltElectron(
  prepare: (electron: FakeElectron, directory: string) => void | Promise<void> = () => {},
  existing: string | null = null,
): Promise<BuiltElectron> {
  if (!(await buildIfStale(console.error))) throw new Error('the project does not build')
  const directory = mkdtempSync(join(tmpdir(), 'toa-soan-electron-'))
  const workspace = existing ?? join(directory, 'workspace')
  mkdirSync(workspace, { recursive: true })
  const electron = createFakeElectron(join(directory, 'profile'))
  await prepare(electron, directory)
  globalThis.fakeElectron = electron
  const names = Object.keys(electron.exports).join(', ')
  starts += 1
  const stub = `export const { ${names} } = globalThis.fakeElectron.exports // ${starts}`
  const hook = `export const resolve = (name, context, next) => name === 'electron'
    ? { url: ${JSON.stringify(dataUrl(stub))}, shortCircuit: true } : next(name, context)`
  register(dataUrl(hook))
  process.argv = ['electron', root, '--workspace', workspace, '--portal-port', '0', '--empty']
  await nativeImport(`${pathToFileURL(mainFile).href}?start=${starts}`)
  return {
    electron,
    directory,
    click: label => click(electron.menu, label),
    windowState: () => {
      const file = join(electron.app.getPath('userData'), 'window.json')
      return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
    },
    end: async () => {
      electron.app.emit('will-quit', { preventDefault: () => {} })
      await until(() => electron.app.exits.length > 0 || electron.windows.length === 0)
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Waits for what the program does in its own time. */
export async function until(condition: () => boolean, timeoutMs = 20_000): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${condition}`)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

function click(menu: readonly Record<string, unknown>[], label: string): void {
  const entries = menu.flatMap(({ submenu }) => (submenu ?? []) as readonly Record<string, unknown>[])
  const entry = entries.find(candidate => candidate.label === label)
  if (typeof entry?.click !== 'function') throw new Error(`no menu entry “${label}”`)
  entry.click()
}

function dataUrl(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`
}
