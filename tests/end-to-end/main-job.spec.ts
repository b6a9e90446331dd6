import { addressOf, read } from '#tests/support/anonymous-reader'
import { tabTo } from '#tests/support/hand'
import { chooseFrom, newsroomScreens, people } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

const headline = 'Xã Trúc Thủy mở lớp hướng dẫn nộp hồ sơ trực tuyến'
const words = `${headline}\nMỗi tối thứ bảy, bà con được chỉ cách làm ngay tại thôn.\nMỗi buổi kéo dài hai giờ.`
const draft = 'Tủ sách thôn Chùa mở cửa mỗi tối, thêm góc máy tính cho học sinh'

test('journey 3: draft, review, approved, queued in ten actions, and readers see it', async ({
  page,
  hand,
}) => {
  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()

  await hand.click(screens.createArticle)
  await expect(screens.text).toBeFocused()
  await hand.type(words)
  await hand.click(screens.field('Chuyên mục'))
  await hand.click(page.getByRole('option', { name: 'Chuyển đổi số', exact: true }))
  await hand.click(screens.submit)
  await expect(screens.toast(/^Đã chuyển duyệt/)).toBeVisible()
  await hand.click(screens.sitDownAs(people.reviewer))
  await hand.click(screens.queued(headline))
  await hand.click(screens.approve)
  await expect(screens.queued(headline)).toHaveCount(0)
  await hand.click(screens.sitDownAs(people.operator))
  await hand.click(screens.pushAll)
  expect(hand.actions()).toBeLessThanOrEqual(10)

  const result = screens.rowOf(screens.finished, headline)
  const seen = result.getByRole('link', { name: /^Đã thấy trên cổng lúc \d\d\/\d\d\/\d{4} \d\d:\d\d$/ })
  await expect(seen).toBeVisible()
  const reader = await read(addressOf(await seen.getAttribute('href')))
  expect(reader.status).toBe(200)
  expect(reader.text).toContain(headline)
  expect(reader.text).toContain('Mỗi buổi kéo dài hai giờ.')
})

test('journey 3 with a reviewer who also operates takes eight actions', async ({ page, hand }) => {
  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()

  await hand.click(screens.article(draft))
  await hand.click(screens.submit)
  await expect(screens.toast(/^Đã chuyển duyệt/)).toBeVisible()
  await hand.click(screens.sitDownAs(people.reviewerAndOperator))
  await hand.click(screens.queued(draft))
  await hand.click(screens.approve)
  await expect(screens.queued(draft)).toHaveCount(0)
  await hand.click(screens.goTo('Xuất bản'))
  await hand.click(screens.pushAll)
  expect(hand.actions()).toBeLessThanOrEqual(8)
  await expect(screens.rowOf(screens.finished, draft)).toContainText('Đã thấy trên cổng lúc')
})

test('the main job by keyboard alone', async ({ page, hand }) => {
  const screens = newsroomScreens(page)
  await expect(screens.enterAsWriter).toBeFocused()
  await hand.press('Enter')
  await expect(screens.createArticle).toBeVisible()
  await hand.press('Alt+n')
  await expect(screens.text).toBeFocused()
  await hand.type(words)
  // The category is missing: the refusal puts the focus on it.
  await hand.press('Control+Enter')
  await expect(screens.field('Chuyên mục')).toBeFocused()
  await hand.press('Enter')
  const category = page.getByRole('option', { name: 'Chuyển đổi số', exact: true })
  await expect(page.getByRole('option', { name: 'Chưa chọn' })).toBeFocused()
  await hand.press('ArrowDown')
  await expect(category).toBeFocused()
  await hand.press('Enter')
  await expect(screens.field('Chuyên mục')).toContainText('Chuyển đổi số')
  await expect(screens.field('Chuyên mục')).toBeFocused()
  await expect(category).toHaveCount(0)
  await hand.press('Control+Enter')
  await expect(screens.toast(/^Đã chuyển duyệt/)).toBeVisible()

  await tabTo(page, screens.sitDownAs(people.reviewer))
  await hand.press('Enter')
  await expect(screens.queued(headline)).toBeVisible()
  const open = page.getByRole('heading', { level: 2, name: headline })
  const queued = await screens.queue.getByRole('link').count()
  for (let moves = 0; moves < queued && !(await open.isVisible()); moves += 1) {
    const before = page.url()
    await hand.press('j')
    await expect.poll(() => page.url()).not.toBe(before)
    await expect(screens.approve.or(page.getByRole('button', { name: 'Cần người khác duyệt' }))).toBeVisible()
  }
  await expect(open).toBeVisible()
  await expect(screens.approve).toBeEnabled()
  await hand.press('Control+Enter')
  await expect(screens.queued(headline)).toHaveCount(0)

  await tabTo(page, screens.sitDownAs(people.operator))
  await hand.press('Enter')
  await expect(screens.pushAll).toBeVisible()
  await tabTo(page, screens.pushAll)
  await hand.press('Enter')
  await expect(screens.rowOf(screens.finished, headline)).toContainText('Đã thấy trên cổng lúc')
})

test('a refused step says why in Vietnamese and leads to what has to be mended', async ({ page }) => {
  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()
  await screens.createArticle.click()
  await chooseFrom(page, screens.field('Chuyên mục'), 'Chuyển đổi số')
  await screens.submit.click()
  const refusal = page.getByText('Bài chưa có tiêu đề. Gõ tiêu đề rồi chuyển duyệt.').first()
  await expect(refusal).toBeVisible()
  await expect(screens.text).toBeFocused()
  await screens.tab('Thông tin').click()
  await page.getByRole('button', { name: 'Đến chỗ đó' }).click()
  await expect(screens.text).toBeFocused()
  await page.keyboard.type('Tiêu đề gõ vào đúng chỗ\n\nNội dung một câu.')
  await expect(screens.text.getByRole('heading', { level: 1 })).toHaveText('Tiêu đề gõ vào đúng chỗ')
  await expect(screens.saved).toBeVisible()
  await expect(refusal).toHaveCount(0)
  await screens.submit.click()
  await expect(screens.toast(/^Đã chuyển duyệt/)).toBeVisible()
})
