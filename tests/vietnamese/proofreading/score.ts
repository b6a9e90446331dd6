import { proofread } from '#common/vietnamese/proofreading/proofread'
import { articleOf, readTexts, scoreClean, scoreSeeds } from '#tests/support/proofreading/corpus'

/* npm run proofread:score: the proofreader on its corpus, class by class. */
const { byClass, notes } = scoreSeeds()
const percent = (part: number, all: number) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`)
const total = { found: 0, missed: 0, alarms: 0 }
for (const [name, { found, missed, alarms }] of [...byClass].sort()) {
  total.found += found
  total.missed += missed
  total.alarms += alarms
  console.log(
    `${name.padEnd(14)} precision ${percent(found, found + alarms)}  recall ${percent(found, found + missed)}  (${found + missed})`,
  )
}
console.log(
  `all            precision ${percent(total.found, total.found + total.alarms)}  recall ${percent(total.found, total.found + total.missed)}`,
)
for (const note of notes) console.log(`  ${note}`)
const clean = scoreClean(readTexts('clean.txt'))
console.log(`clean texts: ${clean.alarms.length} false alarms in ${clean.words} words`)
for (const alarm of clean.alarms) console.log(`  ${alarm}`)
const lines = readTexts('clean.txt').flat()
const long = [...lines, ...lines, ...lines].map((line, index) => `${line} Mục ${index}.`)
proofread(articleOf(lines))
const before = process.cpuUsage()
proofread(articleOf(long))
const { user, system } = process.cpuUsage(before)
console.log(
  `${long.join(' ').split(/\s+/).length} words in ${((user + system) / 1_000).toFixed(0)} ms of processor time (bar: 5,000 in 300)`,
)
