import { describe, it } from 'vitest'
import { barTimeoutMs, planOf, runBar } from './bars'
import { meetDiskErrors } from './disk-errors'

describe('R3 a disk that refuses', () => {
  it(
    'the n-th change, once or from then on, never makes anybody believe what is not so',
    {
      timeout: barTimeoutMs,
    },
    () => runBar('R3', planOf('R3'), meetDiskErrors),
  )
})
