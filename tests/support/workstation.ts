import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import type { Input, OperationName, Output } from '#common/api/contract'
import { type BrowserHost, callWorkspace, startBrowserHost } from './browser-host'
import { createHand, type Hand } from './hand'
import { createPageFaults, type PageFaults } from './page-faults'
import { prepareSampleWorkspace, type SampleWorkspace } from './sample-workspace'

/** One workspace with the host that runs on it; the host may die and come back. */
export interface Workstation {
  readonly host: () => BrowserHost
  /** Saves and leaves; windows may complain from now on. */
  readonly end: () => Promise<void>
  /** SIGKILL; windows may complain from now on. */
  readonly kill: () => Promise<void>
  /** Starts again on the same workspace, at other addresses; at the same port as before when asked. */
  readonly restart: (where?: { readonly samePort: boolean }) => Promise<BrowserHost>
  /** A window of its own, with its own session. */
  readonly openWindow: () => Promise<Page>
  /** The command line, to prepare what a test is not about. */
  readonly ask: <Name extends OperationName>(
    as: string,
    name: Name,
    input: Input<Name>,
  ) => Promise<Output<Name>>
}

interface Options {
  readonly workspace: 'sample' | 'empty'
}

interface Fixtures {
  readonly faults: PageFaults
  readonly workstation: Workstation
  readonly hand: Hand
}

/** `page` stands at the printed address of a fresh workspace, and the test fails when any window met a fault. */
export const test = base.extend<Options & Fixtures, { readonly sample: SampleWorkspace }>({
  workspace: ['sample', { option: true }],
  sample: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern
    async ({}, use) => {
      const sample = await prepareSampleWorkspace()
      await use(sample)
      sample.remove()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from this pattern
  faults: async ({}, use) => {
    const faults = createPageFaults()
    await use(faults)
    expect(faults.all(), 'faults met by the windows').toEqual([])
  },
  workstation: async ({ workspace, sample, faults, browser, contextOptions }, use) => {
    const empty = workspace === 'empty'
    const folder = empty ? mkdtempSync(join(tmpdir(), 'toa-soan-e2e-empty-')) : sample.copy()
    let host = await startBrowserHost(folder, { empty })
    let running = true
    const windows: Page[] = []
    await use({
      host: () => host,
      end: async () => {
        faults.lineIsCut()
        running = false
        await host.end()
      },
      kill: async () => {
        faults.lineIsCut()
        running = false
        await host.kill()
      },
      restart: async ({ samePort } = { samePort: false }) => {
        host = await startBrowserHost(folder, samePort ? { port: new URL(host.address).port } : {})
        running = true
        return host
      },
      openWindow: async () => {
        const context = await browser.newContext(contextOptions)
        const page = await context.newPage()
        windows.push(page)
        faults.watch(page)
        await page.goto(host.address)
        return page
      },
      ask: (as, name, input) => callWorkspace(folder, as, name, input),
    })
    for (const page of windows) await page.context().close()
    if (running) {
      faults.lineIsCut()
      await host.end()
    }
    rmSync(folder, { recursive: true, force: true })
  },
  page: async ({ page, workstation, faults }, use) => {
    faults.watch(page)
    await page.goto(workstation.host().address)
    await use(page)
    // Before the host ends: what is still loading would complain.
    await page.close()
  },
  hand: async ({ page }, use) => use(createHand(page)),
})

export { expect } from '@playwright/test'
