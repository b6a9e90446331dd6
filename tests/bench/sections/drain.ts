import type { DrainClientDriver } from '../drivers/drain-client'
import type { DrainPortalDriver } from '../drivers/drain-portal'
import type { Section } from '../section'

const steps = 10
/** What the province's offices sent in nine months, and how long that may take. */
const full = { documents: 617_936, seconds: 600 }
const sampled = 200

export const drain: Section = {
  name: 'drain',
  about: 'sealed documents through the embedded portal’s API: verified, durable, in readers’ lists',
  async run(context) {
    const count = context.quick ? 2_000 : (context.count ?? 20_000)
    const portal = await context.drive<DrainPortalDriver>('drain-portal', {
      arguments: [await context.folder()],
      nodeOptions: ['--expose-gc'],
    })
    const { url, publishToken, adminToken } = await portal.ask('open', undefined as never)
    const client = await context.drive<DrainClientDriver>('drain-client', {
      arguments: [url, publishToken, adminToken],
    })
    await client.ask('enter', undefined as never)
    const rows: (string | number)[][] = []
    const costs: number[] = []
    let before = await portal.ask('usage', undefined as never)
    const empty = before
    let totalMs = 0
    for (let step = 0; step < steps; step++) {
      const [from, to] = [Math.round((count * step) / steps), Math.round((count * (step + 1)) / steps)]
      const { ms, cpuMs } = await client.ask('send', { from, to })
      const after = await portal.ask('usage', undefined as never)
      totalMs += ms
      const cost = (after.cpuMs - before.cpuMs) / (to - from)
      costs.push(cost)
      const perSecond = ((to - from) * 1_000) / ms
      rows.push(
        [to, perSecond, cost, cpuMs / (to - from), after.rssMb, after.heapMb].map(value =>
          Number(value.toFixed(value < 10 ? 3 : 0)),
        ),
      )
      context.say(`drain: ${to} of ${count}, ${perSecond.toFixed(0)} a second`)
      before = after
    }
    const every = Math.max(1, Math.floor(count / sampled))
    const numbers = Array.from({ length: Math.min(sampled, count) }, (_, index) => index * every)
    const missing = await client.ask('missing', numbers)
    await client.end()
    await portal.ask('close', undefined as never)
    await portal.end()
    const last = costs.at(-1) ?? Number.NaN
    return {
      measures: [
        {
          what: `${count.toLocaleString('en-US')} documents accepted`,
          value: totalMs / 1_000,
          unit: 's',
          bar: { atMost: (full.seconds * count) / full.documents },
          detail: `${((count * 1_000) / totalMs).toFixed(0)} a second; 617,936 may take 600 s`,
        },
        {
          what: 'processor time of a document, last tenth beside the second',
          value: last / (costs[1] ?? Number.NaN),
          unit: '×',
          bar: { atMost: 1.25 },
          detail: `${last.toFixed(2)} ms of the portal's`,
        },
        {
          what: 'heap the portal keeps of a document',
          value: ((before.heapMb - empty.heapMb) * 1_024) / count,
          unit: 'KB',
          bar: { atMost: 0.5 },
          detail: `${before.heapMb.toFixed(0)} MB in all, resident ${before.rssMb.toFixed(0)} MB`,
        },
        {
          what: `of ${numbers.length} sampled, not there for a reader byte for byte`,
          value: missing,
          unit: 'documents',
          bar: { atMost: 0 },
        },
      ],
      tables: [
        {
          title: 'every tenth',
          columns: ['documents', 'a second', 'portal ms', 'client ms', 'resident MB', 'heap MB'],
          rows,
        },
      ],
    }
  },
}
