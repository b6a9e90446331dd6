import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { type ArticleId, articleId } from '#common/domain/ids'
import { type WrittenKind, writtenKinds } from '#tests/support/article-kinds'
import { chooseFrom, newsroomScreens } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

const resources = join(import.meta.dirname, '../../resources/sample')
const picture = join(resources, 'pictures/hoi-nghi.webp')
const file = join(resources, 'files/to-huong-dan-ban-hang.pdf')
const description = 'Bà con ngồi kín hội trường'

// Two workers share them.
for (const [name, kinds] of [
  ['first', writtenKinds.slice(0, 5)],
  ['other', writtenKinds.slice(5)],
] as const) {
  test(`an article of each of the ${name} kinds, with picture, table and file, reaches readers`, async ({
    page,
    workstation,
    browser,
  }, testInfo) => {
    test.setTimeout(300_000)
    const screens = newsroomScreens(page)
    await screens.enterAsWriter.click()
    const articles: ArticleId[] = []
    for (const kind of kinds) articles.push(await write(page, kind))
    for (const article of articles) {
      const { article: card } = await workstation.ask('mai', 'articles.read', { article })
      if (card.revision === null) throw new Error(`${card.headline} was not submitted`)
      await workstation.ask('mai', 'review.approve', { article, revision: card.revision })
    }
    await workstation.ask('mai', 'publishing.push', { articles })
    const { finished } = await workstation.ask('mai', 'publishing.drain', { timeoutMs: 30_000 })

    const reader = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
    for (const [index, kind] of kinds.entries()) {
      const url = finished.find(job => job.article === articles[index])?.url ?? null
      if (url === null) throw new Error(`${kind.id} is not on the portal`)
      await reader.setViewportSize({ width: 1366, height: 768 })
      await reader.goto(url)
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText(kind.headline)
      for (const words of kind.seen) await expect(reader.locator('body')).toContainText(words)
      await expectWhole(reader)
      await reader.screenshot({ path: testInfo.outputPath(`${kind.id}.png`), fullPage: true })
      await reader.setViewportSize({ width: 390, height: 800 })
      await expectFits(reader)
      await reader.screenshot({ path: testInfo.outputPath(`${kind.id}-390.png`), fullPage: true })
    }
    await reader.context().close()
  })
}

/** From the template to the submission, as a person does it; answers with the article. */
async function write(page: Page, kind: WrittenKind) {
  const screens = newsroomScreens(page)
  await screens.goTo('Bàn việc').click()
  await page.getByRole('button', { name: 'Chọn loại tin khác' }).click()
  await page.getByRole('menuitem', { name: kind.name }).first().click()
  await expect(screens.text).toBeFocused()
  // A kind may have proposed one.
  await screens.text.locator('h1').selectText()
  await page.keyboard.type(`${kind.headline}\nTin của xã gửi bà con.`)
  await kind.write(page)
  await screens.text.focus()
  await screens.text.press('Control+End')
  await pick(page, screens.tool('Ảnh'), picture)
  await expect(page.getByRole('group', { name: 'Ảnh' }).getByLabel('Mô tả ảnh')).toBeFocused()
  await page.keyboard.type(description)
  await page.keyboard.press('Tab')
  await pick(page, screens.tool('Tệp đính kèm'), file)
  await expect(screens.text.getByText(/\.pdf/)).toBeVisible()
  await screens.text.press('Control+End')
  await screens.tool('Bảng').click()
  await page.keyboard.type('Thôn')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Số hộ')
  await chooseFrom(page, screens.field('Chuyên mục'), 'Văn hóa – Xã hội')
  await screens.submit.click()
  await expect(screens.toast(/^Đã chuyển duyệt/)).toBeVisible()
  return articleId.parse(/[0-9a-z]{26}/.exec(page.url())?.[0])
}

/** Picture, table and file are there: the picture is shown, the table has its head, the file is the very same. */
async function expectWhole(reader: Page): Promise<void> {
  const shown = reader.getByRole('img', { name: description })
  await shown.scrollIntoViewIfNeeded()
  await expect
    .poll(() => shown.evaluate(image => image instanceof HTMLImageElement && image.naturalWidth > 100))
    .toBe(true)
  await expect(reader.getByRole('columnheader', { name: 'Số hộ' })).toBeVisible()
  const href = await reader.getByRole('link', { name: /to-huong-dan-ban-hang\.pdf/ }).getAttribute('href')
  const got = await reader.request.get(new URL(href ?? '', reader.url()).href)
  expect(sha256(await got.body())).toBe(sha256(readFileSync(file)))
  await expectFits(reader)
}

async function expectFits(reader: Page): Promise<void> {
  const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect(await reader.evaluate(over), 'nothing is wider than the page').toBeLessThanOrEqual(0)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function pick(page: Page, button: Locator, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles(path)
}
