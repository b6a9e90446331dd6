import { describe, expect, it, vi } from 'vitest'
import { type Fault, startFaultPortal } from '#tests/support/fault-portal'
import { manualClock } from '#tests/support/manual-clock'
import { bytesOf, openPublishingDesk } from '#tests/support/publishing-desk'
import { figure, paragraph, type SealedArticle } from '#tests/support/sealed-article'

// Real HTTP and real syncs, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 })

/** Mulberry32: the same seed plays the same game, so that a red one can be played again. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const faults: readonly Fault[] = [
  { kind: 'reset' },
  { kind: 'lost' },
  { kind: 'late' },
  { kind: 'half' },
  { kind: 'twice' },
  { kind: 'html', status: 200 },
  { kind: 'html', status: 302 },
  { kind: 'html', status: 502 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, retryAfter: '7' },
]

const rounds = 60

describe('sixty random actions through a line that fails four times in ten (Q1 in small)', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'seed %i: each decision at most once and in order, nothing unapproved',
    async seed => {
      const chance = random(seed)
      const pick = <T>(from: readonly T[]): T => {
        const chosen = from[Math.floor(chance() * from.length)]
        if (chosen === undefined) throw new Error('nothing to pick from')
        return chosen
      }
      const clock = manualClock()
      const portal = await startFaultPortal(clock.environment)
      let desk = await openPublishingDesk({ clock })
      await desk.connect(portal)
      const faulty = () => (chance() < 0.4 ? pick(faults) : undefined)
      const approved: SealedArticle[] = []

      const actions: readonly (() => Promise<unknown>)[] = [
        async () => {
          const picture = await desk.addBlob(bytesOf(`${seed}.${approved.length}`))
          approved.push(await desk.approve({ headline: `Bài ${approved.length}`, body: [figure(picture)] }))
        },
        async () => {
          if (approved.length === 0) return
          const { article } = pick(approved)
          approved.push(await desk.approve({ article, body: [paragraph(`Bản ${approved.length}`)] }))
        },
        () => Promise.resolve(desk.publishing.handlers['publishing.push']({}, desk.operator)),
        async () => {
          if (approved.length > 0) await desk.reopen(pick(approved).article)
        },
        async () => {
          if (approved.length === 0) return
          const { article } = pick(approved)
          await desk.publishing.handlers['publishing.takeDown']({ article, reason: 'thử' }, desk.operator)
        },
        () => portal.deliverLate(),
        async () => {
          await desk.close()
          desk = await desk.restart()
        },
        () => desk.settle(0.02),
        () => desk.settle(0.02),
      ]
      await actions[0]?.()
      await desk.push()
      for (let round = 0; round < rounds; round += 1) {
        portal.faults = faulty
        await pick(actions)()
      }
      portal.faults = () => undefined
      await portal.deliverLate()
      for (const job of desk.jobs().filter(job => job.state === 'refused')) {
        await desk.publishing.handlers['publishing.retry']({ job: job.id }, desk.operator)
      }
      await desk.settle(48)

      const ledger = await portal.ledger()
      const known = new Set(
        approved.map(sealed => `${sealed.article} ${sealed.revisionHash} ${sealed.htmlHash}`),
      )
      const newest = new Map<string, number>()
      for (const { article, sequence, revision, html } of ledger) {
        expect(sequence).toBeGreaterThan(newest.get(article) ?? 0)
        newest.set(article, sequence)
        if (revision !== null) expect(known).toContain(`${article} ${revision} ${html}`)
      }
      expect(ledger.length).toBeGreaterThan(0)
      expect(desk.jobs().filter(job => !['done', 'superseded', 'cancelled'].includes(job.state))).toEqual([])
      // What we say the portal confirmed is what it did; every job called done is in its ledger.
      const accepted = new Set(ledger.map(({ article, sequence }) => `${article}.${sequence}`))
      for (const job of desk.jobs().filter(job => job.state === 'done')) {
        expect(accepted).toContain(`${job.article}.${job.sequence}`)
      }
      // A fault may have spoiled what a reader got; over a good line every page that stands is as it was approved.
      for (const { article } of approved) {
        const publication = desk.publication(article)
        if (publication === undefined || publication.confirmedSequence !== newest.get(article)) continue
        await desk.publishing.handlers['publishing.readBack']({ article }, desk.operator)
        const verdicts = desk.publication(article)?.readBack?.parts.map(part => part.verdict)
        expect(new Set(verdicts)).toEqual(new Set(['right']))
      }
      await desk.close()
    },
  )
})
