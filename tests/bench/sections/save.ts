import type { SaveAnswers, SaveTimes } from '../saving'
import type { BenchContext, Driver, Measure, Section, SectionReport, Table } from '../section'
import { interleaved, median, medianRatio, percentile } from '../statistics'

type Subject = { readonly name: string; readonly driver: Driver<SaveAnswers>; readonly rounds: SaveTimes[] }

export const save: Section = {
  name: 'save',
  about: 'submitting an article: card, outbox, audit, 10 KB body, acknowledged when durable',
  async run(context) {
    const reports: SectionReport[] = []
    for (const articles of context.sizes) reports.push(await measure(context, articles))
    return {
      measures: reports.flatMap(report => report.measures),
      tables: reports.flatMap(report => report.tables ?? []),
      skipped: [...new Set(reports.flatMap(report => report.skipped ?? []))],
    }
  },
}

async function measure(context: BenchContext, articles: number): Promise<SectionReport> {
  const skipped: string[] = []
  const subjects: Subject[] = []
  async function enter(name: string, script: string, args: readonly string[]): Promise<void> {
    const driver = await context.drive<SaveAnswers>(script, { arguments: args })
    subjects.push({ name, driver, rounds: [] })
  }
  await enter('ours', 'save-store', [await context.workspace(articles)])
  await enter('floor', 'save-floor', [await context.folder()])
  const sqlite = await context.peer('better-sqlite3')
  if (sqlite.kind === 'missing') skipped.push(sqlite.reason)
  else
    await enter('SQLite FULL', 'save-sqlite', [
      sqlite.folder,
      await context.folder(),
      String(articles),
      'FULL',
    ])

  const rounds = context.quick ? 3 : 12
  await interleaved(rounds, subjects, async ({ driver, rounds: done }, round) => {
    const times = await driver.ask('save', {
      articles,
      round,
      count: 40,
      together: 1,
      watchBlocking: false,
    })
    done.push(times)
  })
  for (const { driver } of subjects) {
    await driver.ask('close', undefined as never)
    await driver.end()
  }
  return { measures: measuresOf(subjects, articles), tables: [tableOf(subjects, articles)], skipped }
}

function measuresOf(subjects: readonly Subject[], articles: number): Measure[] {
  const ours = subjects.find(({ name }) => name === 'ours')
  const sqlite = subjects.find(({ name }) => name === 'SQLite FULL')
  if (ours === undefined || sqlite === undefined) return []
  const medians = ({ rounds }: Subject): number[] => rounds.map(({ ms }) => median(ms))
  return [
    {
      what: `save at ${articles} articles, of SQLite FULL`,
      value: medianRatio(medians(ours), medians(sqlite)),
      unit: '×',
      bar: { atMost: 1.3 },
    },
  ]
}

function tableOf(subjects: readonly Subject[], articles: number): Table {
  return {
    title: `${articles} articles, natively`,
    columns: ['store', 'p50 ms', 'p95 ms', 'CPU ms'],
    rows: subjects.map(({ name, rounds }) => {
      const ms = rounds.flatMap(times => times.ms)
      const cpu = rounds.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / ms.length
      return [name, median(ms), percentile(ms, 0.95), cpu]
    }),
  }
}
