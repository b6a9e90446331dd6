import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type Browser, chromium } from '@playwright/test'
import { startHost } from '../../../main/launch/demo/host.mjs'
import { browserFlags, ensureBrowser } from '../../support/browser.mjs'
import type { Measure, Section } from '../section'
import { interleaved, median, medianRatio } from '../statistics'

const few = 10

export const start: Section = {
  name: 'start',
  about: 'the browser host from the start of its process to a desk that shows its articles, person chosen',
  async run(context) {
    const program = join(process.cwd(), 'out/main/browser.js')
    if (!existsSync(program)) return { measures: [], skipped: ['nothing is built: run npm run build first'] }
    const most = context.sizes.at(-1) ?? few
    const subjects = await Promise.all(
      [few, most].map(async articles => ({
        articles,
        workspace: await context.workspace(articles),
        host: [] as number[],
        desk: [] as number[],
      })),
    )
    const browser = await chromium.launch({
      executablePath: await ensureBrowser(context.say),
      args: browserFlags,
    })
    try {
      // The first round warms what the operating system keeps of the files.
      await interleaved(context.quick ? 2 : 8, subjects, async (subject, round) => {
        const { hostMs, deskMs } = await startOnce(browser, program, subject.workspace)
        if (round === 0) return
        subject.host.push(hostMs)
        subject.desk.push(deskMs)
      })
    } finally {
      await browser.close()
    }
    const [small, large] = subjects
    if (small === undefined || large === undefined) throw new Error('two sizes are measured')
    const at = most.toLocaleString('en-US')
    const measures: readonly Measure[] = [
      {
        what: `start to desk at ${at}`,
        value: median(large.desk),
        unit: 'ms',
        bar: { atMost: 1_500 },
        detail: `of it until the host answers ${median(large.host).toFixed(0)} ms`,
      },
      {
        what: `start to desk at ${at} of the same at ${few}`,
        value: medianRatio(large.desk, small.desk),
        unit: '×',
        bar: { atMost: 1.3 },
        detail: `${median(small.desk).toFixed(0)} ms at ${few}`,
      },
    ]
    return { measures }
  },
}

async function startOnce(
  browser: Browser,
  program: string,
  workspace: string,
): Promise<{ readonly hostMs: number; readonly deskMs: number }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  const before = performance.now()
  const host = await startHost(program, workspace)
  try {
    const hostMs = performance.now() - before
    await page.goto(host.workstation)
    await page.getByRole('button', { name: /^Vào thẳng/ }).click()
    await page.getByRole('row').nth(1).waitFor()
    return { hostMs, deskMs: performance.now() - before }
  } finally {
    await page.context().close()
    await host.kill('SIGTERM')
  }
}
