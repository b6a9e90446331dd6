import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { chooseFrom, newsroomScreens } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

const resources = join(import.meta.dirname, '../../resources/sample')
const picture = join(resources, 'pictures/cho-que.webp')
const file = join(resources, 'files/to-huong-dan-ban-hang.pdf')

test('a writer makes a whole article, it is saved by itself, and a reload keeps all of it', async ({
  page,
}) => {
  const { enterAsWriter, createArticle, text, tool, field, saved, tab, preview } = newsroomScreens(page)
  await enterAsWriter.click()
  await createArticle.click()
  await expect(text).toBeFocused()
  await page.keyboard.type('Phiên chợ quê đầu tháng\nHơn bốn mươi gian hàng đã mở từ sáng sớm.\n')
  await tool('Đề mục lớn').click()
  await page.keyboard.type('Gian hàng nông sản\nRau xanh, trứng, mật ong.\n')
  await tool('Danh sách').click()
  await page.keyboard.type('Thôn Đình\nThôn Chùa\n\n')
  await tool('Danh sách đánh số').click()
  await page.keyboard.type('Đăng ký\nNhận chỗ\n\n')
  await tool('Trích dẫn').click()
  await page.keyboard.type('Chợ đông là vui.\n\n')
  await page.keyboard.type('Xem thêm tại ')
  await tool('Liên kết').click()
  await page.getByRole('dialog').getByLabel('Dẫn tới').fill('https://dichvucong.gov.vn')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await tool('Bảng').click()
  await page.keyboard.type('Gian')

  await pick(page, tool('Ảnh'), picture)
  const figure = text.getByRole('figure')
  await expect(figure.getByText('Thiếu mô tả ảnh')).toBeVisible()
  const pictureBar = page.getByRole('group', { name: 'Ảnh' })
  // A new picture asks for its description at once.
  await expect(pictureBar.getByRole('textbox', { name: 'Mô tả ảnh' })).toBeFocused()
  await page.keyboard.type('Bà con chọn mua rau ở gian hàng thôn Đình')
  await pictureBar.getByRole('textbox', { name: 'Người chụp, nguồn ảnh' }).fill('Văn Dũng')
  await figure.locator('figcaption').click()
  await page.keyboard.type('Gian hàng thôn Đình sáng chủ nhật.')

  await pick(page, tool('Tệp đính kèm'), file)
  await expect(text.getByText(/\.pdf/)).toBeVisible()

  await chooseFrom(page, field('Chuyên mục'), 'Văn hóa – Xã hội')
  await field('Địa điểm').fill('Chợ Trúc')
  await field('Nguồn').fill('Đài Truyền thanh xã')
  await field('Thẻ').fill('chợ quê, nông sản')
  await field('Thẻ').press('Tab')
  await expect(saved).toBeVisible()

  await page.reload()
  await expect(text.getByRole('heading', { level: 1 })).toHaveText('Phiên chợ quê đầu tháng')
  await expect(text.getByRole('heading', { level: 2 })).toHaveText('Gian hàng nông sản')
  await expect(text.locator('ul > li')).toHaveText(['Thôn Đình', 'Thôn Chùa'])
  await expect(text.locator('ol > li')).toHaveText(['Đăng ký', 'Nhận chỗ'])
  await expect(text.getByRole('blockquote')).toHaveText('Chợ đông là vui.')
  await expect(text.locator('a[href="https://dichvucong.gov.vn"]')).toBeVisible()
  await expect(text.getByRole('table')).toContainText('Gian')
  await expect(text.getByRole('img', { name: 'Bà con chọn mua rau ở gian hàng thôn Đình' })).toBeVisible()
  await expect(text.locator('figcaption')).toHaveText('Gian hàng thôn Đình sáng chủ nhật.')
  await expect(text.getByText('Ảnh: Văn Dũng')).toBeVisible()
  await expect(text.getByText(/\.pdf/)).toBeVisible()
  await expect(field('Chuyên mục')).toContainText('Văn hóa – Xã hội')
  await expect(field('Địa điểm')).toHaveValue('Chợ Trúc')
  await expect(field('Nguồn')).toHaveValue('Đài Truyền thanh xã')
  await expect(field('Thẻ')).toHaveValue('chợ quê, nông sản')

  await tab('Xem trước').click()
  await expect(preview.getByRole('heading', { name: 'Phiên chợ quê đầu tháng' })).toBeVisible()
  await expect(preview.getByRole('img', { name: /^Bà con chọn mua rau/ })).toBeVisible()
  await tab(/^Kiểm tra/).click()
  await expect(page.getByRole('heading', { name: /^Phải sửa/ })).toHaveCount(0)
})

test('two windows on one draft see each other type', async ({ page, workstation }) => {
  const headline = 'Tủ sách thôn Chùa mở cửa mỗi tối, thêm góc máy tính cho học sinh'
  const mine = newsroomScreens(page)
  await mine.enterAsWriter.click()
  await mine.article(headline).click()
  const other = newsroomScreens(await workstation.openWindow())
  await other.enterAsWriter.click()
  await other.article(headline).click()

  await typeAtEnd(mine.text, ' Câu của cửa sổ thứ nhất.')
  await expect(other.text).toContainText('Câu của cửa sổ thứ nhất.')
  await typeAtEnd(other.text, ' Câu của cửa sổ thứ hai.')
  await expect(mine.text).toContainText('Câu của cửa sổ thứ hai.')
  await Promise.all([typeAtEnd(mine.text, ' Cùng lúc một.'), typeAtEnd(other.text, ' Cùng lúc hai.')])
  for (const { text } of [mine, other]) {
    await expect(text).toContainText('Câu của cửa sổ thứ nhất.')
    await expect(text).toContainText('Câu của cửa sổ thứ hai.')
  }
  // Letters alone: the carets of others stand in the page too.
  await expect
    .poll(async () => (await mine.text.textContent()) === (await other.text.textContent()))
    .toBe(true)
  const letters = [...((await mine.text.textContent()) ?? '')]
  for (const typed of ['Cùng lúc một.', 'Cùng lúc hai.']) {
    expect(isSubsequence([...typed], letters), `every letter of “${typed}”`).toBe(true)
  }
})

async function pick(page: Page, button: Locator, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles(path)
}

async function typeAtEnd(text: Locator, words: string): Promise<void> {
  await text.focus()
  await text.press('Control+End')
  await text.pressSequentially(words)
}

function isSubsequence(letters: readonly string[], of: readonly string[]): boolean {
  let found = 0
  for (const letter of of) if (letter === letters[found]) found += 1
  return found === letters.length
}

test('a picture too heavy is told before it is sent, and one that is none by what it is', async ({
  page,
}, testInfo) => {
  const { enterAsWriter, createArticle, text, toast } = newsroomScreens(page)
  const heavy = testInfo.outputPath('anh-goc.jpg')
  await writeFile(heavy, '')
  await truncate(heavy, 60_000_000)
  const sent: string[] = []
  page.on('request', request => sent.push(new URL(request.url()).pathname))
  await enterAsWriter.click()
  await createArticle.click()
  await expect(text).toBeFocused()
  const pictures = page.locator('[data-picker="pictures"]')
  await pictures.setInputFiles(heavy)
  await expect(toast('Tệp “anh-goc.jpg” nặng 60 MB, tối đa 50 MB.')).toBeVisible()
  expect(sent).not.toContain('/blob')
  const buffer = Buffer.from('không phải ảnh')
  await pictures.setInputFiles({ name: 'gia.jpg', mimeType: 'image/jpeg', buffer })
  await expect(toast('Không đọc được “gia.jpg”: ảnh hỏng, không phải ảnh')).toBeVisible()
})
