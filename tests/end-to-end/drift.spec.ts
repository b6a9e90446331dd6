import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

const approved = 'Cổng trường thông thoáng nhờ làn đón học sinh theo khối'

test('what somebody changed on the portal is shown, and gives way to the approved text', async ({
  page,
  workstation,
}) => {
  const folder = test.info().outputPath('cong')
  await mkdir(folder, { recursive: true })
  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()
  await workstation.ask('thang', 'portals.connect', { url: folder, name: 'Thư mục cổng' })
  await workstation.ask('tuan', 'publishing.push', {})
  await workstation.ask('tuan', 'publishing.drain', { timeoutMs: 60_000 })
  const [name = ''] = (await readdir(join(folder, 'bai'))).filter(file => file.startsWith('cong-truong'))
  const path = join(folder, 'bai', name)
  const html = await readFile(path, 'utf8')
  expect(html).toContain('vạch sơn')
  await writeFile(path, html.replace('vạch sơn', 'vạch phấn'))

  await screens.sitDownAs(people.operator).click()
  await screens.goTo('Xuất bản').click()
  const { rows } = await workstation.ask('tuan', 'articles.list', {})
  const article = rows.find(({ headline }) => headline === approved)?.id
  if (article === undefined) throw new Error('no article')
  await workstation.ask('tuan', 'publishing.readBack', { article })
  const row = screens.rowOf(screens.finished, approved).filter({ hasText: 'Chữ trên cổng khác bản đã duyệt' })
  await row.getByRole('button', { name: 'Xem chỗ khác' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bản trên cổng khác bản đã duyệt')
  await expect(page.locator('.comparison')).toContainText('phấn')
  await page.getByRole('button', { name: 'Đưa bản đã duyệt lên lại' }).click()
  await expect.poll(() => readFile(path, 'utf8'), { timeout: 30_000 }).toContain('vạch sơn')
  await expect(row).toHaveCount(0)
})
