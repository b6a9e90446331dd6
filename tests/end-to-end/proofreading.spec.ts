import type { Page } from '@playwright/test'
import { look, lookElsewhere } from '#tests/support/looks'
import { newsroomScreens } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

test.use({ viewport: { width: 1366, height: 768 } })

test.beforeEach(({ page }) => newsroomScreens(page).beginArticle())

test('what is found is listed by class, mended one by one, all of a rule at once, and taken back in one step', async ({
  page,
}, testInfo) => {
  const { text, toast } = newsroomScreens(page)
  await page.keyboard.type(
    'Thôn Đoài họp dân\nBà con họp ở nhà văn hóa.\nCuộc họp đựơc cả thôn đồng tình ,mọi người ký tên .\nĐường dài 1.5 km, rộng 3.5 m , do dân góp.\nHọp xong lúc 10 giờ.',
  )
  const list = page.getByRole('region', { name: 'Soát lỗi' })
  await page.getByRole('tab', { name: /^Kiểm tra/ }).click()
  await text.click()
  await expect(list.getByRole('heading', { level: 2 })).toHaveText('Soát lỗi (6)')
  await expect(page.locator('.ProseMirror .proof-mark')).toHaveCount(6)
  await expect(list.getByRole('heading', { level: 3 })).toHaveText(['Dấu cách', 'Số liệu', 'Chính tả'])
  await look(page, testInfo, 'panel')

  await list.getByRole('button', { name: 'được', exact: true }).click()
  await expect(text).toContainText('Cuộc họp được cả thôn')
  await list.getByRole('button', { name: /^Sửa cả 2 chỗ: .*thập phân/ }).click()
  await expect(toast(/^Đã sửa 2 chỗ/)).toBeVisible()
  await expect(text).toContainText('Đường dài 1,5 km, rộng 3,5 m ,')
  await text.click()
  await page.keyboard.press('Control+Z')
  await expect(text).toContainText('Đường dài 1.5 km, rộng 3.5 m ,')
  await expect(text).toContainText('Cuộc họp được cả thôn')
  await expect(list.getByRole('heading', { level: 2 })).toHaveText('Soát lỗi (5)')
  await lookElsewhere(page, testInfo, 'panel')
})

test('F7 goes from one to the next; a fix, "not here" and "never again" leave the keyboard in the text', async ({
  page,
}, testInfo) => {
  const { text } = newsroomScreens(page)
  await page.keyboard.type(
    'Thôn Đoài họp dân\nBà con họp ở nhà văn hóa.\nCuộc họp đựơc cả thôn đồng tình.\nAnh nói tòan chuyện vui , ai cũng cười .\nHọp xong lúc 10 giờ.',
  )
  await page.getByRole('tab', { name: /^Kiểm tra/ }).click()
  await text.click()
  await expect(found(page)).toHaveText('Soát lỗi (4)')
  const card = page.getByRole('dialog', { name: 'Gợi ý sửa lỗi' })
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F7')
  await expect(card).toContainText('đựơc')
  await expect(card.getByRole('button', { name: 'được', exact: true })).toBeFocused()
  await look(page, testInfo, 'card')
  await page.keyboard.press('Enter')
  await expect(text).toBeFocused()
  await expect(text).toContainText('Cuộc họp được cả thôn')
  await expect(found(page)).toHaveText('Soát lỗi (3)')

  await page.keyboard.press('F7')
  await expect(card).toContainText('tòan')
  await card.getByRole('button', { name: 'Bỏ qua ở đây' }).click()
  await expect(text).toBeFocused()
  await expect(found(page)).toHaveText('Soát lỗi (2)')

  await page.keyboard.press('F7')
  await expect(card).toContainText('Không để dấu cách')
  await card.getByRole('button', { name: 'Bỏ qua luôn' }).click()
  await expect(page.getByText('Từ nay bỏ qua cách viết này trong mọi bài.')).toBeVisible()
  await expect(text).toBeFocused()
  await expect(found(page)).toHaveText('Soát lỗi (1)')
  await expect(text).toContainText('tòan chuyện vui , ai')
})

test('nothing is marked at the caret or while a word is being written', async ({ page }) => {
  await page.keyboard.type('Thôn Đoài họp dân\nBà con nói tòan chuyện vui.\nCuộc họp đựơc')
  const marks = page.locator('.ProseMirror .proof-mark')
  // The worker has read: it marks the other place alone.
  await expect(marks).toHaveText(['tòan'])
  await page.keyboard.type(' cả thôn')
  await expect(marks).toHaveText(['tòan', 'đựơc'])
})

test('suggestions stand in a popup and never in the text until one is chosen', async ({ page }, testInfo) => {
  const { text } = newsroomScreens(page)
  await page.keyboard.type('Thôn Đoài họp dân\nBà con họp ở nhà văn hóa.\nKính mời bà con')
  await page.keyboard.press('F2')
  const aids = page.getByRole('listbox', { name: 'Gợi ý viết tiếp' })
  await expect(aids).toBeVisible()
  await expect(text.locator('p').last()).toHaveText('Kính mời bà con')
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: testInfo.outputPath(`aids-${colorScheme}.png`) })
  }
  await page.keyboard.press('Escape')
  await expect(aids).toHaveCount(0)
  await expect(text.locator('p').last()).toHaveText('Kính mời bà con')
  await expect(text).toBeFocused()
})

function found(page: Page) {
  return page.getByRole('region', { name: 'Soát lỗi' }).getByRole('heading', { level: 2 })
}
