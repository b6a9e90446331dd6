import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { articleId } from '#common/domain/ids'
import { chooseFrom, newsroomScreens } from '#tests/support/newsroom-screens'
import { expect, test, type Workstation } from '#tests/support/workstation'

const fixtures = join(import.meta.dirname, '../fixtures')
const headline = 'Báo cáo kết quả thu gom rác thải quý III'

/** Everything a saved page may bring that would run if anything kept it; each part would leave its mark in the window. */
const hostilePage = `<!doctype html><html><head><title>Trang</title><meta http-equiv="refresh" content="0;url=javascript:mark()">
<script>window.marked = 'script'</script><base href="javascript:window.marked='base'//"></head><body>
<h1>Xã mở đợt kiểm tra phòng cháy<img src=x onerror="window.marked='heading'"></h1>
<p onclick="window.marked='click'" style="background:url(javascript:window.marked='style')">Các thôn kiểm tra từ ngày 25/11.</p>
<svg onload="window.marked='svg'"><script>window.marked='svg script'</script></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.marked='mutation'&gt;">
</mglyph></table></mtext></math>
<iframe srcdoc="<script>parent.marked='frame'</script>"></iframe><object data="javascript:window.marked='object'"></object>
<a href="javascript:window.marked='link'">Bấm vào đây</a> <a href="https://xa.example.gov.vn/">trang xã</a>
<form action="javascript:window.marked='form'"><input name="body"><button>Gửi</button></form>
<noscript><p title="</noscript><img src=x onerror=window.marked='noscript'>">a</p></noscript>
<p>Hết &lt;script&gt;window.marked='text'&lt;/script&gt; bài.</p></body></html>`

test('a Word file becomes an article with its table and picture, and reaches readers', async ({
  page,
  workstation,
  browser,
}) => {
  const { text, submit, field, toast } = await openImport(page)
  await page.locator('[data-picker="import"]').setInputFiles(join(fixtures, 'import/libreoffice.docx'))
  const preview = page.frameLocator('iframe[title^="Xem trước"]')
  await expect(preview.getByRole('heading', { name: headline })).toBeVisible()
  await expect(preview.getByRole('table')).toContainText('Khối lượng')
  await page.getByRole('checkbox', { name: 'Cho độc giả tải tệp gốc' }).click()
  await page.getByRole('button', { name: 'Tạo 1 bản nháp' }).click()

  await expect(text.getByRole('heading', { level: 1 })).toHaveText(headline)
  await expect(text.getByRole('listitem').filter({ hasText: 'Tập kết trước 17 giờ' })).toBeVisible()
  await text.getByRole('figure').locator('img').click()
  const alternative = page.getByRole('group', { name: 'Ảnh' }).getByLabel('Mô tả ảnh')
  await alternative.fill('Xe gom rác ở thôn Đông')
  await alternative.press('Tab')
  await chooseFrom(page, field('Chuyên mục'), 'Văn hóa – Xã hội')
  await submit.click()
  await expect(toast(/^Đã chuyển duyệt/)).toBeVisible()

  const url = await publish(page, workstation)
  const reader = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
  await reader.goto(url)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(headline)
  await expect(reader.getByRole('columnheader', { name: 'Khối lượng' })).toBeVisible()
  await expect(reader.getByRole('img', { name: 'Xe gom rác ở thôn Đông' })).toBeVisible()
  await expect(reader.getByRole('link', { name: /libreoffice\.docx/ })).toBeVisible()
  await reader.context().close()
})

test('a folder of documents becomes drafts, and what is no document is told', async ({ page }, testInfo) => {
  const folder = testInfo.outputPath('tai-lieu')
  mkdirSync(join(folder, 'cu'), { recursive: true })
  writeFileSync(join(folder, 'thong-bao.txt'), 'Thông báo cắt điện\n\nNgày 25/11 thôn Đông mất điện.')
  writeFileSync(join(folder, 'cu', 'hop-thon.html'), '<h1>Thôn Chùa họp dân</h1><p>Họp lúc 19 giờ.</p>')
  writeFileSync(join(folder, 'hong.docx'), 'không phải tệp Word')
  writeFileSync(join(folder, 'anh.bmp'), 'x')
  const { toast, article, goTo } = await openImport(page)
  await page.locator('[data-picker="import-folder"]').setInputFiles(folder)
  await expect(toast(/^Bỏ qua 1 tệp/)).toBeVisible()
  const files = page.getByRole('list', { name: 'Tệp đang nhập' })
  await expect(files.getByRole('listitem')).toHaveCount(3)
  await files
    .getByRole('button', { name: /hong\.docx/ })
    .first()
    .click()
  await expect(page.getByText('Không nhập được hong.docx')).toBeVisible()
  await page.getByRole('button', { name: 'Tạo 2 bản nháp' }).click()
  await expect(toast('Đã tạo 2 bản nháp')).toBeVisible()
  await goTo('Bàn việc').click()
  await expect(article('Thông báo cắt điện')).toBeVisible()
  await expect(article('Thôn Chùa họp dân')).toBeVisible()
})

test('a hostile page is imported and pasted as words, and nothing of it ever runs', async ({
  page,
  workstation,
  browser,
}) => {
  const { text, submit, field, toast } = await openImport(page)
  const buffer = Buffer.from(hostilePage)
  await page
    .locator('[data-picker="import"]')
    .setInputFiles({ name: 'trang.html', mimeType: 'text/html', buffer })
  const preview = page.frameLocator('iframe[title^="Xem trước"]')
  await expect(preview.getByRole('heading', { name: 'Xã mở đợt kiểm tra phòng cháy' })).toBeVisible()
  await expect(page.getByText(/phần tự chạy/)).toBeVisible()
  await page.getByRole('button', { name: 'Tạo 1 bản nháp' }).click()
  await expect(text.getByRole('heading', { level: 1 })).toHaveText('Xã mở đợt kiểm tra phòng cháy')
  await expect(text.getByText("<script>window.marked='text'</script>")).toBeVisible()

  await text.press('Control+End')
  await paste(page, { 'text/html': hostilePage, 'text/plain': 'x' })
  await expect(text.getByText('Bấm vào đây')).toHaveCount(2)
  await expect(text.locator('a[href^="javascript"], script, iframe, svg, object, form')).toHaveCount(0)
  expect(await marks(page)).toEqual([])

  await chooseFrom(page, field('Chuyên mục'), 'Văn hóa – Xã hội')
  await submit.click()
  await expect(toast(/^Đã chuyển duyệt/)).toBeVisible()
  const url = await publish(page, workstation)
  const reader = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
  await reader.goto(url)
  await expect(reader.getByText('Bấm vào đây')).toHaveCount(2)
  await expect(reader.getByRole('link', { name: 'Bấm vào đây' })).toHaveCount(0)
  expect(await marks(reader)).toEqual([])
  await reader.context().close()
})

test('a paste from Word brings its pictures out of the clipboard', async ({ page }) => {
  const { enterAsWriter, createArticle, text } = newsroomScreens(page)
  await enterAsWriter.click()
  await createArticle.click()
  await expect(text).toBeFocused()
  await page.keyboard.type('Đầu đề\nSapo.\n')
  const picture = readFileSync(join(fixtures, '../../resources/icons/icon.png')).toString('hex')
  await paste(page, {
    'text/html': readFileSync(join(fixtures, 'paste/word-pictures.html'), 'utf8'),
    'text/plain': 'Lễ phát động',
    'text/rtf': `{\\rtf1 {\\*\\shppict{\\pict\\pngblip\\bliptag1 ${picture}}}{\\*\\shppict{\\pict\\pngblip ${picture}}}}`,
  })
  await expect(text.getByRole('img', { name: 'Bà con trồng cây bên kênh' })).toBeVisible()
  await expect(text.getByRole('figure')).toHaveCount(2)
  await expect(text.getByText('Thiếu mô tả ảnh')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(text.getByRole('figure')).toHaveCount(0)
})

async function openImport(page: Page) {
  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()
  await page.getByRole('button', { name: 'Chọn loại tin khác' }).click()
  await screens.menuItem(/^Nhập từ tệp/).click()
  await expect(page.getByRole('heading', { name: 'Nhập từ tệp' })).toBeVisible()
  return screens
}

/** What the browser hands over when somebody presses Ctrl+V. */
async function paste(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await newsroomScreens(page).text.evaluate((element, given) => {
    const clipboardData = new DataTransfer()
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
}

/** Approves and pushes the article that is open; the address readers have it at. */
async function publish(page: Page, { ask }: Workstation): Promise<string> {
  const article = articleId.parse(/[0-9a-z]{26}/.exec(page.url())?.[0])
  const { article: card } = await ask('mai', 'articles.read', { article })
  if (card.revision === null) throw new Error('nothing was submitted')
  await ask('mai', 'review.approve', { article, revision: card.revision })
  await ask('mai', 'publishing.push', { articles: [article] })
  const { finished } = await ask('mai', 'publishing.drain', { timeoutMs: 30_000 })
  const url = finished.find(job => job.article === article)?.url
  if (url == null) throw new Error('it is not on the portal')
  return url
}

/** What ran, in any frame. */
async function marks(page: Page): Promise<readonly unknown[]> {
  const found = await Promise.all(
    page.frames().map(frame => frame.evaluate(() => Reflect.get(window, 'marked')).catch(() => undefined)),
  )
  return found.filter(mark => mark !== undefined)
}
