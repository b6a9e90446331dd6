import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { electronRuntime, fetchElectronCommand, hasDisplay } from '../../main/launch/electron-runtime.mjs'

const root = join(import.meta.dirname, '../..')
const runtime = electronRuntime()

/** What a fake `electron` cannot show: the real window, its sandbox and its origin. */
test.describe('the Electron host', () => {
  test.describe.configure({ mode: 'serial' })
  test.skip(runtime === null, `Electron's runtime is not installed: ${fetchElectronCommand}`)
  test.skip(!hasDisplay(), 'there is no display for an Electron window (try xvfb-run)')

  let app: ElectronApplication
  let page: Page
  let directory: string
  const faults: string[] = []

  test.beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'toa-soan-electron-'))
    const args = [root, '--workspace', join(directory, 'workspace'), '--portal-port', '0']
    // Root, as in a container, has no sandbox to run Chromium in.
    if (process.getuid?.() === 0) args.unshift('--no-sandbox')
    app = await _electron.launch({ executablePath: runtime ?? '', args })
    page = await app.firstWindow()
    page.on('console', message => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', error => faults.push(error.message))
  })

  test.afterAll(async () => {
    await app?.close()
    rmSync(directory, { recursive: true, force: true })
  })

  test('shows the workstation on its own origin, without Node in the page', async () => {
    await expect(page.locator('h1, button').first()).toBeVisible()
    expect(await page.evaluate(() => location.origin)).toBe('app://toa-soan')
    expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined')
    expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'process'))).toBe('undefined')
  })

  test('speaks to main and reports no fault', async () => {
    await page.reload()
    await expect(page.locator('h1, button').first()).toBeVisible()
    expect(faults).toEqual([])
  })

  test('stays on its page when told to leave', async () => {
    await page.evaluate(() => {
      location.href = 'https://example.org/'
    })
    await expect.poll(() => page.url()).toMatch(/^app:\/\/toa-soan\//)
  })
})
