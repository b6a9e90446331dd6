import { proofread } from '#common/vietnamese/proofreading/proofread'
import {
  articleOf,
  type CleanScore,
  readTexts,
  type SeedScore,
  scoreClean,
  scoreSeeds,
  sumOf,
  type Tally,
} from '#tests/support/proofreading/corpus'
import {
  cleanFiles,
  heldOutFiles,
  scoreHeldOutClean,
  scoreHeldOutSeeds,
} from '#tests/support/proofreading/held-out'

/* npm run proofread:score: the proofreader on its corpus, class by class, both halves apart. */
const percent = (part: number, all: number): string =>
  (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`).padStart(8)

function line(name: string, { found, missed, alarms }: Tally): string {
  return `${name.padEnd(14)} precision ${percent(found, found + alarms)}  recall ${percent(found, found + missed)}  (${found + missed})`
}

function print(title: string, seeds: SeedScore, clean: CleanScore): void {
  console.log(`\n${title}`)
  for (const [name, tally] of [...seeds.byClass].sort()) console.log(line(name, tally))
  console.log(line('all', sumOf(seeds)))
  for (const note of seeds.notes) console.log(`  ${note}`)
  console.log(`clean texts: ${clean.alarms.length} false alarms in ${clean.words} words`)
  for (const alarm of clean.alarms) console.log(`  ${alarm}`)
}

print('Known half (clean.txt, seeds.txt)', scoreSeeds(), scoreClean(readTexts('clean.txt')))
for (const file of heldOutFiles)
  print(`Held-out half (${file})`, scoreHeldOutSeeds(file), scoreHeldOutClean(file))
for (const file of cleanFiles) {
  const { words, alarms } = scoreHeldOutClean(file)
  console.log(`\n${file}: ${alarms.length} false alarms in ${words} words`)
  for (const alarm of alarms) console.log(`  ${alarm}`)
}

const lines = readTexts('clean.txt').flat()
const long = [...lines, ...lines, ...lines].map((text, index) => `${text} Mục ${index}.`)
proofread(articleOf(lines))
const before = process.cpuUsage()
proofread(articleOf(long))
const { user, system } = process.cpuUsage(before)
console.log(
  `\n${long.join(' ').split(/\s+/).length} words in ${((user + system) / 1_000).toFixed(0)} ms of processor time (bar: 5,000 in 300)`,
)
