import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

const approved = 'Cổng trường thông thoáng nhờ làn đón học sinh theo khối'

test('an article goes by hand to a site without any interface, and a reader’s look ends it', async ({
  page,
  context,
  workstation,
}) => {
  const pages = new Map<string, string | Uint8Array>([['/', '<title>Xã cũ</title><p>Trang chủ']])
  const site = createServer((request, response) => {
    const found = pages.get(decodeURIComponent(request.url ?? ''))
    if (found === undefined) response.writeHead(404).end()
    else response.end(found)
  })
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
  const address = site.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()
  await screens.openPortalSettings()
  await page.getByRole('button', { name: 'Nối cổng' }).click()
  await screens.dialog.getByRole('textbox', { name: /^Địa chỉ cổng/ }).fill(url)
  await page.keyboard.press('Enter')
  await screens.dialog.getByRole('button', { name: 'Đăng bằng cách chép tay' }).click()
  await expect(screens.dialog).toContainText('Đã thấy: Xã cũ')
  await screens.dialog.getByRole('button', { name: 'Nối', exact: true }).click()
  await screens.dialog.getByRole('button', { name: 'Kiểm tra và tải chuyên mục' }).click()
  await expect(screens.dialog).toContainText('Mọi bước đều đạt')
  await screens.dialog.getByRole('button', { name: 'Xong' }).click()

  await screens.sitDownAs(people.operator).click()
  await screens.goTo('Xuất bản').click()
  await screens.pushAll.click()
  const row = page.getByRole('row', { name: approved }).filter({ hasText: 'chép tay' })
  await row.getByRole('button', { name: 'Phiếu chép tay…' }).click()
  await screens.dialog.getByRole('button', { name: 'Chép ô Tiêu đề' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(approved)
  await screens.dialog.getByRole('button', { name: 'Chép ô Nội dung' }).click()
  // Between two writings the clipboard's item is void.
  let html = ''
  await expect(async () => {
    html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return item?.types.includes('text/html') ? (await item.getType('text/html')).text() : ''
    })
    expect(html).toContain('<p>')
  }).toPass()
  expect(html).not.toContain('/blob/')

  const { rows } = await workstation.ask('tuan', 'articles.list', { stages: ['approved'] })
  const id = rows.find(({ headline }) => headline === approved)?.id ?? ''
  const { active } = await workstation.ask('tuan', 'publishing.read', {})
  const job = active.find(candidate => candidate.article === id && candidate.byHand)
  const sheet = await workstation.ask('tuan', 'publishing.handSheet', { job: job?.id ?? '' })
  let body = html
  for (const { hash, name } of sheet.files) {
    const link = screens.dialog.getByRole('link', { name: new RegExp(name) })
    const bytes = await page.evaluate(
      async href => Array.from(new Uint8Array(await (await fetch(href)).arrayBuffer())),
      await link.getAttribute('href').then(href => href ?? hash),
    )
    pages.set(`/anh/${name}`, Uint8Array.from(bytes))
    body = body.replaceAll(`[Ảnh: ${name}]`, `<img src="/anh/${name}">`)
  }
  pages.set('/bai-1', `<h1>${sheet.text?.headline}</h1><p>${sheet.text?.lead}</p>${body}`)
  await screens.dialog.getByRole('textbox', { name: /^Địa chỉ bài vừa đăng/ }).fill(`${url}/bai-1`)
  await page.keyboard.press('Enter')
  await expect(screens.dialog).toHaveCount(0)
  const seen = screens.finished.getByRole('link', { name: /Đã thấy trên cổng/ })
  await expect(seen.and(page.locator(`[href="${url}/bai-1"]`))).toBeVisible()
  await new Promise(resolve => site.close(resolve))
})

test('a folder pasted into the wizard becomes a web site', async ({ page, workstation }) => {
  const folder = test.info().outputPath('cong')
  await mkdir(folder, { recursive: true })
  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()
  await screens.openPortalSettings()
  await page.getByRole('button', { name: 'Nối cổng' }).click()
  await screens.dialog.getByRole('textbox', { name: /^Địa chỉ cổng/ }).fill(folder)
  await page.keyboard.press('Enter')
  await expect(screens.dialog).toContainText('sẽ chứa cả trang web')
  await screens.dialog.getByRole('button', { name: 'Nối', exact: true }).click()
  await screens.dialog.getByRole('button', { name: 'Kiểm tra và tải chuyên mục' }).click()
  await expect(screens.dialog).toContainText('Mọi bước đều đạt')
  await screens.dialog.getByRole('button', { name: 'Xong' }).click()
  await workstation.ask('tuan', 'publishing.push', {})
  await screens.sitDownAs(people.operator).click()
  await screens.goTo('Xuất bản').click()
  await expect(
    screens.rowOf(screens.finished, approved).filter({ hasText: 'Đã thấy trên cổng' }),
  ).toHaveCount(2)
})
