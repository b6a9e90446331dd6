import { randomBytes } from 'node:crypto'
import type { Environment } from '#common/domain/environment'

/** A clock that starts on a given day and moves one second at each look; randomness is real, nothing depends on it. */
export function testEnvironment(start = Date.UTC(2026, 0, 5, 3, 30)): Environment {
  let now = start - 1_000
  return {
    now() {
      now += 1_000
      return now
    },
    randomBytes: length => randomBytes(length),
  }
}
