import { nodeFlags } from '../../../main/launch/node-flags.mjs'
import type { NewsroomDriver } from '../drivers/newsroom'
import type { OpenStoreDriver } from '../drivers/open-store'
import type { BenchContext, Measure, Section } from '../section'
import { median } from '../statistics'

/** Memory of main that quality asks for, by number of articles. */
const memoryBars = new Map([
  [10_000, 150],
  [100_000, 400],
])

export const open: Section = {
  name: 'open',
  about: 'opening a workspace: first list, whole store, memory, stalls of the main thread',
  async run(context) {
    const measures: Measure[] = []
    for (const articles of context.sizes) measures.push(...(await measure(context, articles)))
    return { measures }
  },
}

async function measure(context: BenchContext, articles: number): Promise<readonly Measure[]> {
  const directory = await context.workspace(articles)
  const openings: Awaited<ReturnType<NewsroomDriver['open']>>[] = []
  let memory = { rssMb: 0, heapMb: 0 }
  for (let round = 0; round < (context.quick ? 2 : 9); round++) {
    const driver = await context.drive<NewsroomDriver>('newsroom', {
      arguments: [directory],
      nodeOptions: ['--expose-gc', ...nodeFlags],
    })
    openings.push(await driver.ask('open', undefined as never))
    memory = await driver.ask('memory', undefined as never)
    await driver.ask('close', undefined as never)
    await driver.end()
  }
  const alone: Awaited<ReturnType<OpenStoreDriver['open']>>[] = []
  for (let round = 0; round < (context.quick ? 2 : 9); round++) {
    const driver = await context.drive<OpenStoreDriver>('open-store', { arguments: [directory] })
    alone.push(await driver.ask('open', undefined as never))
    await driver.end()
  }
  const driver = await context.drive<NewsroomDriver>('newsroom', { arguments: [directory] })
  await driver.ask('open', undefined as never)
  const checkpoint = await driver.ask('checkpoint', 200)
  await driver.ask('close', undefined as never)
  await driver.end()
  const at = `at ${articles.toLocaleString('en-US')}`
  const p50 = (of: (opening: (typeof openings)[number]) => number): number => median(openings.map(of))
  const memoryBar = memoryBars.get(articles)
  return [
    {
      what: `store open to newest list ${at}`,
      value: median(alone.map(({ ms }) => ms)),
      unit: 'ms',
      bar: { atMost: 20 },
      detail: `${median(alone.map(({ cpuMs }) => cpuMs)).toFixed(1)} ms of processor time; the store alone, its lock held`,
    },
    {
      what: `newsroom open to newest list ${at}`,
      value: p50(({ openMs, listMs }) => openMs + listMs),
      unit: 'ms',
      detail: `${p50(({ cpuMs }) => cpuMs).toFixed(1)} ms of processor time; of it the list ${p50(({ listMs }) => listMs).toFixed(1)} ms`,
    },
    { what: `everything read ${at}`, value: p50(({ loadedMs }) => loadedMs), unit: 'ms' },
    {
      what: `longest stall while reading ${at}`,
      value: p50(({ gap }) => gap.ms),
      unit: 'ms',
      bar: { atMost: 50 },
      detail: `${p50(({ gap }) => gap.cpuMs).toFixed(1)} ms of processor time`,
    },
    {
      what: `longest stall in a checkpoint ${at}`,
      value: checkpoint.gap.ms,
      unit: 'ms',
      bar: { atMost: 50 },
      detail: `of it ${checkpoint.gap.ownMs.toFixed(1)} ms this process; busiest turn ${checkpoint.gap.cpuMs.toFixed(1)} ms of processor time; 200 articles changed, ${checkpoint.ms.toFixed(0)} ms in all`,
    },
    {
      what: `memory of main ${at}`,
      value: memory.rssMb,
      unit: 'MB',
      ...(memoryBar === undefined ? {} : { bar: { atMost: memoryBar } }),
      detail: `resident; heap ${memory.heapMb.toFixed(0)} MB`,
    },
  ]
}
