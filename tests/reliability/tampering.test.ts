import { describe, it } from 'vitest'
import { barTimeoutMs, planOf, runBar } from './bars'
import { tamperOnce } from './tampering'

describe('T1 an edit of the audit journal', () => {
  it('is noticed, and the first bad record named', { timeout: barTimeoutMs }, () =>
    runBar('T1', planOf('T1'), tamperOnce),
  )
})
