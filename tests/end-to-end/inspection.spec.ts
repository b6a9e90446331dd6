import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { barriersInBothThemes } from '#tests/support/serious-barriers'
import { expect, test } from '#tests/support/workstation'

test('a pack for inspectors is made of a period, opens from the disk, and refuses what was altered', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const outside = mkdtempSync(join(tmpdir(), 'toa-soan-e2e-pack-'))
  const { enterAsWriter, sitDownAs, goTo, dialog } = newsroomScreens(page)
  await enterAsWriter.click()
  await sitDownAs(people.administrator).click()
  await goTo('Sổ sách').click()
  await page.getByRole('button', { name: 'Kiểm tra nhật ký' }).click()
  await expect(page.getByText(/^Nhật ký nguyên vẹn: /)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('searchbox', { name: 'Tìm trong nhật ký' }).fill('phe duyet')
  await expect(page.getByRole('cell', { name: 'Phê duyệt', exact: true }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Lập hồ sơ kiểm tra…' }).click()
  await page.getByLabel('Từ ngày').fill('01/01/2020')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/^Tên những người sau sẽ có trong hồ sơ: .*Phạm Quốc Bình/)).toBeVisible()
  await page.getByRole('button', { name: 'Chọn nơi lưu và lập hồ sơ' }).click()
  await dialog.getByRole('textbox', { name: 'Thư mục' }).fill(outside)
  await dialog.getByRole('button', { name: 'Lập vào đây' }).click()
  await expect(page.getByText(/^Đã lập hồ sơ: /)).toBeVisible({ timeout: 60_000 })

  const [name = ''] = readdirSync(outside)
  expect(name).toMatch(/^ho-so-kiem-tra-[\d-]+\.zip$/)
  const zip = join(outside, name)
  const folder = join(outside, 'ho-so')
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  // No file of the folder may be asked of a server, so a plain window without the product's own fixtures.
  const reader = await browser.newPage()
  const said: string[] = []
  reader.on('console', message => said.push(message.text()))
  reader.on('pageerror', error => said.push(error.message))
  reader.on('request', request => /^https?:/.test(request.url()) && said.push(request.url()))
  await reader.goto(pathToFileURL(join(folder, 'index.html')).href)
  await expect(reader.getByText('✓ Nội dung trong trang này nguyên vẹn')).toBeVisible()
  await expect(reader.getByText('✓ Chữ ký đúng, khớp phiên bản và trang độc giả').first()).toBeVisible()
  await reader.getByText('Trang như độc giả thấy').first().click()
  const input = reader.locator('input[type=file]')
  await input.setInputFiles(zip)
  await expect(reader.getByText(/^✓ Toàn bộ hồ sơ nguyên vẹn: \d+ tệp$/)).toBeVisible()
  await reader.getByRole('button', { name: 'English' }).click()
  await expect(reader.getByText(/^✓ The whole pack is intact: \d+ files$/)).toBeVisible()
  await reader.getByRole('button', { name: 'Tiếng Việt' }).click()

  expect(await barriersInBothThemes(reader)).toEqual([])

  const altered = readFileSync(zip)
  const at = altered.indexOf('HUONG-DAN.txt')
  altered.write('HUONG-DAM.txt', at)
  altered.write('HUONG-DAM.txt', altered.lastIndexOf('HUONG-DAN.txt'))
  const bad = join(outside, 'sua.zip')
  writeFileSync(bad, altered)
  await input.setInputFiles(bad)
  await expect(reader.getByText('✗ Không chấp nhận hồ sơ này')).toBeVisible()
  await expect(reader.getByText('Chỗ sai đầu tiên: thiếu tệp HUONG-DAN.txt.')).toBeVisible()

  const page2 = readFileSync(join(folder, 'index.html'), 'utf8')
  const start = page2.indexOf('id="toa-soan-facts">')
  writeFileSync(
    join(folder, 'index.html'),
    page2.slice(0, start) + page2.slice(start).replace(/"headline":"(.)/, '"headline":"X$1'),
  )
  await reader.reload()
  await expect(reader.getByText('✗ Không chấp nhận hồ sơ này')).toBeVisible()
  await expect(reader.getByText(/^Chỗ sai đầu tiên: dữ liệu bài “X/)).toBeVisible()
  expect(said).toEqual([])
  await reader.close()
  rmSync(outside, { recursive: true, force: true })
})
