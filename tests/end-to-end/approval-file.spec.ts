import { readFileSync, writeFileSync } from 'node:fs'
import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { barriersInBothThemes } from '#tests/support/serious-barriers'
import { expect, test } from '#tests/support/workstation'

const drill = 'Diễn tập chữa cháy, cứu người tại khu dân cư thôn Đình'

test('an approval file opens from the disk, verified, with nothing to complain of, and shows when it was altered', async ({
  page,
  browser,
}, testInfo) => {
  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()
  await screens.sitDownAs(people.reviewer).click()
  await screens.queued(drill).click()
  await screens.moreOfReview('Gửi người duyệt ở máy khác…')
  await screens.dialog.getByRole('combobox', { name: 'Người duyệt' }).click()
  await page.getByRole('option', { name: people.reviewer }).click()
  const download = page.waitForEvent('download')
  await screens.dialog.getByRole('button', { name: 'Xuất tệp' }).click()
  const file = testInfo.outputPath('bai.duyet.html')
  await (await download).saveAs(file)

  const complaints: string[] = []
  const context = await browser.newContext({ offline: true })
  const reader = await context.newPage()
  reader.on('console', message => complaints.push(message.text()))
  reader.on('pageerror', error => complaints.push(error.message))
  await reader.goto(`file://${file}`)
  await expect(reader.getByText(/^✓ Nội dung nguyên vẹn như khi/)).toBeVisible()
  await expect(reader.getByRole('heading', { level: 1, name: drill })).toBeVisible()
  const pictures = await reader
    .locator('.page img')
    .evaluateAll(images => images.map(image => (image as HTMLImageElement).naturalWidth))
  expect(pictures.every(width => width > 0)).toBe(true)

  expect(await barriersInBothThemes(reader)).toEqual([])

  const text = readFileSync(file, 'utf8')
  const at = text.indexOf('"jws":"') + 500
  writeFileSync(file, `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`)
  await reader.goto(`file://${file}`)
  await expect(reader.getByText(/tệp đã bị sửa sau khi ký/)).toBeVisible()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveCount(0)
  expect(complaints).toEqual([])
  await context.close()
})
