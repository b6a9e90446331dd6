import type { SaveAnswers, SaveTimes } from '../saving'
import type { BenchContext, Driver, Measure, Section, SectionReport, Table } from '../section'
import { interleaved, median, medianRatio, percentile } from '../statistics'

/** Stock lowdb cannot hold more than about 40,000 such articles: one file is one string. */
const mostForLowdb = 10_000

interface Setting {
  readonly title: string
  readonly flushDelayMs: number
  readonly together: number
  /** Most that ours may take of SQLite FULL. */
  readonly bar: number
}

const natively: Setting = { title: 'natively', flushDelayMs: 0, together: 1, bar: 1.3 }
const settings: readonly Setting[] = [
  natively,
  { title: '64 at once', flushDelayMs: 0, together: 64, bar: 1 },
  { title: 'flushes 2 ms slower', flushDelayMs: 2, together: 1, bar: 1 },
  { title: 'flushes 15 ms slower', flushDelayMs: 15, together: 1, bar: 1 },
]

interface Subject {
  readonly name: string
  readonly driver: Driver<SaveAnswers>
  readonly count: number
  readonly rounds: SaveTimes[]
}

export const save: Section = {
  name: 'save',
  about: 'submitting an article: card, outbox, audit, 10 KB body, acknowledged when durable',
  async run(context) {
    const reports: SectionReport[] = []
    const medians: number[] = []
    for (const articles of context.sizes)
      for (const setting of articles === context.sizes.at(-1) ? settings : [natively]) {
        context.say(`saving at ${articles}, ${setting.title} …`)
        const { report, ours } = await measure(context, articles, setting)
        reports.push(report)
        if (setting === natively) medians.push(ours)
      }
    const flat: Measure = {
      what: `save at ${context.sizes.at(-1)} of the same at ${context.sizes[0]}`,
      value: (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN),
      unit: '×',
      bar: { atMost: 1.5 },
    }
    return {
      measures: [...reports.flatMap(report => report.measures), flat],
      tables: reports.flatMap(report => report.tables ?? []),
      skipped: [...new Set(reports.flatMap(report => report.skipped ?? []))],
    }
  },
}

async function measure(
  context: BenchContext,
  articles: number,
  setting: Setting,
): Promise<{ readonly report: SectionReport; readonly ours: number }> {
  const { flushDelayMs, together } = setting
  const title = `${articles.toLocaleString('en-US')} articles, ${setting.title}`
  if (flushDelayMs > 0 && !context.slowsFlushes)
    return {
      report: { measures: [], skipped: [`${title}: no C compiler to slow flushes with`] },
      ours: Number.NaN,
    }
  const skipped: string[] = []
  const subjects: Subject[] = []
  const perRound = (context.quick ? 10 : 40) * Math.min(together, 4)
  async function enter(
    name: string,
    script: string,
    args: readonly string[],
    count = perRound,
  ): Promise<void> {
    const driver = await context.drive<SaveAnswers>(script, { arguments: args, flushDelayMs })
    subjects.push({ name, driver, count, rounds: [] })
  }
  await enter('ours', 'save-store', [await context.workspace(articles)])
  if (together === 1) await enter('floor: 1 KB', 'save-floor', [await context.folder()])
  const sqlite = await context.peer('better-sqlite3')
  if (sqlite.kind === 'missing') skipped.push(sqlite.reason)
  else
    await enter('SQLite FULL', 'save-sqlite', [
      sqlite.folder,
      await context.folder(),
      String(articles),
      'FULL',
    ])
  if (setting === natively) {
    const pouch = await context.peer('pouchdb')
    if (pouch.kind === 'missing') skipped.push(pouch.reason)
    else await enter('PouchDB', 'save-pouchdb', [pouch.folder, await context.folder(), String(articles)])
    if (articles <= mostForLowdb)
      await enter('plain lowdb', 'save-lowdb', [await context.folder(), String(articles)], 2)
    else skipped.push(`plain lowdb at ${articles} articles: one file cannot hold them`)
  }

  await interleaved(context.quick ? 3 : 12, subjects, async ({ driver, count, rounds }, round) => {
    rounds.push(
      await driver.ask('save', { articles, round, count, together, watchBlocking: flushDelayMs > 0 }),
    )
  })
  for (const { driver } of subjects) {
    await driver.ask('close', undefined as never)
    await driver.end()
  }
  const measures = measuresOf(subjects, title, setting)
  const [ours] = subjects
  return {
    report: { measures, tables: [tableOf(subjects, title)], skipped },
    ours: ours === undefined ? Number.NaN : median(mediansOf(ours)),
  }
}

function mediansOf({ rounds }: Subject): number[] {
  return rounds.map(({ ms }) => median(ms))
}

function measuresOf(subjects: readonly Subject[], title: string, { bar, flushDelayMs }: Setting): Measure[] {
  const [ours] = subjects
  const named = (name: string): Subject | undefined => subjects.find(subject => subject.name === name)
  const [sqlite, lowdb] = [named('SQLite FULL'), named('plain lowdb')]
  const measures: Measure[] = []
  if (ours === undefined) return measures
  if (sqlite !== undefined)
    measures.push({
      what: `${title}: of SQLite FULL`,
      value: medianRatio(mediansOf(ours), mediansOf(sqlite)),
      unit: '×',
      bar: { atMost: bar },
    })
  if (lowdb !== undefined)
    measures.push({
      what: `${title}: plain lowdb of ours`,
      value: medianRatio(mediansOf(lowdb), mediansOf(ours)),
      unit: '×',
      ...(title.startsWith('10,000') ? { bar: { atLeast: 2_000 } } : {}),
    })
  if (flushDelayMs === 15)
    measures.push({
      what: `${title}: main blocked for`,
      value: median(ours.rounds.flatMap(({ blockMs }) => blockMs)),
      unit: 'ms',
      bar: { atMost: 1 },
    })
  return measures
}

function tableOf(subjects: readonly Subject[], title: string): Table {
  return {
    title,
    columns: ['store', 'p50 ms', 'p95 ms', 'CPU ms', 'main blocked ms'],
    rows: subjects.map(({ name, rounds }) => {
      const ms = rounds.flatMap(times => times.ms)
      const blocked = rounds.flatMap(times => times.blockMs)
      const cpu = rounds.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / ms.length
      return [name, median(ms), percentile(ms, 0.95), cpu, blocked.length === 0 ? '' : median(blocked)]
    }),
  }
}
