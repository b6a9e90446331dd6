import { describe, it } from 'vitest'
import { barTimeoutMs, planOf, planOfAll, runBar } from './bars'
import { countTruncations, flipBit, truncateOnce } from './bit-rot'

describe('R5 a damaged file', () => {
  it('with one bit flipped is noticed or harmless', { timeout: barTimeoutMs }, () =>
    runBar('R5', planOf('R5'), flipBit, ' flips'),
  )

  it('cut to any length is noticed or harmless', { timeout: barTimeoutMs }, async () => {
    const all = await countTruncations()
    // A stride prime to most numbers: a short run meets every file.
    const nth = (round: number) => (round * 7_919) % all
    await runBar('R5', planOfAll('R5', all), round => truncateOnce(nth(round)), ' cuts')
  })
})
