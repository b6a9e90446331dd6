import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '#common/domain/ids'
import { article, p } from '#tests/support/documents'
import { type Fault, startFaultPortal } from '#tests/support/fault-portal'
import { manualClock } from '#tests/support/manual-clock'
import { aNewsroom, type TestNewsroom } from '#tests/support/newsroom'
import { type Random, seededRandom } from '#tests/support/power-cut-disk'
import { openPublishingDesk } from '#tests/support/publishing-desk'
import { paragraph, type SealedArticle } from '#tests/support/sealed-article'
import { barTimeoutMs, planOf, runBar } from './bars'

const jumpsMs = [1, 60, 3_600, 86_400, 31 * 86_400, 365 * 86_400, 3_650 * 86_400].flatMap(seconds => [
  seconds * 1_000,
  -seconds * 1_000,
])

function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

const actionsPerNewsroom = 30
const headlines = ['một', 'hai', 'ba']

/** Plays the same actions whatever the clock says, and tells what people saw, in an order and with names of its own. */
async function playNewsroom(seed: number, jump: (random: Random) => number): Promise<readonly string[]> {
  const random = seededRandom(seed)
  const clockRandom = seededRandom(seed + 1)
  let aheadMs = 0
  const room = await aNewsroom({
    now: () => Date.now() + aheadMs,
    randomBytes: length => randomBytes(length),
  })
  const seen: string[] = []
  const articles: ArticleId[] = []
  const nameOf = (id: ArticleId) => headlines[articles.indexOf(id)] ?? '?'
  for (const headline of headlines) {
    const document = article({ headline, lead: 'Sapo' }, p('Nội dung'))
    articles.push((await room.ask('lan', 'articles.create', { kind: 'news', document })).article.id)
  }
  for (let action = 0; action < actionsPerNewsroom; action++) {
    aheadMs += jump(clockRandom)
    const on = { article: pick(random, articles) }
    seen.push(`${nameOf(on.article)}: ${await act(room, random, on, action)}`)
    const { rows } = await room.ask('hoa', 'articles.list', {})
    seen.push(rows.map(({ id, stage }) => `${nameOf(id)} ${stage}`).join(', '))
  }
  const { entries } = await room.ask('tri', 'audit.list', { limit: 500 })
  const sequences = entries.map(entry => entry.sequence)
  expect(sequences).toEqual([...sequences].sort((a, b) => b - a))
  seen.push(entries.map(entry => entry.type).join(' '))
  await room.close()
  return seen
}

type Act = (room: TestNewsroom, on: { readonly article: ArticleId }, nth: number) => Promise<unknown>

const acts: Readonly<Record<string, Act>> = {
  submit: (room, on) => room.ask('lan', 'articles.submit', on),
  'submit at last': (room, on) => room.ask('lan', 'articles.submit', on),
  withdraw: (room, on) => room.ask('lan', 'articles.withdraw', on),
  claim: (room, on) => room.ask('hoa', 'review.claim', on),
  'claim too': (room, on) => room.ask('mai', 'review.claim', on),
  release: (room, on) => room.ask('hoa', 'review.release', on),
  approve: async (room, on) => {
    const { article: card } = await room.ask('hoa', 'articles.read', on)
    if (card.revision === null) throw new Error('no revision')
    return room.ask('hoa', 'review.approve', { ...on, revision: card.revision })
  },
  reopen: (room, on) => room.ask('lan', 'articles.reopen', on),
  type: async (room, on, nth) => {
    const document = article({ headline: 'khác', lead: `Sapo ${nth}` }, p('Nội dung'))
    return room.ask('lan', 'drafts.replace', { ...on, document })
  },
}

async function act(
  room: TestNewsroom,
  random: Random,
  on: { readonly article: ArticleId },
  nth: number,
): Promise<string> {
  const [name, work] = pick(random, Object.entries(acts))
  try {
    await work(room, on, nth)
    return name
  } catch (error) {
    // A refusal is named by its code; its parameters hold ids and times.
    return `${name} refused, ${error instanceof Error ? error.message.split(' ')[1] : ''}`
  }
}

const lineFaults: readonly Fault[] = [
  { kind: 'reset' },
  { kind: 'lost' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, retryAfter: '7' },
]

const actionsPerDesk = 20

/** Pushes over a bad line while the clock on the wall jumps; afterwards everything approved is out, once, in order. */
async function publishUnderJumps(seed: number): Promise<number> {
  const random = seededRandom(seed)
  const clock = manualClock()
  const portal = await startFaultPortal(clock.environment)
  const desk = await openPublishingDesk({ clock })
  await desk.connect(portal)
  const approved = new Map<ArticleId, SealedArticle>()
  const approve = async (): Promise<void> => {
    const known = [...approved.keys()]
    const again = known.length > 0 && random() < 0.5 ? pick(random, known) : undefined
    const sealed = await desk.approve({
      ...(again === undefined ? {} : { article: again }),
      headline: `Bài ${random()}`,
      body: [paragraph('Nội dung')],
    })
    approved.set(sealed.article, sealed)
    // What is on its way already is left in its order; whatever cannot be queued now is pushed at the end.
    await desk.publishing.handlers['publishing.push']({}, desk.operator)
  }
  for (let action = 0; action < actionsPerDesk; action++) {
    clock.jump(pick(random, jumpsMs))
    portal.faults = () => (random() < 0.3 ? pick(random, lineFaults) : undefined)
    if (random() < 0.4) await approve()
    else await desk.settle(0.02)
  }
  portal.faults = () => undefined
  // Somebody notices, and sets the clock right.
  clock.jump(Date.UTC(2026, 10, 21) - clock.environment.now())
  await desk.settle(48)
  await desk.publishing.handlers['publishing.push']({}, desk.operator)
  await desk.settle(48)

  const ledger = await portal.ledger()
  const newest = new Map<string, { sequence: number; revision: string | null }>()
  for (const { article: id, sequence, revision } of ledger) {
    expect(sequence, `order of ${id}`).toBeGreaterThan(newest.get(id)?.sequence ?? 0)
    newest.set(id, { sequence, revision })
  }
  const waiting = desk.jobs().filter(job => !['done', 'superseded', 'cancelled'].includes(job.state))
  expect(waiting, 'jobs that never left').toEqual([])
  for (const [id, sealed] of approved)
    expect(newest.get(id)?.revision, `text of ${id}`).toBe(sealed.revisionHash)
  await desk.close()
  return actionsPerDesk
}

describe('R6 a clock that jumps by seconds and by years', () => {
  it('changes neither who may do what nor any order in the newsroom', { timeout: barTimeoutMs }, () =>
    runBar(
      'R6',
      planOf('R6'),
      async seed => {
        const steady = await playNewsroom(seed, () => 0)
        const jumping = await playNewsroom(seed, random => pick(random, jumpsMs))
        expect(jumping).toEqual(steady)
        return actionsPerNewsroom
      },
      ' newsroom',
    ),
  )

  it('neither keeps a text from its readers nor shows it twice', { timeout: barTimeoutMs }, () =>
    runBar('R6', planOf('R6'), publishUnderJumps, ' publishing'),
  )
})
