import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { blobsOf } from '#common/document/revision-body'
import type { Chip } from '#common/domain/chip'
import { blobHash } from '#common/domain/ids'
import type { Session } from '#main/core/capability'
import { hostEnvironment } from '#main/hosts/workstation/host-environment'
import { openWorkspace } from '#main/hosts/workstation/open-workspace'
import type { Ask } from '#main/sample/ask'
import { createSample } from '#main/sample/create-sample'
import { finishSample, pushSample } from '#main/sample/publish-sample'
import { readSample } from '#main/sample/read-sample'
import type { SamplePlan, SampleStory } from '#main/sample/sample-plan'
import { nodeFiles } from '#main/store/files/node-files'
import { startFaultPortal } from '#tests/support/fault-portal'
import { clientOf } from '#tests/support/newsroom'
import { temporaryWorkspace } from '#tests/support/temporary-workspace'

let plan: SamplePlan

beforeAll(async () => {
  plan = await readSample(nodeFiles(), 'resources/sample', Date.now())
})

/** The plan with the articles whose names begin so, and their pictures and files. */
function only(...starts: readonly string[]): SamplePlan {
  const articles = plan.articles.filter(({ name }) => starts.some(start => name.startsWith(start)))
  const shown = new Set(articles.flatMap(({ texts }) => blobsOf(texts.later)).map(({ hash }) => hash))
  return { ...plan, articles, media: new Map([...plan.media].filter(([, { hash }]) => shown.has(hash))) }
}

/** An empty newsroom with the sample's people and a portal that nothing was sent to. */
async function aSampleNewsroom() {
  const portal = await startFaultPortal(hostEnvironment)
  const opened = await openWorkspace({
    directory: await temporaryWorkspace(),
    files: nodeFiles(),
    environment: hostEnvironment,
    host: 'command-line',
    demo: true,
  })
  if (opened.kind === 'busy') throw new Error('busy')
  const { newsroom, close } = opened.workspace
  onTestFinished(close)
  await newsroom.setUpSample(plan.organisation, plan.accounts)
  const ask: Ask = async (as, name, input) => {
    const session: Session = { account: null }
    await newsroom.ask('session.signIn', { signInName: as }, session)
    const answer = await clientOf(newsroom, session).ask(name, input)
    if (!answer.ok) throw new Error(`${name} as ${as}: ${JSON.stringify(answer.problem)}`)
    return answer.value
  }
  const connect = () =>
    ask('thang', 'portals.connect', { url: portal.url, name: 'Cổng thử', ...portal.portal.credentials })
  const create = (made = plan) =>
    createSample(ask, made, ({ fileName, bytes }) =>
      ask('tuan', 'media.add', { fileName, base64: Buffer.from(bytes).toString('base64') }),
    )
  const chips = async () => {
    const { rows } = await ask('binh', 'articles.list', { limit: 500 })
    return new Map(rows.map(row => [row.headline, row.chip]))
  }
  const drain = () => ask('tuan', 'publishing.drain', { timeoutMs: 60_000 })
  return { ask, portal, connect, create, chips, drain }
}

/** What the desk shows of a story, after each of the three steps. */
const expected: Record<SampleStory['stage'], readonly [created: Chip, pushed: Chip, finished: Chip]> = {
  draft: ['draft', 'draft', 'draft'],
  submitted: ['submitted', 'submitted', 'submitted'],
  'in-review': ['in-review', 'in-review', 'in-review'],
  returned: ['returned', 'returned', 'returned'],
  approved: ['approved', 'approved', 'approved'],
  scheduled: ['approved', 'scheduled', 'scheduled'],
  live: ['approved', 'live', 'live'],
  corrected: ['approved', 'live', 'corrected'],
  revised: ['approved', 'live', 'submitted'],
  'taken-down': ['approved', 'live', 'taken-down'],
  expired: ['approved', 'live', 'expired'],
  spiked: ['spiked', 'spiked', 'spiked'],
}

function stories(step: 0 | 1 | 2): ReadonlyMap<string, Chip> {
  return new Map(
    plan.articles.map(({ texts, story }) => [texts.first.child(0).textContent, expected[story.stage][step]]),
  )
}

describe('the sample', () => {
  test('comes into being by the newsroom’s own operations, stage by stage, and readers see it', async () => {
    const { ask, portal, connect, create, chips, drain } = await aSampleNewsroom()
    const created = await create()
    expect(await chips()).toEqual(stories(0))

    await connect()
    await pushSample(ask, plan, created)
    await drain()
    expect(await chips()).toEqual(stories(1))

    await finishSample(ask, plan, created)
    await drain()
    expect(await chips()).toEqual(stories(2))

    const readers = await Promise.all(
      created.articles.map(async ({ id, plan: { name, story } }) => {
        const { publications } = await ask('binh', 'articles.read', { article: id })
        const url = publications[0]?.url ?? null
        return { name, stage: story.stage, status: url === null ? null : (await fetch(url)).status }
      }),
    )
    for (const { name, stage, status } of readers) {
      const [, pushed] = expected[stage]
      const gone = stage === 'taken-down' || stage === 'expired'
      if (gone) expect([name, [null, 410].includes(status)]).toEqual([name, true])
      else expect([name, status]).toEqual([name, pushed === 'live' ? 200 : null])
    }
    const decisions = (await portal.ledger()).map(({ decision }) => decision)
    expect(decisions.filter(decision => decision === 'correct')).toHaveLength(1)
    expect(decisions.filter(decision => decision === 'take-down')).toHaveLength(1)
    expect(decisions.filter(decision => decision === 'expire')).toHaveLength(1)
  }, 60_000)

  test('keeps the reason of a return, and shows the reviewer what changed since', async () => {
    const { ask, create } = await aSampleNewsroom()
    const { articles } = await create(only('21-', '23-'))
    const [mended, sentBack] = articles.map(({ id }) => id)
    if (mended === undefined || sentBack === undefined) throw new Error('no such articles')
    const returned = await ask('dung', 'articles.read', { article: sentBack })
    expect(returned.article.returned).toMatchObject({ reason: 'picture' })
    const { comparison } = await ask('binh', 'review.read', { article: mended })
    const added = comparison.blocks
      .flatMap(block => (block.kind === 'text' ? block.runs : []))
      .filter(({ change }) => change === 'added')
    expect(comparison.base).toBe('previous')
    expect(added.map(({ text }) => text).join(' ')).toContain('nhà hảo tâm')
  }, 60_000)

  test('names every picture and file by what the newsroom stored, with its size', async () => {
    const { ask, create } = await aSampleNewsroom()
    const { articles } = await create(only('07-', '09-'))
    const blocks: Block[] = []
    for (const { id } of articles) {
      const { document } = await ask('binh', 'drafts.open', { article: id })
      blocks.push(...blocksOf(document))
    }
    const [figure] = blocks.filter(({ type }) => type === 'figure')
    const { width, height } = await ask('binh', 'media.find', { hash: blobHash.parse(figure?.attrs.image) })
    expect(figure?.attrs).toMatchObject({ width, height })
    const attachments = blocks.filter(({ type }) => type === 'attachment')
    expect(attachments).toHaveLength(2)
    for (const { attrs } of attachments) {
      const { mediaType, sizeBytes } = await ask('binh', 'media.find', { hash: blobHash.parse(attrs.file) })
      expect(attrs).toMatchObject({ mediaType, sizeBytes })
    }
  }, 60_000)

  test('stops at the first refusal and says whose step it was', async () => {
    const { ask, create } = await aSampleNewsroom()
    const created = await create(only('17-'))
    await expect(pushSample(ask, plan, created)).rejects.toThrow('publishing.push as mai')
  }, 60_000)
})

interface Block {
  readonly type: string
  readonly attrs: Readonly<Record<string, unknown>>
}

function blocksOf(document: Readonly<Record<string, unknown>>): readonly Block[] {
  return document.content as readonly Block[]
}
