import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { startHost } from '../../../main/launch/demo/host.mjs'
import { browserFlags, ensureBrowser } from '../../support/browser.mjs'
import { seeded } from '../generated/random'
import { paragraphOf } from '../generated/vietnamese-text'
import { type KeyCost, timeKeys, watchKeys } from '../key-page'
import type { Measure, Section } from '../section'
import { interleaved, median, medianRatio, percentile } from '../statistics'

type Json = Readonly<Record<string, unknown>>
const built = (file: string): string => join(process.cwd(), 'out/main', file)
const typed = 'nguoi dan dong tinh '
/** From a letter to the next key. */
const pauseMs = 80
const paragraphs = 62

export const key: Section = {
  name: 'key',
  about: 'a key in a 5,000-word article with a table and ten pictures, from the press until it is laid out',
  async run(context) {
    if (!existsSync(built('browser.js'))) {
      return { measures: [], skipped: ['nothing is built: run npm run build first'] }
    }
    const workspace = join(await context.folder(), 'workspace')
    const host = await startHost(built('browser.js'), workspace)
    const browser = await chromium.launch({
      executablePath: await ensureBrowser(context.say),
      args: browserFlags,
    })
    try {
      const ours = await openOurs(browser, host.workstation, workspace)
      const renderer = await busiestRenderer(browser)
      const plain = await openPlain(browser)
      const measures: Measure[] = []
      for (const slower of [1, 4]) {
        const [mine, theirs] = await sideBySide(ours, plain, slower, context.quick ? 2 : 8)
        measures.push(...figures(mine, theirs, slower))
      }
      measures.push(await heapOf(ours))
      const skipped =
        process.platform === 'linux' ? [] : ['memory of the renderer: read from /proc, on Linux only']
      if (process.platform === 'linux') measures.push(memoryOf(renderer))
      return { measures, skipped }
    } finally {
      await browser.close()
      await host.kill('SIGTERM')
    }
  },
}

type Rounds = readonly (readonly KeyCost[])[]

async function sideBySide(
  ours: Page,
  plain: Page,
  slower: number,
  rounds: number,
): Promise<[Rounds, Rounds]> {
  const subjects = [
    { page: ours, times: [] as (readonly KeyCost[])[] },
    { page: plain, times: [] as (readonly KeyCost[])[] },
  ] as const
  for (const { page } of subjects) {
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  }
  await interleaved(rounds + 1, subjects, async ({ page, times }, round) => {
    await page.bringToFront()
    const taken = await timeKeys(page, typed, pauseMs)
    // The first round warms the machine code.
    if (round > 0) times.push(taken)
  })
  return [subjects[0].times, subjects[1].times]
}

/**
 * Judged by processor time, so that what else the machine does is not charged to a key; the clock's is said beside it. Taken
 * in: the editor's script and the layout; drawn: with all that the browser does for the frame on the page's thread.
 */
function figures(mine: Rounds, theirs: Rounds, slower: number): readonly Measure[] {
  const at = slower === 1 ? '' : `, processor ${slower} × slower`
  const share = (part: number, cost: 'takenInMs' | 'processorMs', bar?: Measure['bar']): Measure => {
    const of = (rounds: Rounds, what: keyof KeyCost) =>
      percentile(
        rounds.flat().map(key => key[what]),
        part,
      )
    const clock =
      cost === 'takenInMs'
        ? ''
        : `; by the clock ${of(mine, 'wallMs').toFixed(1)} and ${of(theirs, 'wallMs').toFixed(1)} ms`
    return {
      what: `a key ${cost === 'takenInMs' ? 'taken in' : 'drawn'}, p${part * 100}${at}`,
      value: of(mine, cost),
      unit: 'ms',
      detail: `plain TipTap ${of(theirs, cost).toFixed(1)} ms${clock}`,
      ...(bar === undefined ? {} : { bar }),
    }
  }
  const ratio = (cost: 'takenInMs' | 'processorMs'): Measure => {
    const medians = (rounds: Rounds) => rounds.map(round => median(round.map(key => key[cost])))
    return {
      what: `a key ${cost === 'takenInMs' ? 'taken in' : 'drawn'}, of plain TipTap's${at}`,
      value: medianRatio(medians(mine), medians(theirs)),
      unit: '×',
      bar: { atMost: 1.3 },
      detail: 'median of the rounds, proofreader, comments, suggestions and autosave on',
    }
  }
  return [
    share(0.5, 'takenInMs'),
    share(0.95, 'takenInMs', slower === 4 ? { atMost: 50 } : undefined),
    ratio('takenInMs'),
    share(0.5, 'processorMs'),
    share(0.95, 'processorMs', slower === 4 ? { atMost: 50 } : undefined),
    ratio('processorMs'),
  ]
}

/** The process that draws the one page that is open; a spare one has done nothing yet. */
async function busiestRenderer(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const [busiest] = processInfo
    .filter(({ type }) => type === 'renderer')
    .toSorted((a, b) => b.cpuTime - a.cpuTime)
  if (busiest === undefined) throw new Error('no process draws the page')
  return busiest.id
}

/** All of the process that draws our page: script, layout, decoded pictures, and its share of the browser's own code. */
function memoryOf(renderer: number): Measure {
  const shares = readFileSync(`/proc/${renderer}/smaps_rollup`, 'utf8')
  const kilobytes = Number(/^Pss:\s+(\d+) kB$/m.exec(shares)?.[1])
  return { what: 'memory of the renderer', value: kilobytes / 1_024, unit: 'MB', bar: { atMost: 250 } }
}

/** What the script of our page holds; pictures and layout are the browser's. */
async function heapOf(page: Page): Promise<Measure> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return { what: 'script heap of the editor', value: usedSize / 1_000_000, unit: 'MB' }
}

async function openOurs(browser: Browser, address: string, workspace: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.goto(address)
  await page.getByRole('button', { name: /^Vào thẳng với vai người viết/ }).click()
  await page.getByRole('table').waitFor()
  const ask = asker(workspace)
  const image = (await ask('media.add', { fileName: 'anh.png', base64: await picture() })).hash
  const { article } = await ask('articles.create', { kind: 'news', document: ourDocument(String(image)) })
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/#/soan/${idOf(article)}`)
  const text = page.getByRole('textbox', { name: 'Nội dung bài viết' })
  await text
    .locator('.proof-mark')
    .first()
    .waitFor({ timeout: 15_000 })
    .catch(() => null)
  await putCaret(page, text)
  return page
}

async function openPlain(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.setContent(
    '<style>.ProseMirror{white-space:pre-wrap;width:640px;margin:auto}img{width:100%}</style>',
  )
  await page.addScriptTag({ content: await bundled('tests/bench/pages/plain-editor.ts') })
  const source = `data:image/png;base64,${await picture()}`
  await page.evaluate(content => window.openPlainEditor(content), plainDocument(source))
  await putCaret(page, page.locator('.ProseMirror'))
  return page
}

/** At the end of a paragraph in the middle of the text. */
async function putCaret(page: Page, text: ReturnType<Page['locator']>): Promise<void> {
  await text
    .locator('p')
    .nth(paragraphs / 2)
    .click({ position: { x: 20, y: 8 } })
  await page.keyboard.press('End')
  await watchKeys(page)
}

function idOf(article: unknown): string {
  if (typeof article !== 'object' || article === null || !('id' in article))
    throw new Error('no article was made')
  return String(article.id)
}

function asker(workspace: string) {
  return async (operation: string, input: Json): Promise<Json> => {
    const args = [
      built('call.js'),
      operation,
      JSON.stringify(input),
      '--as',
      'hanh',
      '--workspace',
      workspace,
    ]
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64_000_000 })
    const answer = JSON.parse(stdout)
    return answer.value
  }
}

async function picture(): Promise<string> {
  const drawn = sharp({ create: { width: 640, height: 400, channels: 3, background: '#2f6f4f' } })
  return (await drawn.png().toBuffer()).toString('base64')
}

const line = (type: string, text: string): Json => ({ type, content: [{ type: 'text', text }] })
const random = seeded(7)
const texts = Array.from({ length: paragraphs }, () => paragraphOf(random, 80))

function body(figure: Json): readonly Json[] {
  const cell = (text: string): Json => ({ type: 'tableCell', content: [line('paragraph', text)] })
  const row = (number: number): Json => ({
    type: 'tableRow',
    content: [cell(`Hộ ${number}`), cell('1.250.000'), cell('98,7%'), cell('Đã nhận')],
  })
  const table: Json = { type: 'table', content: Array.from({ length: 12 }, (_, index) => row(index + 1)) }
  return texts.flatMap((text, index) => [
    line('paragraph', text),
    ...(index % 6 === 3 && index < 60 ? [figure] : []),
    ...(index === 20 ? [table] : []),
  ])
}

const ourDocument = (image: string): Json => ({
  type: 'doc',
  attrs: { kind: 'news', category: 'tin-tuc' },
  content: [
    line('headline', 'Xã Trúc Thủy tổng kết vụ mùa'),
    line('lead', 'Năng suất lúa đạt khá ở cả bốn thôn.'),
    ...body({ type: 'figure', attrs: { image, alt: 'Đồng lúa', width: 640, height: 400 } }),
  ],
})

const plainDocument = (src: string): Json => ({
  type: 'doc',
  content: body({ type: 'image', attrs: { src } }),
})

async function bundled(entry: string): Promise<string> {
  const { build } = await import('vite')
  const answer = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      lib: { entry: join(process.cwd(), entry), formats: ['iife'], name: 'plainEditor' },
    },
  })
  const [result] = Array.isArray(answer) ? answer : [answer]
  const chunk = result !== undefined && 'output' in result ? result.output[0] : undefined
  if (chunk === undefined) throw new Error('the plain editor was not bundled')
  return chunk.code
}
