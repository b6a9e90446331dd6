import { describe, expect, it, vi } from 'vitest'
import { nodeFiles } from '#main/store/files/node-files'
import { crashingFiles } from '#tests/support/crashing-files'
import { type Death, dyingConnectors } from '#tests/support/dying-connectors'
import { startFaultPortal } from '#tests/support/fault-portal'
import { manualClock } from '#tests/support/manual-clock'
import { bytesOf, openPublishingDesk } from '#tests/support/publishing-desk'
import { figure } from '#tests/support/sealed-article'

// Real HTTP and real syncs, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 })

const deaths: Death[] = (['before', 'after'] as const).flatMap(when => [
  { call: 'hasBlob', nth: 1, when },
  { call: 'hasBlob', nth: 2, when },
  { call: 'putBlob', nth: 1, when },
  { call: 'putBlob', nth: 2, when },
  { call: 'put', nth: 1, when },
  { call: 'put', nth: 2, when },
  { call: 'reader', nth: 1, when },
  { call: 'reader', nth: 2, when },
])

describe('a crash in the middle of a batch (P3)', () => {
  it.each(deaths)('$when $call no. $nth: nothing stuck, nothing twice', async death => {
    const clock = manualClock()
    const portal = await startFaultPortal(clock.environment)
    let die: () => void = () => {}
    const died = new Promise<void>(resolve => {
      die = resolve
    })
    const { files, crash } = crashingFiles(nodeFiles())
    const desk = await openPublishingDesk({
      clock,
      files,
      connectorFor: dyingConnectors(clock, death, () => die()),
    })
    await desk.connect(portal)
    const articles = []
    for (const name of ['một', 'hai']) {
      const picture = await desk.addBlob(bytesOf(name))
      articles.push(await desk.approve({ headline: `Bài ${name}`, body: [figure(picture)] }))
    }
    await desk.push()
    const bytes = desk.jobs().map(job => job.payload)
    desk.publishing.runner.start()
    await died
    await crash()

    const again = await desk.restart()
    expect(again.jobs().some(job => job.state === 'sending')).toBe(true)
    await again.settle(1)
    expect(again.jobs().map(job => [job.state, job.attempts])).toEqual([
      ['done', 0],
      ['done', 0],
    ])
    expect(again.jobs().map(job => job.payload)).toEqual(bytes)
    const ledger = await portal.ledger()
    expect(ledger.map(line => line.article)).toEqual(articles.map(sealed => sealed.article))
    expect(ledger.map(line => line.sequence)).toEqual([1, 1])
    for (const { article } of articles) {
      expect(again.publication(article)?.readBack?.parts.map(part => part.verdict)).toEqual([
        'right',
        'right',
      ])
    }
    await again.close()
  })

  it('asks about a job that was being sent before it sends anything of it again', async () => {
    const clock = manualClock()
    const portal = await startFaultPortal(clock.environment)
    let die: () => void = () => {}
    const died = new Promise<void>(resolve => {
      die = resolve
    })
    const dying = dyingConnectors(clock, { call: 'put', nth: 1, when: 'after' }, () => die())
    const { files, crash } = crashingFiles(nodeFiles())
    const desk = await openPublishingDesk({ clock, files, connectorFor: dying })
    await desk.connect(portal)
    await desk.approve()
    await desk.push()
    desk.publishing.runner.start()
    await died
    await crash()
    const before = portal.requests.length
    const again = await desk.restart()
    await again.settle(1)
    expect(portal.requests.slice(before).map(({ method }) => method)).toEqual(['GET', 'GET'])
    const history = await again.store.history({ limit: 50 })
    const moves = history.map(({ event }) => event.type).filter(type => type.startsWith('job.'))
    expect(moves.toReversed()).toEqual(['job.sending', 'job.unknown', 'job.done'])
    await again.close()
  })

  it('breaks off on stop, and goes on after the restart', async () => {
    const clock = manualClock()
    const portal = await startFaultPortal(clock.environment)
    const desk = await openPublishingDesk({ clock })
    await desk.connect(portal)
    await desk.approve()
    let reached: () => void = () => {}
    const stuck = new Promise<void>(resolve => {
      reached = resolve
    })
    portal.faults = ({ method, path }) => {
      if (method !== 'PUT' || !path.includes('/publications/')) return undefined
      reached()
      return { kind: 'stuck' }
    }
    await desk.push()
    desk.publishing.runner.start()
    await stuck
    await desk.close()
    expect(desk.jobs()).toMatchObject([{ state: 'unknown', attempts: 0 }])
    portal.faults = () => undefined
    const again = await desk.restart()
    await again.settle(1)
    expect(again.jobs()).toMatchObject([{ state: 'done' }])
    expect(await portal.ledger()).toHaveLength(1)
    await again.close()
  })
})
