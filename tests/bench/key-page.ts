import type { CDPSession, Page } from '@playwright/test'

/** What one key cost, from its press until its letter is laid out; no wait for the screen is in it. */
export interface KeyCost {
  /** By the clock: what else the machine does is in it. */
  readonly wallMs: number
  /** Of the page's own thread: a busy machine does not make it longer. */
  readonly processorMs: number
}

declare global {
  interface Window {
    /** Resolves once the newest letter is laid out. */
    keyLaidOut?: Promise<void>
  }
}

const begun = 'key-begun'
const laidOut = 'key-laid-out'

/** Marks, for every key, its press and the moment when its letter is laid out. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(
    ([begun, laidOut]) => {
      const { port1, port2 } = new MessageChannel()
      let resolve: (() => void) | undefined
      port1.onmessage = () => {
        document.body.getBoundingClientRect()
        performance.mark(laidOut)
        resolve?.()
      }
      window.addEventListener(
        'keypress',
        () => {
          performance.mark(begun)
          window.keyLaidOut = new Promise(done => {
            resolve = done
          })
          port2.postMessage(null)
        },
        { capture: true },
      )
    },
    [begun, laidOut] as const,
  )
}

interface Mark {
  readonly name: string
  readonly pid: number
  /** Wall clock and processor time of the thread, in microseconds. */
  readonly ts: number
  readonly tts?: number
}

/**
 * Types syllable by syllable as a person does, and tells what each key cost. A key waits for the one before it: pressed
 * sooner on a slow machine, two keys would be charged to the first.
 */
export async function timeKeys(page: Page, words: string, pauseMs: number): Promise<readonly KeyCost[]> {
  const browser = await page.context().browser()?.newBrowserCDPSession()
  if (browser === undefined) throw new Error('the page has no browser')
  const marks = await traced(browser, async () => {
    for (const letter of words) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter)
      await page.evaluate(() => window.keyLaidOut)
      await page.waitForTimeout(pauseMs)
    }
  })
  await browser.detach()
  const costs: KeyCost[] = []
  for (const [index, from] of marks.entries()) {
    const to = marks.slice(index + 1).find(({ name, pid }) => name === laidOut && pid === from.pid)
    if (from.name !== begun || to === undefined) continue
    const processorMs = ((to.tts ?? Number.NaN) - (from.tts ?? Number.NaN)) / 1_000
    costs.push({ wallMs: (to.ts - from.ts) / 1_000, processorMs })
  }
  return costs
}

/** The marks of the pages while `run` runs, in the order of time. */
async function traced(browser: CDPSession, run: () => Promise<void>): Promise<readonly Mark[]> {
  const marks: Mark[] = []
  browser.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as readonly Mark[])
      if (event.name === begun || event.name === laidOut) marks.push(event)
  })
  const complete = new Promise<void>(resolve => {
    browser.once('Tracing.tracingComplete', () => resolve())
  })
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['blink.user_timing'] },
  })
  await run()
  await browser.send('Tracing.end')
  await complete
  return marks.toSorted((a, b) => a.ts - b.ts)
}
