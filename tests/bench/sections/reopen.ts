import type { NewsroomDriver } from '../drivers/newsroom'
import type { Section } from '../section'
import { median, percentile } from '../statistics'

export const reopen: Section = {
  name: 'reopen',
  about: 'opening the draft of an article',
  async run(context) {
    const articles = context.sizes.at(-1) ?? 1_000
    const driver = await context.drive<NewsroomDriver>('newsroom', {
      arguments: [await context.workspace(articles)],
    })
    await driver.ask('open', undefined as never)
    const count = context.quick ? 20 : 400
    const step = Math.max(1, Math.floor(articles / count))
    const numbers = Array.from({ length: Math.min(count, articles) }, (_, index) => index * step)
    const times = await driver.ask('openDrafts', numbers)
    await driver.end()
    return {
      measures: [
        { what: 'open a draft, p95', value: percentile(times, 0.95), unit: 'ms', bar: { atMost: 10 } },
        { what: 'open a draft, p50', value: median(times), unit: 'ms', detail: `${times.length} drafts` },
      ],
    }
  },
}
