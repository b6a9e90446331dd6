import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-workspace'
import { sourceStamp } from '../../../main/launch/build.mjs'
import { electronRuntime, hasDisplay } from '../../../main/launch/electron-runtime.mjs'
import { isInstalled } from '../../../main/launch/install.mjs'
import { nodeFlags } from '../../../main/launch/node-flags.mjs'
import { startOptions } from '../../../main/launch/start-options.mjs'

function write(root: string, path: string, text: string): string {
  const file = join(root, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
  return file
}

describe('options of npm start', () => {
  const parse = (...args: string[]) =>
    startOptions(args, line => {
      throw new Error(line)
    })

  it('reach the host as they were given', () => {
    const args = ['--workspace', '/x y', '--port', '0', '--portal-port', '8080', '--no-open', '--empty']
    expect(parse(...args, '--host', 'browser')).toEqual({ host: 'browser', hostArguments: args })
    expect(parse()).toEqual({ host: undefined, hostArguments: [] })
  })

  it.each([
    [['--host', 'chrome'], /--host chỉ nhận electron hoặc browser, không nhận "chrome"/],
    [['--port', '70000'], /--port phải là số từ 0 đến 65535/],
    [['--portal-port', 'abc'], /--portal-port phải là số/],
    [['--prot', '1'], /Không hiểu lệnh[\s\S]*--workspace THƯ_MỤC/],
    [['--help'], /--workspace THƯ_MỤC/],
  ])('%j is answered with what to do', (args, words) => {
    expect(() => parse(...args)).toThrow(words)
  })
})

describe("Electron's runtime", () => {
  it('is found where the package or its variables put it, and only if it is there', async () => {
    const root = await temporaryFolder()
    expect(electronRuntime({}, root)).toBeNull()
    write(root, 'node_modules/electron/path.txt', 'electron')
    expect(electronRuntime({}, root)).toBeNull()
    const executable = write(root, 'node_modules/electron/dist/electron', '')
    chmodSync(executable, 0o755)
    expect(electronRuntime({}, root)).toBe(executable)
    const other = write(root, 'other/electron', '')
    expect(electronRuntime({ ELECTRON_OVERRIDE_DIST_PATH: join(root, 'other') }, root)).toBe(other)
    expect(electronRuntime({ ELECTRON_EXEC_PATH: other }, root)).toBe(other)
    expect(electronRuntime({ ELECTRON_EXEC_PATH: join(root, 'none') }, root)).toBeNull()
  })

  it('needs a display on Linux', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })
})

describe('installed packages', () => {
  const lock = (packages: object) => JSON.stringify({ packages })

  it('are those of the lock file, but for other platforms', async () => {
    const root = await temporaryFolder()
    expect(isInstalled(root)).toBe(false)
    write(
      root,
      'package-lock.json',
      lock({ '': {}, a: { version: '2.0.0' }, b: { version: '1.0.0', optional: true } }),
    )
    expect(isInstalled(root)).toBe(false)
    write(root, 'node_modules/.package-lock.json', lock({ a: { version: '2.0.0' } }))
    expect(isInstalled(root)).toBe(true)
    write(root, 'node_modules/.package-lock.json', lock({ a: { version: '1.9.0' } }))
    expect(isInstalled(root)).toBe(false)
    write(root, 'node_modules/.package-lock.json', lock({}))
    expect(isInstalled(root)).toBe(false)
  })
})

describe('the stamp of the sources', () => {
  it('follows what is built and nothing else', async () => {
    const root = await temporaryFolder()
    write(root, 'main/a.ts', 'a')
    const stamp = sourceStamp(root)
    write(root, 'main/launch/start.mjs', 'changed')
    write(root, 'docs/a.md', 'changed')
    expect(sourceStamp(root)).toBe(stamp)
    write(root, 'main/a.ts', 'b')
    expect(sourceStamp(root)).not.toBe(stamp)
    write(root, 'main/a.ts', 'a')
    expect(sourceStamp(root)).toBe(stamp)
    write(root, 'renderer/b.css', '')
    expect(sourceStamp(root)).not.toBe(stamp)
  })
})

it('gives `npm start` the flags that every other start gives', () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'))
  expect(scripts.start).toBe(['node', ...nodeFlags, 'main/launch/start.mjs'].join(' '))
})
