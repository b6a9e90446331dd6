import { describe, it } from 'vitest'
import { barTimeoutMs, planOf, runBar } from './bars'
import { tamperProof } from './tampered-proofs'

describe('T2 a change of what proves', () => {
  it('is noticed, and the first bad thing named', { timeout: barTimeoutMs }, () =>
    runBar('T2', planOf('T2'), tamperProof),
  )
})
