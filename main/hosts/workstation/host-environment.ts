import { randomBytes } from 'node:crypto'
import type { Environment } from '#common/domain/environment'

/** The real clock and the real chance. */
export const hostEnvironment: Environment = { now: Date.now, randomBytes: length => randomBytes(length) }
