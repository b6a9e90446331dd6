import { finishAll, whenFinished } from '#tests/support/when-finished'
import { startWordpress, type Wordpress } from '#tests/support/wordpress/start-wordpress'
import { bitRotRound } from './bit-rot'
import { breakRecovery } from './broken-recovery'
import { meetDiskErrors } from './disk-errors'
import { outliveStaleWriter } from './double-starts'
import { survivePowerCuts } from './power-cuts'
import { playQueue } from './queue-game'
import { tamperOnce } from './tampering'
import { overBadLine } from './wordpress-line'

/*
 * Run with a bar's name and a number of rounds, by a bundle into which a fault was seeded: ends with 1 and the reason as
 * soon as a round is red, with 0 when none was.
 */
const rounds: Readonly<Record<string, (seed: number) => Promise<number>>> = {
  Q1: playQueue,
  Q3: async seed => overBadLine(await theSite(), seed),
  R2: survivePowerCuts,
  R3: meetDiskErrors,
  R4: breakRecovery,
  R5: bitRotRound,
  R7: outliveStaleWriter,
  T1: tamperOnce,
}

let site: Promise<Wordpress | null> | null = null

async function theSite(): Promise<Wordpress> {
  site ??= startWordpress()
  const wordpress = await site
  if (wordpress === null) throw new Error('WordPress cannot be installed here')
  whenFinished(() => wordpress.stop())
  return wordpress
}

const [, , bar = '', count = '0'] = process.argv
const round = rounds[bar]
if (round === undefined) throw new Error(`no such bar here: ${bar}`)
let red = false
for (let seed = 1; seed <= Number(count) && !red; seed++)
  try {
    await round(seed)
  } catch (error) {
    process.stdout.write(`${bar} is red at seed ${seed}: ${error instanceof Error ? error.message : error}\n`)
    red = true
  }
await finishAll()
process.exit(red ? 1 : 0)
