import { join } from 'node:path'
import { addressOf, read } from '#tests/support/anonymous-reader'
import { startPortal } from '#tests/support/browser-host'
import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { canFindPortal, portalProcessOf } from '#tests/support/portal-process'
import { expect, test, type Workstation } from '#tests/support/workstation'

const approved = 'Cổng trường thông thoáng nhờ làn đón học sinh theo khối'
const live = 'Chợ quê quen dần với tấm bảng quét mã'

test.beforeEach(async ({ page }) => {
  const { enterAsWriter, sitDownAs, pushAll } = newsroomScreens(page)
  await enterAsWriter.click()
  await sitDownAs(people.operator).click()
  await expect(pushAll).toBeVisible()
})

test('without a line everything waits, and leaves by itself when the line is back', async ({ page }) => {
  const { offlineSwitch, lineState, pushAll, active, finished, rowOf, goTo, rows } = newsroomScreens(page)
  await offlineSwitch.click()
  await expect(lineState).toHaveText(/^Ngoại tuyến/)
  await expect(pushAll).toHaveText(/^Đẩy khi có mạng/)
  await pushAll.click()
  await expect(rowOf(active, approved)).toContainText('Chờ mạng')
  await expect(lineState).toHaveText(/^Ngoại tuyến, \d+ tin chờ mạng$/)
  await goTo('Tin bài').click()
  await expect(rows.filter({ hasText: approved })).toContainText('Chờ mạng')
  await goTo('Xuất bản').click()
  await offlineSwitch.click()
  await expect(rowOf(finished, approved)).toContainText('Đã thấy trên cổng lúc')
  await expect(lineState).toHaveText('Trực tuyến')
})

test('a portal that dies costs no try, and gets everything when it is back', async ({
  page,
  workstation,
}) => {
  test.skip(!canFindPortal, 'finding the portal process needs /proc')
  const { pushAll, lineState, finished, rowOf } = newsroomScreens(page)
  const { portalUrl, processId, workspace } = workstation.host()
  process.kill(portalProcessOf(processId), 'SIGKILL')
  await pushAll.click()
  await expect(lineState).toHaveText(/^Cổng không trả lời/)
  const { active } = await workstation.ask('tuan', 'publishing.read', {})
  const job = active.find(({ headline }) => headline === approved)
  expect(job?.attempts, 'tries spent on a portal that is not there').toBe(0)
  const portal = await startPortal(join(workspace, 'portal'), Number(new URL(portalUrl).port))
  try {
    await expect(rowOf(finished, approved)).toContainText('Đã thấy trên cổng lúc', { timeout: 45_000 })
    await expect(lineState).toHaveText('Trực tuyến')
  } finally {
    await portal.end()
  }
})

test('a correction reaches readers with its notice', async ({ page, workstation }) => {
  const screens = newsroomScreens(page)
  const notice = 'Bản trước ghi thiếu số gian hàng; nay bổ sung.'
  const row = screens.rowOf(screens.finished, live)
  const url = publicUrl(
    await row.getByRole('link', { name: /^Đã thấy trên cổng/ }).getAttribute('href'),
    workstation,
  )
  await screens.sitDownAs(people.writer).click()
  await screens.article(live).click()
  await page.getByRole('button', { name: 'Sửa lại' }).click()
  await screens.dialog.getByRole('button', { name: 'Sửa lại' }).click()
  await expect(screens.tool('Ảnh')).toBeVisible()
  await screens.text.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Phiên chợ có 42 gian hàng.')
  await screens.submit.click()
  await expect(screens.toast(/^Đã chuyển duyệt/)).toBeVisible()
  await screens.sitDownAs(people.reviewer).click()
  await screens.queued(live).click()
  await expect(page.getByRole('heading', { level: 2, name: live })).toBeVisible()
  await screens.approve.click()
  await expect(screens.queued(live)).toHaveCount(0)
  await screens.sitDownAs(people.operator).click()
  await screens
    .rowOf(screens.ready, live)
    .getByRole('button', { name: /^Thao tác/ })
    .click()
  await screens.menuItem('Đính chính…').click()
  await screens.dialog.getByLabel('Lời đính chính').fill(notice)
  await screens.dialog.getByRole('button', { name: 'Đẩy bản đính chính' }).click()
  const corrected = screens.rowOf(screens.finished, live).filter({ hasText: 'Đính chính' })
  await expect(corrected).toContainText('Đã thấy trên cổng lúc')
  const reader = await read(url)
  expect(reader.text).toContain(notice)
  expect(reader.text).toContain('Phiên chợ có 42 gian hàng.')
})

test('a takedown leaves readers a page that says it is gone', async ({ page, workstation }) => {
  const { finished, rowOf, menuItem, dialog } = newsroomScreens(page)
  const row = rowOf(finished, live)
  const url = publicUrl(
    await row.getByRole('link', { name: /^Đã thấy trên cổng/ }).getAttribute('href'),
    workstation,
  )
  expect((await read(url)).status).toBe(200)
  await row.getByRole('button', { name: /^Thao tác/ }).click()
  await menuItem(/^Gỡ bài…$/).click()
  await dialog.getByLabel('Lý do gỡ').fill('Đăng nhầm ảnh của người dân.')
  await dialog.getByRole('button', { name: 'Gỡ bài' }).click()
  await expect(row.filter({ hasText: 'Đã thấy bài không còn trên cổng lúc' })).toBeVisible()
  const reader = await read(url)
  expect(reader.status).toBe(410)
  expect(reader.text).not.toContain('bảng quét mã bên')
})

/** The copied sample was pushed when its portal listened on another port. */
function publicUrl(href: string | null, { host }: Workstation): string {
  return new URL(new URL(addressOf(href)).pathname, host().portalUrl).href
}
