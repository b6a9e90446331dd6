import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jobId } from '#common/domain/ids'
import { fullJitterMs, Setbacks } from '#main/publishing/setbacks'
import { testId } from '#tests/support/sealed-article'

describe('waits between tries', () => {
  it('double their ceiling up to five minutes and lie anywhere below it', () => {
    expect([0, 1, 2, 3, 9, 50].map(attempt => fullJitterMs(attempt, 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 300_000, 300_000,
    ])
    fc.assert(
      fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const waitMs = fullJitterMs(attempt, random)
        expect(waitMs).toBeGreaterThanOrEqual(0)
        expect(waitMs).toBeLessThanOrEqual(300_000)
      }),
    )
  })

  it('grow for each job by itself and are forgotten when it gets through', () => {
    const setbacks = new Setbacks(() => 1)
    const [one, other] = [jobId.parse(testId()), jobId.parse(testId())]
    setbacks.add(one, 0)
    setbacks.add(one, 0)
    setbacks.add(other, 0)
    expect([setbacks.untilMs(one), setbacks.untilMs(other)]).toEqual([4_000, 2_000])
    setbacks.clear(one)
    expect(setbacks.untilMs(one)).toBe(0)
  })
})
