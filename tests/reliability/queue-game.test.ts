import { describe, it } from 'vitest'
import { barTimeoutMs, planOf, runBar } from './bars'
import { playQueue } from './queue-game'

describe('the queue against people, machines and misfortunes (Q1)', () => {
  it('puts every approved text on the portal exactly once, in order', { timeout: barTimeoutMs }, () =>
    runBar('Q1', planOf('Q1'), playQueue),
  )
})
