import type { CDPSession, Page } from '@playwright/test'

/** What one key cost, from its press until its letter is drawn; no wait for the screen is in it. */
export interface KeyCost {
  /** Until the editor has taken it in and its letter is laid out: script and layout, without the drawing of a frame. */
  readonly takenInMs: number
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
const takenIn = 'key-taken-in'
const laidOut = 'key-laid-out'

/** Marks, for every key, its press, the moment when the editor has taken it in, and the moment when its letter is drawn. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(
    ([begun, takenIn, laidOut]) => {
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
      // The editor reads what the browser changed in a microtask of its own, which stands before this one.
      window.addEventListener('input', async () => {
        await null
        document.body.getBoundingClientRect()
        performance.mark(takenIn)
      })
    },
    [begun, takenIn, laidOut] as const,
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
    if (from.name !== begun) continue
    const after = (name: string) =>
      marks.slice(index + 1).find(mark => mark.name === name && mark.pid === from.pid)
    const [read, to] = [after(takenIn), after(laidOut)]
    if (read === undefined || to === undefined) continue
    const processorMs = (mark: Mark) => ((mark.tts ?? Number.NaN) - (from.tts ?? Number.NaN)) / 1_000
    costs.push({
      wallMs: (to.ts - from.ts) / 1_000,
      processorMs: processorMs(to),
      takenInMs: processorMs(read),
    })
  }
  return costs
}

/** The marks of the pages while `run` runs, in the order of time. */
async function traced(browser: CDPSession, run: () => Promise<void>): Promise<readonly Mark[]> {
  const marks: Mark[] = []
  browser.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as readonly Mark[])
      if ([begun, takenIn, laidOut].includes(event.name)) marks.push(event)
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
