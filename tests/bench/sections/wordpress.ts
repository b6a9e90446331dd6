import type { WordpressDriver } from '../drivers/wordpress'
import type { Section } from '../section'
import { median } from '../statistics'

export const wordpress: Section = {
  name: 'wordpress',
  about:
    'articles with a picture each to a real WordPress, beside a bare client that sends the same requests',
  async run(context) {
    const [rounds, articles] = context.quick ? [1, 3] : [9, 4]
    const driver = await context.drive<WordpressDriver>('wordpress')
    const version = await driver.ask('open', undefined as never)
    if (version === null) {
      await driver.end()
      return { measures: [], skipped: ['the Debian packages of WordPress cannot be installed here'] }
    }
    // The first one fills the caches of PHP and the database.
    await driver.ask('round', { seed: 0, articles: 2 })
    const played = []
    for (let seed = 1; seed <= rounds; seed += 1) {
      const round = await driver.ask('round', { seed, articles })
      played.push(round)
      context.say(`wordpress: ${((articles * 1_000) / round.ours.ms).toFixed(1)} articles a second`)
    }
    await driver.ask('close', undefined as never)
    await driver.end()
    const added = played.map(({ ours, bare }) => (ours.cpuMs - bare.cpuMs) / articles)
    const perArticle = median(played.map(({ ours }) => ours.ms / articles))
    return {
      measures: [
        {
          what: 'drain beside the bare client',
          value: median(played.map(({ ours, bare }) => (100 * bare.ms) / ours.ms)),
          unit: '%',
          bar: { atLeast: 90 },
          detail: `WordPress ${version}, ${(1_000 / perArticle).toFixed(1)} articles a second, ${((played[0]?.requests ?? 0) / articles).toFixed(1)} requests each, ${rounds} rounds of ${articles}`,
        },
        {
          what: 'processor time the queue adds to an article’s requests',
          value: median(added),
          unit: 'ms',
          detail: 'journal, seal, comparing every field, reading the page back',
        },
      ],
    }
  },
}
