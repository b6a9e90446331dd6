import type { Locator, Page } from '@playwright/test'

/** Does what a person does, and counts it: a click, a key, or a text typed where the focus is, is one action. */
export interface Hand {
  readonly click: (target: Locator) => Promise<void>
  readonly press: (key: string) => Promise<void>
  /** A line break is typed like any letter. */
  readonly type: (text: string) => Promise<void>
  readonly actions: () => number
}

export function createHand(page: Page): Hand {
  let actions = 0
  return {
    click: async target => {
      actions += 1
      await target.click()
    },
    press: async key => {
      actions += 1
      await page.keyboard.press(key)
    },
    type: async text => {
      actions += 1
      await page.keyboard.type(text)
    },
    actions: () => actions,
  }
}

const mostTabs = 120

/** Walks there with the Tab key, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${target}`)
}
