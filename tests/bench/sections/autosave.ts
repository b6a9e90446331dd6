import type { NewsroomDriver } from '../drivers/newsroom'
import type { Section } from '../section'
import { median, percentile } from '../statistics'

export const autosave: Section = {
  name: 'autosave',
  about: 'typing in main: a step parsed, applied, checked, appended; and the sync behind it',
  async run(context) {
    const driver = await context.drive<NewsroomDriver>('newsroom', {
      arguments: [await context.workspace(1_000)],
    })
    await driver.ask('open', undefined as never)
    const count = context.quick ? 100 : 1_000
    const short = await driver.ask('type', { words: 500, count })
    const long = await driver.ask('type', { words: 5_000, count })
    await driver.ask('close', undefined as never)
    await driver.end()
    return {
      measures: [
        {
          what: 'accept a step, 5,000 words',
          value: median(long.acceptMs),
          unit: 'ms',
          bar: { atMost: 0.2 },
        },
        { what: 'the same of 500 words', value: median(long.acceptMs) / median(short.acceptMs), unit: '×' },
        { what: 'accept a step, 5,000 words, p95', value: percentile(long.acceptMs, 0.95), unit: 'ms' },
        { what: 'until it is on the disk', value: median(long.syncMs), unit: 'ms' },
      ],
    }
  },
}
