import { describe, it } from 'vitest'
import { sendAWeek } from './bad-line'
import { barTimeoutMs, planOf } from './bars'

describe('a week’s photos over a line that breaks every minute (Q4, journey 6)', () => {
  it('arrive whole, and at most a tenth more crosses than was planned', {
    timeout: barTimeoutMs,
  }, async () => {
    await sendAWeek(planOf('Q4').count)
  })
})
