import type { Locator } from '@playwright/test'
import { article, p } from '#tests/support/documents'
import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { barriersInBothThemes } from '#tests/support/serious-barriers'
import { expect, test } from '#tests/support/workstation'

const drill = 'Diễn tập chữa cháy, cứu người tại khu dân cư thôn Đình'
const revised = 'Đài Truyền thanh xã đổi giờ phát, thêm bản tin ngắn buổi trưa'

test('a reviewer reads the page, sees what changed, and approving goes on to the next text', async ({
  page,
}) => {
  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()
  await screens.sitDownAs(people.reviewer).click()
  await screens.queued(drill).click()
  await expect(screens.reviewedPage.getByRole('heading', { level: 1, name: drill })).toBeVisible()

  await screens.queued(revised).click()
  await expect(page.getByRole('heading', { level: 2, name: revised })).toBeVisible()
  await page.getByRole('button', { name: /^Thay đổi \(\d+ chữ/ }).click()
  await expect(page.locator('ins').first()).toBeVisible()

  await screens.queued(drill).click()
  await expect(page.getByRole('heading', { level: 2, name: drill })).toBeVisible()
  await screens.approve.click()
  await expect(screens.toast(/^Đã phê duyệt/)).toBeVisible()
  await expect(screens.queued(drill)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 2 })).not.toHaveText(drill)
  // What was meant for the text before, a second click and a key, decides nothing about the one that came after it.
  const left = await screens.queue.getByRole('listitem').count()
  await page.mouse.click(...(await middleOf(screens.approve)))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Bài vừa mở: xem trang rồi mới quyết định được.')).toBeVisible()
  await expect(screens.approve).toBeEnabled()
  await expect(screens.queue.getByRole('listitem')).toHaveCount(left)
})

test('a returned text shows its writer the reason in an amber band', async ({ page }) => {
  const screens = newsroomScreens(page)
  const note = 'Đoạn hai ghi sai ngày diễn tập, giấy mời ghi 25/11.'
  await screens.enterAsWriter.click()
  await screens.sitDownAs(people.reviewer).click()
  await screens.queued(drill).click()
  await expect(page.getByRole('heading', { level: 2, name: drill })).toBeVisible()
  await screens.giveBack.click()
  // By its place in the page: behind an open dialog nothing has a role.
  const row = page.locator('nav li').filter({ hasText: drill })
  await expect(row).toContainText('bạn đang giữ')
  await screens.dialog.getByRole('button', { name: 'Thôi', exact: true }).click()
  await expect(row).not.toContainText('bạn đang giữ')
  await screens.giveBack.click()
  await screens.dialog.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await expect(screens.dialog.getByText('Chọn một lý do để người viết biết phải sửa gì.')).toBeVisible()
  await screens.dialog.getByRole('radio', { name: 'Sai hoặc thiếu thông tin' }).check()
  await screens.dialog.getByLabel('Lời nhắn cho người viết').fill(note)
  await screens.dialog.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await expect(screens.queued(drill)).toHaveCount(0)

  await screens.sitDownAs(people.writer).click()
  await page.getByRole('link', { name: /^1 Trả lại cho tôi$/ }).click()
  await screens.article(drill).click()
  await expect(page.getByText('Bài bị trả lại: Sai hoặc thiếu thông tin')).toBeVisible()
  await expect(page.getByText(note)).toBeVisible()
  await expect(page.getByText(new RegExp(`^${people.reviewer}, `))).toBeVisible()
  await expect(screens.submit).toBeVisible()
})

test('what the proofreader found is shown in the page, also out of the comparison', async ({
  page,
  workstation,
}) => {
  const headline = 'Thôn Đoài họp dân'
  const filler = Array.from({ length: 30 }, (_, at) => p(`Việc thứ ${at + 1} đã bàn xong trong buổi sáng.`))
  const document = article(
    { headline, lead: 'Bà con họp tại nhà văn hóa thôn.', attrs: { category: 'tin-tuc-su-kien' } },
    ...filler,
    p('Cuộc họp đựơc cả thôn đồng tình.'),
    ...filler,
    p('Cuộc họp đựơc cả thôn đồng tình.'),
  )
  const { article: card } = await workstation.ask('hanh', 'articles.create', { kind: 'news', document })
  await workstation.ask('hanh', 'articles.submit', { article: card.id })

  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()
  await screens.sitDownAs(people.reviewer).click()
  await screens.queued(headline).click()
  const found = screens.reviewedPage.getByText('Cuộc họp đựơc cả thôn')
  await expect(found).toHaveCount(2)
  await expect(found.first()).not.toBeInViewport()
  await page.getByRole('button', { name: /^Thay đổi/ }).click()
  await expect(found).toHaveCount(0)
  const passages = page.getByRole('button', { name: /^Xem chỗ này trong bài.*Cuộc họp đựơc/ })
  await passages.first().click()
  await expect(found.first()).toBeInViewport()
  await expect(found.last()).not.toBeInViewport()
  const marked = await screens.reviewedPage
    .locator('body')
    .evaluate(() => [...CSS.highlights.values()].flatMap(one => [...one].map(String)))
  expect(marked).toEqual(['đựơc'])
  expect(await barriersInBothThemes(page)).toEqual([])
  // The same words further down, in a page that is there already.
  await passages.nth(1).click()
  await expect(found.last()).toBeInViewport()
  await expect(found.first()).not.toBeInViewport()
})

test('nobody approves a text of their own, whatever roles they hold', async ({ page, workstation }) => {
  const { accounts } = await workstation.ask('thang', 'accounts.list', {})
  const { id: account, name } = accounts.find(({ signInName }) => signInName === 'hanh') ?? {
    id: '',
    name: '',
  }
  await workstation.ask('thang', 'accounts.change', {
    account,
    name,
    roles: ['writer', 'reviewer'],
    active: true,
  })
  const screens = newsroomScreens(page)
  await page.reload()
  await page
    .getByRole('button', { name: new RegExp(people.writer) })
    .first()
    .click()
  await screens.goTo('Duyệt').click()
  await screens.queued(drill).click()
  const blocked = page.getByRole('button', { name: /^Cần người khác duyệt/ })
  await expect(blocked).toBeDisabled()
  await expect(page.getByText('Bạn đã viết hoặc sửa bài này nên cần người khác duyệt.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(screens.queued(drill)).toBeVisible()
})

async function middleOf(button: Locator): Promise<[number, number]> {
  const box = await button.boundingBox()
  if (box === null) throw new Error('the button is not on the screen')
  return [box.x + box.width / 2, box.y + box.height / 2]
}
