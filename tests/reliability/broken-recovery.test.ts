import { describe, it } from 'vitest'
import { barTimeoutMs, planOf, runBar } from './bars'
import { breakRecovery } from './broken-recovery'

describe('R4 a recovery that fails', () => {
  it('at any of its changes is done again with the same outcome', { timeout: barTimeoutMs }, () =>
    runBar('R4', planOf('R4'), breakRecovery),
  )
})
