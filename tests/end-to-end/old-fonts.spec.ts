import type { Page } from '@playwright/test'
import { chooseFrom, newsroomScreens } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

const old = 'ñy ban nh©n d©n x· th«ng b¸o lÞch häp'
const readable = 'ủy ban nhân dân xã thông báo lịch họp'

test('text in an old font is shown before and after, repaired in one step, and comes back', async ({
  page,
}) => {
  const { beginArticle, text, dialog, toast, saved, tool } = newsroomScreens(page)
  await beginArticle()
  await page.keyboard.type('Thông báo họp\nBà con đến dự.\n')

  await paste(page, `<p><span style='font-family:".VnTime"'>${old}</span></p>`)
  await expect(dialog.getByRole('cell', { name: readable })).toBeVisible()
  // The dialog hides the text from assistive technology, not from the eye.
  await expect(page.locator('.ProseMirror')).toContainText(old)
  await dialog.getByRole('button', { name: 'Sửa 8 từ' }).click()
  await expect(text).toContainText(readable)
  await page.keyboard.press('Control+Z')
  await expect(text).toContainText(old)
  await page.keyboard.press('Control+Y')
  await expect(text).toContainText(readable)

  await toast('Đã sửa mã chữ').waitFor()
  await page.getByRole('button', { name: 'Lấy lại chữ gốc' }).click()
  await expect(text).toContainText(old)

  await page.keyboard.press('Control+End')
  await page.keyboard.type("\nMo+`i ba` con dde^'n ho.p")
  await tool('Sửa mã chữ…').click()
  await chooseFrom(page, dialog.getByRole('combobox', { name: 'Mã chữ cũ' }), "VIQR (go~ da^'u)")
  await expect(dialog.getByRole('cell', { name: 'Mời bà con đến họp' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Giữ nguyên' }).click()
  await expect(text).toContainText('Mo+`i ba` con')
  await tool('Sửa mã chữ…').click()
  await dialog.getByRole('button', { name: /^Sửa \d+ từ$/ }).click()
  await expect(text).toContainText(readable)
  await expect(saved).toBeVisible()
  await page.reload()
  await expect(text).toContainText(readable)
})

test('Unicode text is pasted without a question', async ({ page }) => {
  const { beginArticle, text, dialog } = newsroomScreens(page)
  await beginArticle()
  await paste(page, `<p><span style='font-family:".VnTime"'>Ủy ban nhân dân xã thông báo lịch họp</span></p>`)
  await expect(text).toContainText('Ủy ban nhân dân xã thông báo lịch họp')
  await page.keyboard.type(' tuần này')
  await expect(text).toContainText('lịch họp tuần này')
  await expect(dialog).toHaveCount(0)
})

async function paste(page: Page, html: string): Promise<void> {
  await page.evaluate(content => {
    const data = new DataTransfer()
    data.setData('text/html', content)
    data.setData('text/plain', content.replace(/<[^>]+>/g, ''))
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, html)
}
