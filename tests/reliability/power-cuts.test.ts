import { describe, it } from 'vitest'
import { barTimeoutMs, planOf, runBar } from './bars'
import { survivePowerCuts } from './power-cuts'

describe('R2 a power cut', () => {
  it(
    'at any operation loses nothing that was acknowledged and leaves a workspace that opens',
    {
      timeout: barTimeoutMs,
    },
    () => runBar('R2', planOf('R2'), seed => survivePowerCuts(seed)),
  )
})
