import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { barriersInBothThemes } from '#tests/support/serious-barriers'
import { startWordpress, type Wordpress, withoutPackages } from '#tests/support/wordpress/start-wordpress'
import { expect, test } from '#tests/support/workstation'

const approved = 'Cổng trường thông thoáng nhờ làn đón học sinh theo khối'

let site: Wordpress | null = null
test.beforeAll(async () => {
  test.setTimeout(700_000)
  site = await startWordpress()
})
test.afterAll(async () => {
  await site?.stop()
})

test('from the address of a WordPress site to an article seen on it, in at most ten actions', async ({
  page,
  workstation,
}) => {
  test.skip(site === null, withoutPackages)
  if (site === null) return
  const wordpress = site
  const [user = '', password = ''] = wordpress.editor.split(':')
  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()
  await screens.openPortalSettings()
  await page.getByRole('button', { name: 'Nối cổng' }).click()
  await screens.dialog.getByRole('textbox', { name: /^Địa chỉ cổng/ }).fill(wordpress.url)
  await page.keyboard.press('Enter')
  await expect(screens.dialog).toContainText('Đây là trang WordPress')
  await screens.dialog.getByRole('textbox', { name: /^Tên tài khoản/ }).fill(user)
  await screens.dialog.getByLabel(/^Mật khẩu ứng dụng/).fill(password)
  await page.keyboard.press('Enter')
  await screens.dialog.getByRole('button', { name: 'Kiểm tra và tải chuyên mục' }).click()
  await expect(screens.dialog).toContainText('Mọi bước đều đạt')
  await expect(screens.dialog).toContainText('Cổng này mở XML-RPC')
  expect(await wordpress.sql("SELECT ID FROM wp_posts WHERE post_title LIKE 'Bài thử%'")).toEqual([])
  await screens.dialog.getByRole('button', { name: 'Xong' }).click()

  const { portals } = await workstation.ask('thang', 'portals.list', {})
  const portal = portals.find(({ kind }) => kind === 'wordpress')
  const card = page.getByRole('region', { name: portal?.name ?? '', exact: true })
  await expect(card).toContainText('chuyên mục chưa chọn')
  expect(await barriersInBothThemes(page)).toEqual([])
  const open = card.getByRole('button', { name: /^Tạo trên cổng: / })
  const before = await open.count()
  await card.getByRole('button', { name: /^Tạo trên cổng: .*Hướng dẫn/ }).click()
  await expect(open).toHaveCount(before - 1)
  expect(await wordpress.sql("SELECT name FROM wp_terms WHERE name = 'Hướng dẫn'")).toHaveLength(1)
  const { rows } = await workstation.ask('tuan', 'articles.list', { stages: ['approved'] })
  const article = rows.find(({ headline }) => headline === approved)
  const names = new Map(portals.flatMap(({ categories }) => categories).map(({ id, name }) => [id, name]))
  await card
    .getByRole('combobox', { name: `Chuyên mục trên cổng cho ${names.get(article?.category ?? '')}` })
    .click()
  await page.getByRole('option', { name: 'Tin tức', exact: true }).click()

  await screens.sitDownAs(people.operator).click()
  await screens.goTo('Xuất bản').click()
  await screens.pushAll.click()
  await expect(screens.rowOf(screens.finished, approved).first()).toContainText('Đã thấy trên cổng lúc', {
    timeout: 45_000,
  })
  const addresses = () =>
    wordpress.sql(
      `SELECT post_name FROM wp_posts WHERE post_type = 'post' AND post_status = 'publish' AND post_content LIKE '%toa-soan:${article?.id}%'`,
    )
  await expect.poll(async () => (await addresses()).length, { timeout: 45_000 }).toBe(1)
  const [[slug] = []] = await addresses()
  await page.goto(`${wordpress.url}/${slug}/`)
  await expect(page.getByRole('heading', { name: approved }).first()).toBeVisible()
})
