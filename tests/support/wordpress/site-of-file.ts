import { afterAll, afterEach, beforeAll, type TestContext, vi } from 'vitest'
import type { PublishingDesk } from '../publishing-desk'
import { whenFinished } from '../when-finished'
import { startWordpress, type Wordpress, withoutPackages } from './start-wordpress'
import { openWordpressDesk } from './wordpress-desk'

/** One real WordPress for all tests of a file; its line carries everything again after each of them. */
export function siteOfFile() {
  // A real server on a machine that may be busy with other things.
  vi.setConfig({ testTimeout: 240_000, hookTimeout: 700_000 })
  let site: Wordpress | null = null
  beforeAll(async () => {
    site = await startWordpress()
  })
  // Before desks close: what they still ask must get through.
  afterEach(() => {
    if (site === null) return
    site.line.faults = () => undefined
    site.line.meanwhile = async () => {}
  })
  afterAll(async () => {
    await site?.stop()
  })
  return {
    /** For rows of a table, to which Vitest gives no context. */
    site: () => site,
    /** A test that needs the real thing; where its packages cannot be had it is reported as skipped. */
    withSite: (test: (wordpress: Wordpress) => Promise<void>) => async (context: TestContext) => {
      if (site === null) return context.skip(withoutPackages)
      await test(site)
    },
  }
}

/** A desk connected to the site, closed when the test is over. */
export async function connected(wordpress: Wordpress): Promise<PublishingDesk> {
  const desk = await openWordpressDesk(wordpress)
  whenFinished(() => desk.close())
  return desk
}
