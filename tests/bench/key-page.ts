import type { Page } from '@playwright/test'

declare global {
  interface Window {
    keyTimes: number[]
  }
}

/** Notes, for every key, the milliseconds from its press until its letter is laid out; no wait for the screen is in it. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.keyTimes = []
    const { port1, port2 } = new MessageChannel()
    let begun = 0
    port1.onmessage = () => {
      document.body.getBoundingClientRect()
      window.keyTimes.push(performance.now() - begun)
    }
    window.addEventListener(
      'keypress',
      () => {
        begun = performance.now()
        port2.postMessage(null)
      },
      { capture: true },
    )
  })
}

/** Types syllable by syllable as a person does, and tells what each key cost. */
export async function timeKeys(page: Page, words: string, pauseMs: number): Promise<readonly number[]> {
  await page.evaluate(() => {
    window.keyTimes = []
  })
  for (const letter of words) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(pauseMs)
  }
  return page.evaluate(() => window.keyTimes)
}
