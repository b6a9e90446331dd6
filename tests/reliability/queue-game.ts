import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import type { ArticleId } from '#common/domain/ids'
import { nodeFiles } from '#main/store/files/node-files'
import { crashingFiles } from '#tests/support/crashing-files'
import {
  type Fault,
  type FaultPortal,
  type PortalRequest,
  startFaultPortal,
} from '#tests/support/fault-portal'
import { type ManualClock, manualClock } from '#tests/support/manual-clock'
import { seededRandom } from '#tests/support/power-cut-disk'
import {
  bytesOf,
  openPublishingDesk,
  type PublishingDesk,
  quickConnectors,
} from '#tests/support/publishing-desk'
import {
  figure,
  paragraph,
  publishRequestOf,
  type SealedArticle,
  sealArticle,
} from '#tests/support/sealed-article'
import { whenFinished } from '#tests/support/when-finished'

/** What may befall one request. Twenty ways; those of `misfortunes` befall the whole workstation or portal. */
const faults: readonly Fault[] = [
  { kind: 'reset' },
  { kind: 'lost' },
  { kind: 'late' },
  { kind: 'half' },
  { kind: 'twice' },
  { kind: 'html', status: 200 },
  { kind: 'html', status: 302 },
  { kind: 'html', status: 404 },
  { kind: 'html', status: 502 },
  { kind: 'html', status: 511 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, retryAfter: '7' },
  { kind: 'status', status: 429, retryAfter: 'Fri, 20 Nov 2026 03:00:30 GMT' },
  { kind: 'status', status: 401, code: 'unauthorised' },
  { kind: 'status', status: 409, code: 'sequence-behind' },
  { kind: 'status', status: 412, code: 'precondition-failed' },
  { kind: 'status', status: 409, code: 'blob-missing' },
  { kind: 'status', status: 422, code: 'blob-mismatch' },
  { kind: 'lie', about: 'other-article' },
  { kind: 'lie', about: 'other-text' },
]

export const actionsOfAGame = 60

/** What the game itself knows: nothing of it is asked of the newsroom. */
interface Model {
  readonly approved: SealedArticle[]
  /** Bytes of every message by its address: the same key must always carry the same. */
  readonly messages: Map<string, Buffer>
  /** Lives of the portal: what it accepted before it was set back to an empty copy. */
  readonly lives: Awaited<ReturnType<FaultPortal['ledger']>>[]
}

/**
 * Sixty actions of people, machines and misfortunes over a line that fails four times in ten (Q1); rejects when the
 * portal's own ledger, the readers' pages or the bytes on the wire show anything but: each decision once, in order, with
 * the approved text, and nothing left hanging. Resolves to the number of actions.
 */
export async function playQueue(seed: number): Promise<number> {
  const random = seededRandom(seed)
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[Math.floor(random() * from.length)]
    assert(chosen !== undefined)
    return chosen
  }
  const clock = manualClock()
  const portal = await startFaultPortal(clock.environment)
  const bugs: string[] = []
  const noteBug = ({ name, message }: Error) => void bugs.push(`${name}: ${message}`)
  process.on('warning', noteBug)
  whenFinished(() => process.off('warning', noteBug))
  const model: Model = { approved: [], messages: new Map(), lives: [] }
  let guard = crashingFiles(nodeFiles())
  let desk = await openPublishingDesk({ clock, files: guard.files })
  await desk.connect(portal)
  let dieNow: (() => void) | null = null

  const meet = (request: PortalRequest): Fault | undefined => {
    noteMessage(model, request)
    if (dieNow !== null) {
      const die = dieNow
      dieNow = null
      void guard.crash().then(die)
      return { kind: pick(['reset', 'lost'] as const) }
    }
    return random() < 0.4 ? pick(faults) : undefined
  }
  const calm = (request: PortalRequest) => {
    noteMessage(model, request)
    return undefined
  }
  const reopen = async () => {
    guard = crashingFiles(nodeFiles())
    desk = await desk.restart({ files: guard.files, connectorFor: quickConnectors(clock) })
  }
  const act = async (work: () => Promise<unknown>) => {
    // A process that died answers nobody; everything else must not throw.
    await work().catch(error => assert.match(String(error), /dead|store|closed|write/i))
  }
  const somebody = () => (model.approved.length === 0 ? undefined : pick(model.approved).article)

  const actions: readonly (() => Promise<unknown>)[] = [
    async () => {
      const picture = await desk.addBlob(bytesOf(`${seed}.${model.approved.length}`))
      const headline = `Bài ${model.approved.length}`
      model.approved.push(await desk.approve({ headline, body: [figure(picture)] }))
    },
    async () => {
      const article = somebody()
      if (article === undefined) return
      const body = [paragraph(`Bản ${model.approved.length}`)]
      model.approved.push(await desk.approve({ article, body }))
    },
    async () => desk.publishing.handlers['publishing.push']({}, desk.operator),
    async () => desk.publishing.handlers['publishing.push']({}, desk.operator),
    async () => {
      const article = somebody()
      if (article !== undefined) await desk.reopen(article)
    },
    async () => {
      const article = somebody()
      if (article === undefined) return
      await desk.publishing.handlers['publishing.takeDown']({ article, reason: 'thử' }, desk.operator)
    },
    async () => {
      const [job] = desk.jobs().filter(({ state }) => state === 'waiting')
      if (job === undefined) return
      const jobs = [job.id]
      if (random() < 0.5) await desk.publishing.handlers['publishing.first']({ jobs }, desk.operator)
      else await desk.publishing.handlers['publishing.cancel']({ jobs }, desk.operator)
    },
    () => portal.deliverLate(),
    () => desk.settle(0.02),
    () => desk.settle(0.02),
    () => desk.settle(0.1),
    // Misfortunes, and another workstation with the same keys: the program closes, dies in the middle of a request, the line is switched off and on, the portal goes
    // away, the clock jumps, the portal comes back from an empty backup.
    async () => {
      await desk.close()
      await reopen()
    },
    async () => {
      await desk.publishing.handlers['publishing.push']({}, desk.operator)
      const died = new Promise<void>(resolve => {
        dieNow = resolve
      })
      desk.publishing.runner.start()
      desk.publishing.runner.wake()
      await Promise.race([died, setTimeout(300)])
      dieNow = null
      await guard.crash()
      await desk.publishing.runner.stop().catch(() => {})
      await reopen()
    },
    async () => {
      const offline = random() < 0.5
      await desk.publishing.handlers['line.setOffline']({ offline }, desk.operator)
    },
    async () => {
      await portal.down()
      // What the portal had answered before it went away may still cost a try.
      await desk.publishing.runner.stop()
      const before = tries(desk)
      await desk.settle(0.02)
      assert.deepEqual(tries(desk), before, 'being without a line cost a try')
      await portal.up()
    },
    async () => {
      const article = somebody()
      if (article !== undefined) model.approved.push(await publishElsewhere(desk, portal, article))
    },
    async () => jump(clock, random() < 0.5 ? -1 : 1, random()),
    async () => {
      if (random() < 0.7) return
      // Asked beforehand it would miss what the queue, which does not stand still, brings there meanwhile.
      model.lives.push(await portal.forget())
      portal.faults = calm
      await desk.connect(portal)
    },
  ]
  await act(actions[0] as () => Promise<unknown>)
  for (let round = 0; round < actionsOfAGame; round += 1) {
    portal.faults = meet
    await act(pick(actions))
  }
  portal.faults = calm
  await portal.deliverLate()
  await finish(desk, portal)
  await judge(desk, portal, model)
  assert.deepEqual(
    bugs.filter(bug => /^(Range|Type)Error/.test(bug)),
    [],
    'faults of the program itself',
  )
  await desk.close()
  return actionsOfAGame
}

/** Tries a job has spent; those of jobs that are over by now do not matter. */
function tries(desk: PublishingDesk): Map<string, number> {
  return new Map(desk.jobs().map(({ key, attempts }) => [key, attempts]))
}

/** Somebody publishes another approved text of the article past this workstation, under the number that comes next. */
async function publishElsewhere(
  desk: PublishingDesk,
  portal: FaultPortal,
  article: ArticleId,
): Promise<SealedArticle> {
  const text = await sealArticle(desk.reviewer, { article, headline: 'Bản của máy khác' })
  const call = (path: string, init: RequestInit) =>
    portal.portal.fetch(
      new Request(`${portal.url}/api/v1/articles/${article}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${portal.portal.credentials.publishToken}`, ...init.headers },
      }),
    )
  const held = await call('', {})
  const sequence = held.ok ? Number((await held.json()).sequence) : 0
  const condition = { ...(sequence === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${sequence}"` }) }
  const init = { method: 'PUT', headers: condition, body: JSON.stringify(publishRequestOf(text)) }
  await call(`/publications/${sequence + 1}`, init)
  return text
}

/** The line is good again, a new text of everything is approved and pushed, and every refusal is sent once more. */
async function finish(desk: PublishingDesk, portal: FaultPortal): Promise<void> {
  const { handlers } = desk.publishing
  await handlers['line.setOffline']({ offline: false }, desk.operator)
  await desk.connect(portal)
  for (let round = 0; round < 3; round += 1) {
    await desk.settle(48)
    for (const job of desk.jobs().filter(({ state }) => state === 'refused')) {
      await handlers['publishing.retry']({ job: job.id }, desk.operator)
    }
  }
  await desk.settle(48)
}

async function judge(desk: PublishingDesk, portal: FaultPortal, model: Model): Promise<void> {
  const known = new Set(model.approved.map(text => `${text.article} ${text.revisionHash} ${text.htmlHash}`))
  const lives = [...model.lives, await portal.ledger()]
  for (const life of lives) {
    const newest = new Map<string, number>()
    for (const { article, sequence, revision, html } of life) {
      assert(
        sequence > (newest.get(article) ?? 0),
        `${article}: ${sequence} landed after ${newest.get(article)}`,
      )
      newest.set(article, sequence)
      if (revision !== null) assert(known.has(`${article} ${revision} ${html}`), 'a text nobody approved')
    }
  }
  const hanging = desk.jobs().filter(({ state }) => !['done', 'superseded', 'cancelled'].includes(state))
  assert.deepEqual(hanging, [], 'jobs that nothing moves any more')
  const accepted = new Set(
    lives.flat().map(({ article, sequence, revision }) => `${article}.${sequence} ${revision}`),
  )
  for (const job of desk.jobs().filter(({ state }) => state === 'done')) {
    assert(
      accepted.has(`${job.article}.${job.sequence} ${job.revision}`),
      `${job.key} is called done, and the portal never had it`,
    )
    assert(job.readBack !== null && job.readBack.parts.length > 0, `${job.key} is done without a look`)
  }
  await pushAllAnew(desk, portal, model)
}

/** Whatever happened before: what is approved and pushed now stands on the portal, once, and readers see it. */
async function pushAllAnew(desk: PublishingDesk, portal: FaultPortal, model: Model): Promise<void> {
  const articles = [...new Set(model.approved.map(({ article }) => article))]
  const wanted = new Map<ArticleId, string>()
  for (const article of articles) {
    const text = await desk.approve({ article, body: [paragraph(`Bản cuối của ${article}`)] })
    wanted.set(article, text.revisionHash)
  }
  const before = (await portal.ledger()).length
  await desk.push(...articles)
  await desk.settle(48)
  const after = (await portal.ledger()).slice(before)
  const shown = new Map(after.map(({ article, revision }) => [article, revision]))
  assert.deepEqual(
    after.map(({ article }) => article).sort(),
    [...articles].sort(),
    'each approved text goes to the portal exactly once',
  )
  for (const article of articles) {
    assert.equal(shown.get(article), wanted.get(article))
    const publication = desk.publication(article)
    assert.equal(publication?.state, 'live')
    assert(
      publication.readBack?.parts.every(({ verdict }) => verdict === 'right'),
      'readers see it',
    )
  }
}

function noteMessage({ messages }: Model, { method, path, body }: PortalRequest): void {
  if (method !== 'PUT' || !path.includes('/publications/')) return
  const before = messages.get(path)
  assert(before === undefined || before.equals(body), `other bytes under the key ${path}`)
  messages.set(path, body)
}

function jump(clock: ManualClock, direction: 1 | -1, share: number): void {
  clock.advance(direction * Math.round(share * 48 * 3_600_000))
}
