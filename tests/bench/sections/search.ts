import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchIndexAnswers } from '../drivers/search-index'
import { seeded } from '../generated/random'
import { foldedArticle, type SearchAnswers, type SearchQuestion } from '../searching'
import type { BenchContext, Driver, Measure, Section, SectionReport, Table } from '../section'
import { interleaved, median, percentile } from '../statistics'

const kinds = ['1 word', '2 words', 'prefix'] as const
type Kind = (typeof kinds)[number]

interface Subject {
  readonly name: string
  readonly driver: Driver<SearchAnswers>
  readonly folder: string
  readonly built: { readonly ms: number; readonly rssMb: number }
  readonly times: Record<Kind, number[]>
  /** Of the first ten, articles in which the two words stand side by side; and how many of ten could have. */
  readonly together: { found: number; possible: number }
}

export const search: Section = {
  name: 'search',
  about: 'full text without marks: questions to the index by itself, ten best answers',
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
    context.say(`${name}: indexing ${articles} articles …`)
    const driver = await context.drive<SearchAnswers>(script, { arguments: args })
    const folder = await context.folder()
    const built = await driver.ask('build', { articles, folder })
    const times = { '1 word': [], '2 words': [], prefix: [] }
    subjects.push({ name, driver, folder, built, times, together: { found: 0, possible: 0 } })
  }
  await enter('ours', 'search-index', [])
  const sqlite = await context.peer('better-sqlite3')
  if (sqlite.kind === 'missing') skipped.push(sqlite.reason)
  else await enter('SQLite FTS5', 'search-fts5', [sqlite.folder])
  const mini = await context.peer('minisearch')
  if (mini.kind === 'missing') skipped.push(mini.reason)
  else if (articles > 10_000)
    skipped.push('MiniSearch is not measured past 10,000 articles: it needs gigabytes')
  else await enter('MiniSearch', 'search-minisearch', [mini.folder])

  const [ours] = subjects
  if (ours === undefined) throw new Error('our own index is always there')
  const index = ours.driver as unknown as Driver<SearchIndexAnswers>
  const reopenMs = await index.ask('reopen', { articles, folder: ours.folder })
  const questions = questionsOver(articles, context.quick ? 10 : 100)
  for (const kind of kinds)
    await interleaved(questions[kind].length, subjects, async (subject, round) => {
      const question = questions[kind][round]
      if (question === undefined) return
      const { ms, best } = await subject.driver.ask('ask', question)
      subject.times[kind].push(ms)
      if (kind !== '2 words') return
      const text = question.words.join(' ')
      subject.together.possible += Math.min(10, await index.ask('phrase', { text }))
      subject.together.found += best.filter(number => standsIn(number, text)).length
    })
  for (const { driver } of subjects) await driver.end()
  return { measures: measuresOf(ours, articles, reopenMs), tables: [tableOf(subjects, articles)], skipped }
}

/** Questions made of words that stand side by side in articles drawn at random. */
function questionsOver(articles: number, count: number): Record<Kind, SearchQuestion[]> {
  const random = seeded(articles)
  const pair = (): readonly [string, string] => {
    const words = foldedArticle(random.below(articles)).body.match(/[a-z0-9]+/g) ?? []
    const place = random.below(words.length - 1)
    return [words[place] ?? '', words[place + 1] ?? '']
  }
  const many = (make: () => SearchQuestion) => Array.from({ length: count }, make)
  return {
    '1 word': many(() => ({ words: [pair()[0]], prefix: false })),
    '2 words': many(() => ({ words: [...pair()], prefix: false })),
    prefix: many(() => {
      const [first, second] = pair()
      return { words: [first, second.slice(0, 1 + random.below(3))], prefix: true }
    }),
  }
}

function standsIn(number: number, text: string): boolean {
  const { headline, lead, body } = foldedArticle(number)
  const words = (value: string) => ` ${(value.match(/[a-z0-9]+/g) ?? []).join(' ')} `
  return [headline, lead, ...body.split('\n')].some(part => words(part).includes(` ${text} `))
}

function measuresOf(ours: Subject, articles: number, reopenMs: number): Measure[] {
  const limit = articles <= 10_000 ? 15 : 100
  const at = `${articles.toLocaleString('en-US')} articles`
  return [
    ...kinds.map(
      (kind): Measure => ({
        what: `${kind}, p95, ${at}`,
        value: percentile(ours.times[kind], 0.95),
        unit: 'ms',
        bar: { atMost: limit },
        detail: `p50 ${median(ours.times[kind]).toFixed(1)} ms`,
      }),
    ),
    {
      what: `two words found side by side, ${at}`,
      value: (100 * ours.together.found) / ours.together.possible,
      unit: '%',
      bar: { atLeast: 100 },
      detail: 'of the first ten, as far as there are such articles',
    },
    { what: `opening the index, ${at}`, value: reopenMs, unit: 'ms' },
  ]
}

function tableOf(subjects: readonly Subject[], articles: number): Table {
  return {
    title: `search at ${articles.toLocaleString('en-US')} articles, ms p50 / p95`,
    columns: ['engine', ...kinds, 'side by side %', 'build s', 'index MB', 'process MB'],
    rows: subjects.map(({ name, times, together, built, folder }) => [
      name,
      ...kinds.map(kind => `${median(times[kind]).toFixed(1)} / ${percentile(times[kind], 0.95).toFixed(1)}`),
      (100 * together.found) / together.possible,
      built.ms / 1_000,
      megabytesIn(folder),
      built.rssMb,
    ]),
  }
}

function megabytesIn(folder: string): number {
  const names = readdirSync(folder, { recursive: true }).map(String)
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 2 ** 20
}
