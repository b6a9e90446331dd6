import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createContext } from './context'
import { printReport } from './print-report'
import { sections } from './sections'

/*
 * npm run bench -- [--only save,open] [--articles 100000] [--count 617936] [--quick] [--keep <folder for generated workspaces>]
 * Prints every section's figures beside the bars of docs/performance.md. A missed bar fails nothing.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    articles: { type: 'string', default: '10000' },
    count: { type: 'string' },
    quick: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
})
const wanted = values.only?.split(',')
const unknown = wanted?.filter(name => !sections.some(section => section.name === name)) ?? []
if (unknown.length > 0) {
  console.error(`no section ${unknown.join(', ')}; there are ${sections.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}
const most = Number(values.articles)
const sizes = [...new Set([1_000, 10_000, most].filter(size => size <= most))].sort((a, b) => a - b)
const projectFolder = process.cwd()
const context = await createContext({
  projectFolder,
  scripts: process.env.TOA_SOAN_BENCH_SCRIPTS ?? join(projectFolder, 'node_modules/.cache/toa-soan-bench'),
  cache: join(projectFolder, '.cache/toa-soan-bench'),
  sizes,
  count: values.count === undefined ? null : Number(values.count),
  quick: values.quick,
  keep: values.keep ?? null,
})
console.log(
  `Node ${process.versions.node}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}`,
)
let broken = 0
try {
  for (const section of sections) {
    if (wanted !== undefined && !wanted.includes(section.name)) continue
    try {
      console.log(printReport(section, await section.run(context)))
    } catch (error) {
      broken++
      console.error(`\n── ${section.name} broke off ──`, error)
    }
  }
} finally {
  await context.remove()
}
process.exit(broken === 0 ? 0 : 1)
