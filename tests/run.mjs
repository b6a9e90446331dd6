// @ts-check
import { parseArgs } from 'node:util'
import { ready, say } from '../main/launch/ready.mjs'
import { command, endToEnd, unit } from './support/steps.mjs'
import { emptyTally, total } from './support/tally.mjs'

/** Everything `npm test` checks, in the order that shows the cheapest mistakes first. */
const steps = {
  types: () => command('typescript/bin/tsc', ['-b', '--force']),
  lint: () => command('@biomejs/biome/bin/biome', ['check', '.']),
  unit,
  'end-to-end': () => endToEnd('journeys'),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, screenshots: { type: 'boolean' } },
})

await ready()
const chosen = Object.entries(
  values.screenshots ? { screenshots: () => endToEnd('screenshots') } : steps,
).filter(([name]) => values.only === undefined || values.only.split(',').includes(name))
const tallies = []
for (const [name, step] of chosen) {
  say(`\n── ${name} ──`)
  tallies.push(await step(positionals))
}
const { passed, failed, skipped } = tallies.reduce(total, emptyTally)

console.log('')
for (const { name, reason } of skipped) console.log(`skipped: ${name}: ${reason}`)
console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
