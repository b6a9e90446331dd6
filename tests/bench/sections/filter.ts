import type { NewsroomDriver } from '../drivers/newsroom'
import type { Measure, Section } from '../section'
import { median, percentile } from '../statistics'

export const filter: Section = {
  name: 'filter',
  about: 'the article list with a filter, as main answers it',
  async run(context) {
    const measures: Measure[] = []
    for (const articles of context.sizes) {
      const driver = await context.drive<NewsroomDriver>('newsroom', {
        arguments: [await context.workspace(articles)],
      })
      await driver.ask('open', undefined as never)
      const filters = [
        { stages: ['draft' as const] },
        { chips: ['live' as const] },
        { counter: 'waitingToPush' as const },
        { offset: Math.floor(articles / 2) },
      ]
      const times = await driver.ask(
        'lists',
        Array.from({ length: context.quick ? 8 : 60 }, (_, index) => filters[index % filters.length] ?? {}),
      )
      await driver.end()
      measures.push({
        what: `filtered list at ${articles.toLocaleString('en-US')}, p95`,
        value: percentile(times, 0.95),
        unit: 'ms',
        ...(articles <= 10_000 ? { bar: { atMost: 50 } } : {}),
        detail: `p50 ${median(times).toFixed(1)} ms, ${times.length} lists`,
      })
    }
    return { measures }
  },
}
