import { expect, type Page } from '@playwright/test'
import { barriersInBothThemes } from './serious-barriers'

/** Where a test keeps its pictures. */
type Outputs = Readonly<{ outputPath: (name: string) => string }>

/** Takes pictures of the screen in both themes, and holds both against axe. */
export async function look(page: Page, outputs: Outputs, name: string): Promise<void> {
  expect(await barriersInBothThemes(page), name).toEqual([])
  await page.screenshot({ path: outputs.outputPath(`${name}-dark.png`) })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.screenshot({ path: outputs.outputPath(`${name}.png`) })
}

/** The same in English and on a telephone's width, where nothing may be wider than the window. */
export async function lookElsewhere(page: Page, outputs: Outputs, name: string): Promise<void> {
  const language = page.getByRole('button', { name: /đổi ngôn ngữ$|change language$/ })
  await language.click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.screenshot({ path: outputs.outputPath(`${name}-en.png`) })
  await page.setViewportSize({ width: 390, height: 800 })
  const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect(await page.evaluate(over)).toBeLessThanOrEqual(0)
  await page.screenshot({ path: outputs.outputPath(`${name}-390.png`) })
  await page.setViewportSize({ width: 1366, height: 768 })
  await language.click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
}
