import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

const leastRows = 12

test.beforeEach(async ({ page }) => {
  const { enterAsWriter, createArticle } = newsroomScreens(page)
  await enterAsWriter.click()
  await expect(createArticle).toBeVisible()
})

test('the desk shows twelve whole rows or more at 1280 by 720', async ({ page }) => {
  const { rows } = newsroomScreens(page)
  await expect(rows).not.toHaveCount(0)
  const bottom = (await page.getByRole('contentinfo').boundingBox())?.y ?? 0
  const boxes = await Promise.all((await rows.all()).slice(1, 30).map(row => row.boundingBox()))
  const whole = boxes.filter(box => box !== null && box.y + box.height <= bottom)
  expect(whole.length).toBeGreaterThanOrEqual(leastRows)
})

test('Ctrl+K finds commands and articles, with or without marks', async ({ page }) => {
  const { dialog, text } = newsroomScreens(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('xuat ban')
  await expect(dialog.getByRole('option', { name: /Xuất bản/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Xuất bản' })).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('tu sach thon chua')
  await expect(dialog.getByRole('option', { name: /^Tủ sách thôn Chùa/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(text.getByRole('heading', { level: 1 })).toContainText('Tủ sách thôn Chùa')
})

test('VI and EN, light and dark, are one click each and stay', async ({ page }) => {
  await page.getByRole('button', { name: /đổi ngôn ngữ$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const surface = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await surface()
  await page.getByRole('contentinfo').getByRole('button', { name: /dark/i }).click()
  await expect.poll(surface).not.toBe(light)
  const dark = await surface()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible()
  expect(await surface()).toBe(dark)
})

test('every number leads to what it counts', async ({ page }) => {
  const { sitDownAs, goTo, rows } = newsroomScreens(page)
  await sitDownAs(people.operator).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Xuất bản' })).toBeVisible()
  await goTo('Bàn việc').click()
  const counters = page.getByRole('navigation', { name: 'Việc đang chờ' }).getByRole('link')
  await expect(counters.first()).toHaveText(/^\d+/)
  for (const counter of await counters.all()) {
    const count = Number.parseInt((await counter.textContent()) ?? '', 10)
    await counter.click()
    if (count === 0) await expect(page.getByRole('heading', { name: 'Không có việc ở đây' })).toBeVisible()
    else await expect(rows).toHaveCount(count + 1)
  }
})

test('no screen is wider than a telephone’s window', async ({ page }) => {
  const { sitDownAs, article, tab } = newsroomScreens(page)
  await sitDownAs(people.reviewerAndOperator).click()
  await expect(page.getByRole('navigation', { name: 'Bài chờ duyệt' })).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  const places = await page
    .getByRole('navigation', { name: 'Điều hướng' })
    .getByRole('link')
    .evaluateAll(links => [...new Set(links.map(link => link.getAttribute('href') ?? ''))])
  expect(places.length).toBeGreaterThanOrEqual(7)
  const excess = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  for (const place of places) {
    await page.goto(new URL(place, page.url()).href)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await excess(), place).toBe(0)
  }
  await page.goto(new URL('#/tin-bai', page.url()).href)
  await article('Tủ sách thôn Chùa mở cửa mỗi tối, thêm góc máy tính cho học sinh').click()
  await expect(tab(/^Thông tin/)).toBeVisible()
  expect(await excess(), 'editor').toBe(0)
})

test('the right address opens the window that asked for it', async ({ browser, workstation }) => {
  const { address } = workstation.host()
  const page = await browser.newPage()
  await page.goto(new URL('/', address).href)
  await expect(page.getByRole('heading', { name: 'Mở từ địa chỉ đã in' })).toBeVisible()
  await page.goto(address)
  await expect(newsroomScreens(page).enterAsWriter).toBeVisible()
  await page.close()
})
