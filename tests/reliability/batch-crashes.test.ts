import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import { crashingFiles } from '#tests/support/crashing-files'
import { connectorCalls, type Death, dyingConnectors } from '#tests/support/dying-connectors'
import { startFaultPortal } from '#tests/support/fault-portal'
import { manualClock } from '#tests/support/manual-clock'
import { seededRandom } from '#tests/support/power-cut-disk'
import { bytesOf, openPublishingDesk, type PublishingDesk } from '#tests/support/publishing-desk'
import { figure, type SealedArticle } from '#tests/support/sealed-article'
import { barTimeoutMs, planOf, runBar } from './bars'

const articlesOfABatch = 4
const crashesOfABatch = 5

/** Works until the workstation dies in a call to the portal or everything is done. Whether it died. */
async function workUntilDeath(desk: PublishingDesk, isDead: () => boolean): Promise<boolean> {
  const { clock, publishing } = desk
  publishing.runner.start()
  publishing.runner.wake()
  while (!isDead()) {
    await setImmediate()
    const waitMs = clock.untilNext()
    if (waitMs === null) continue
    if (desk.jobs().every(job => job.state === 'done')) return false
    clock.advance(Math.max(1, waitMs))
  }
  return true
}

/** Q2: a batch whose workstation dies again and again in the middle. Returns the number of crashes. */
async function crashThroughBatch(seed: number): Promise<number> {
  const random = seededRandom(seed)
  const clock = manualClock()
  const portal = await startFaultPortal(clock.environment)

  /** What the next life of the workstation is opened with, and how it will end. */
  const nextLife = () => {
    const death: Death = {
      call: connectorCalls[Math.floor(random() * connectorCalls.length)] ?? 'put',
      nth: 1 + Math.floor(random() * 3),
      when: random() < 0.5 ? 'before' : 'after',
    }
    let dead = false
    const { files, crash } = crashingFiles(nodeFiles())
    const connectorFor = dyingConnectors(clock, death, () => {
      dead = true
    })
    return { options: { clock, files, connectorFor }, isDead: () => dead, crash }
  }

  let life = nextLife()
  let desk = await openPublishingDesk(life.options)
  await desk.connect(portal)
  const approved: SealedArticle[] = []
  for (let n = 0; n < articlesOfABatch; n++) {
    const picture = await desk.addBlob(bytesOf(`${seed}.${n}`))
    approved.push(await desk.approve({ headline: `Bài ${n}`, body: [figure(picture)] }))
  }
  await desk.push()
  const payloads = desk.jobs().map(job => job.payload)

  let crashes = 0
  while (crashes < crashesOfABatch && (await workUntilDeath(desk, life.isDead))) {
    await life.crash()
    crashes++
    life = nextLife()
    desk = await desk.restart(crashes < crashesOfABatch ? life.options : {})
  }
  await desk.settle(1)

  expect(desk.jobs().map(job => [job.state, job.payload])).toEqual(payloads.map(payload => ['done', payload]))
  // Of one article the order is promised; one whose try broke off may be passed by another (P3).
  const ledger = await portal.ledger()
  expect(
    ledger.map(({ article, sequence, revision }) => `${article} ${sequence} ${revision}`).sort(),
  ).toEqual(approved.map(({ article, revisionHash }) => `${article} 1 ${revisionHash}`).sort())
  for (const { article } of approved)
    expect(desk.publication(article)?.readBack?.parts.map(part => part.verdict)).toEqual(['right', 'right'])
  await desk.close()
  return crashes
}

describe('Q2 a workstation that dies in the middle of a batch', () => {
  it(
    'puts every text out exactly once, as it was approved, and leaves nothing hanging',
    {
      timeout: barTimeoutMs,
    },
    () => runBar('Q2', planOf('Q2'), crashThroughBatch),
  )
})
