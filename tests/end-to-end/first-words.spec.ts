import { newsroomScreens } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

const mostSeconds = 10

// A clock is only fair while nothing else keeps the machine busy.
test.describe.configure({ retries: 2 })

test('journey 1: from the printed address to typing in an article, two actions', async ({
  page,
  hand,
  workstation,
}) => {
  const { enterAsWriter, createArticle, rows, text, saved } = newsroomScreens(page)
  await page.goto('about:blank')
  const started = Date.now()
  await page.goto(workstation.host().address)
  await hand.click(enterAsWriter)
  await expect(rows).not.toHaveCount(0)
  expect(await rows.count(), 'a commune already at work').toBeGreaterThan(24)
  await hand.click(createArticle)
  await expect(text).toBeFocused()
  expect(hand.actions()).toBeLessThanOrEqual(2)
  expect(Date.now() - started).toBeLessThan(mostSeconds * 1_000)
  await hand.type('Thôn Đình mở lớp dạy bơi miễn phí')
  await expect(text.getByRole('heading', { level: 1 })).toHaveText('Thôn Đình mở lớp dạy bơi miễn phí')
  await expect(saved).toBeVisible()
})

test('journey 2: to the page as readers will see it, without a network, at most four actions', async ({
  page,
  hand,
  workstation,
}) => {
  const { enterAsWriter, article, tab, preview } = newsroomScreens(page)
  await workstation.ask('hanh', 'line.setOffline', { offline: true })
  const elsewhere: string[] = []
  const { host } = new URL(workstation.host().address)
  page.on('request', request => {
    const url = new URL(request.url())
    if (url.host !== host && url.protocol !== 'data:' && url.protocol !== 'blob:')
      elsewhere.push(request.url())
  })
  const headline = 'Tủ sách thôn Chùa mở cửa mỗi tối, thêm góc máy tính cho học sinh'
  await hand.click(enterAsWriter)
  await hand.click(article(headline))
  await hand.click(tab('Xem trước'))
  await expect(preview.getByRole('heading', { level: 1, name: headline })).toBeVisible()
  await expect(preview.getByRole('img', { name: /^Bốn học sinh/ })).toBeVisible()
  expect(hand.actions()).toBeLessThanOrEqual(4)
  expect(elsewhere, 'requests to anywhere but this machine').toEqual([])
})
