// @ts-check
import { parseArgs } from 'node:util'
import { ready, say } from '../main/launch/ready.mjs'
import { unit } from './support/steps.mjs'

/**
 * The reliability bars at their full counts (tests/reliability/bars.ts, docs/reliability.md).
 * `npm run nightly -- --only R2 --seed 7 --count 50000` plays one bar, from one seed, so far.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, seed: { type: 'string' }, count: { type: 'string' } },
})

await ready({ build: false })
process.env.RELIABILITY_FULL = '1'
if (values.seed !== undefined) process.env.RELIABILITY_SEED = values.seed
if (values.count !== undefined) process.env.RELIABILITY_COUNT = values.count
const started = Date.now()
// Every bar's tests have its name in their heading.
const pattern =
  values.only === undefined ? undefined : new RegExp(`\\b(${values.only.split(',').join('|')})\\b`)
const { passed, failed } = await unit(['tests/reliability'], pattern)
say(`${passed} passed, ${failed} failed, ${Math.round((Date.now() - started) / 1_000)} s`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
