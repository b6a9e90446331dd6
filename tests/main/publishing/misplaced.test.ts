import { describe, expect, it, onTestFinished } from 'vitest'
import { startFaultPortal } from '#tests/support/fault-portal'
import { manualClock } from '#tests/support/manual-clock'
import { openPublishingDesk, value } from '#tests/support/publishing-desk'

/** What a look finds wrong when readers get the page so changed. */
async function faultsOf(edit: (page: string) => string) {
  const clock = manualClock()
  const portal = await startFaultPortal(clock.environment)
  const desk = await openPublishingDesk({ clock })
  onTestFinished(() => desk.close())
  await desk.connect(portal)
  const { article } = await desk.approve()
  await desk.push()
  await desk.rest()
  expect(desk.publication(article)?.readBack?.parts.map(({ verdict }) => verdict)).toContain('right')
  const seen: string[] = []
  portal.faults = ({ path }) =>
    path.startsWith('/bai/')
      ? {
          kind: 'edited',
          edit: page => {
            seen.push(page)
            return edit(page)
          },
        }
      : undefined
  value(await desk.publishing.handlers['publishing.readBack']({ article }, desk.operator))
  const categories = [...desk.store.all('portals').values()].flatMap(found => found.categories)
  const parts = desk.publication(article)?.readBack?.parts ?? []
  return { page: seen[0] ?? '', categories, wrong: parts.filter(({ verdict }) => verdict !== 'right') }
}

const section = /(<meta property="article:section" content=")([^"]*)/
const date = /(<meta property="article:published_time" content=")[^"]*/

describe('where readers find an article, and of which date (P6)', () => {
  it('is said in the head of the page, and is nothing to speak of while it is right', async () => {
    const { page, categories, wrong } = await faultsOf(text => text)
    expect(wrong).toEqual([])
    expect(categories.map(({ name }) => name)).toContain(section.exec(page)?.[2])
    expect(page).toMatch(date)
  })

  it.each([
    ['another category of the portal', section, '$1Thông báo', [{ part: 'category', verdict: 'different' }]],
    ['a name no category bears: ours was renamed', section, '$1Tin trong xã', []],
    ['another date', date, '$12020-01-02T03:04:05.000Z', [{ part: 'date', verdict: 'different' }]],
    ['what is no date', date, '$1hôm qua', [{ part: 'date', verdict: 'different' }]],
    ['nothing of its category', section, '<meta name="$2', []],
    ['nothing of its date', date, '<meta name="', []],
  ] as const)('shows %s', async (_name, from, to, wrong) => {
    expect((await faultsOf(page => page.replace(from, to))).wrong).toMatchObject(wrong)
  })
})
