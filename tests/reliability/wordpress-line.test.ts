import { afterAll, beforeAll, describe, it } from 'vitest'
import { startWordpress, type Wordpress, withoutPackages } from '#tests/support/wordpress/start-wordpress'
import { barTimeoutMs, planOf, runBar } from './bars'
import { overBadLine } from './wordpress-line'

let site: Wordpress | null = null

beforeAll(async () => {
  site = await startWordpress()
}, 700_000)
afterAll(async () => {
  await site?.stop()
})

describe('a real WordPress over a line that loses, doubles, delays, cuts and strips (Q3)', () => {
  it('shows every approved article exactly once, whole, in its newest text', {
    timeout: barTimeoutMs,
  }, async context => {
    const wordpress = site
    if (wordpress === null) return context.skip(withoutPackages)
    await runBar('Q3', planOf('Q3'), seed => overBadLine(wordpress, seed))
  })
})
