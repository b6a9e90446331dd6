import { expect, type Page } from '@playwright/test'
import { newsroomScreens, people } from './newsroom-screens'
import type { Workstation } from './workstation'

type Stop = (name: string) => Promise<void>

const changed = 'Đài Truyền thanh xã đổi giờ phát, thêm bản tin ngắn buổi trưa'
const drill = 'Diễn tập chữa cháy, cứu người tại khu dân cư thôn Đình'

/** Walks through what proves an approval: versions, files, keys, levels, urgent decisions, the journal's verdict. */
export async function reviewTour(page: Page, workstation: Workstation, stop: Stop): Promise<void> {
  const screens = newsroomScreens(page)
  await screens.enterAsWriter.click()
  await versions(page, stop)
  await screens.sitDownAs(people.reviewer).click()
  await approvalFile(page, stop)
  await keys(page, workstation, stop)
  await levelsAndUrgent(page, workstation, stop)
  await screens.sitDownAs(people.administrator).click()
  await policy(page, stop)
  await screens.goTo('Sổ sách').click()
  await page.getByRole('button', { name: 'Kiểm tra nhật ký' }).click()
  await expect(page.getByText(/^Nhật ký nguyên vẹn: /)).toBeVisible({ timeout: 60_000 })
  await stop('so-sach-da-kiem-tra')
}

async function versions(page: Page, stop: Stop): Promise<void> {
  const { goTo, article, dialog, tab } = newsroomScreens(page)
  await goTo('Tin bài').click()
  await article(changed).click()
  await page.getByRole('button', { name: /^Khác bản trên cổng/ }).click()
  await expect(dialog.locator('ins').first()).toBeVisible()
  await stop('soan-so-sanh')
  await tab('Danh sách').click()
  await expect(dialog.getByRole('listitem').first()).toBeVisible()
  await stop('soan-cac-phien-ban')
  await page.keyboard.press('Escape')
}

async function approvalFile(page: Page, stop: Stop): Promise<void> {
  const { queue, queued, dialog, moreOfReview } = newsroomScreens(page)
  await queued(drill).click()
  await moreOfReview('Gửi người duyệt ở máy khác…')
  await dialog.getByRole('combobox', { name: 'Người duyệt' }).click()
  await page.getByRole('option', { name: people.reviewer }).click()
  await stop('duyet-xuat-tep')
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Xuất tệp' }).click()
  await download
  await queue.getByRole('link', { name: 'Tệp duyệt' }).click()
  await page.getByRole('main').getByRole('link', { name: drill }).click()
  await expect(page.getByRole('region', { name: drill })).toBeVisible()
  await stop('duyet-tep-da-gui')
}

async function keys(page: Page, { ask }: Workstation, stop: Stop): Promise<void> {
  const { queue, goTo, dialog } = newsroomScreens(page)
  const { keys } = await ask('thang', 'keys.list', {})
  const kid = keys.find(({ holder }) => holder === people.editor)?.kid ?? ''
  await ask('thang', 'keys.propose', { change: { kind: 'retire', kid } })
  await goTo('Duyệt').click()
  await queue.getByRole('link', { name: 'Tệp duyệt' }).click()
  await page.getByRole('region', { name: 'Sổ khóa' }).getByRole('button', { name: 'Xác nhận' }).click()
  await expect(dialog).toBeVisible()
  await stop('duyet-xac-nhan-khoa')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
}

async function levelsAndUrgent(page: Page, { ask }: Workstation, stop: Stop): Promise<void> {
  const { goTo, queued, rows } = newsroomScreens(page)
  const level = (name: string, role: 'editor' | 'reviewer') => ({
    name,
    signers: { kind: 'role' as const, role },
  })
  const levels = [level('Biên tập viên', 'editor'), level('Người duyệt', 'reviewer')]
  const { rows: listed } = await ask('mai', 'articles.list', { stages: ['submitted'], limit: 50 })
  const find = (headline: string) => {
    const row = listed.find(row => row.headline === headline)
    if (row === undefined) throw new Error(`not submitted: ${headline}`)
    return row
  }
  const [first, urgent] = [find(drill), find(changed)]
  await ask('thang', 'review.setPolicy', { rules: { levels, exceptions: [], sameSigner: false } })
  await ask('huong', 'articles.withdraw', { article: first.id })
  const { article: card } = await ask('huong', 'articles.submit', { article: first.id })
  await ask('huong', 'review.approve', { article: first.id, revision: card.revision ?? '' })
  const { article: other } = await ask('mai', 'articles.read', { article: urgent.id })
  const reason = 'Loa truyền thanh phát từ 5 giờ sáng mai.'
  await ask('tuan', 'review.publishUrgently', { article: urgent.id, revision: other.revision ?? '', reason })
  await goTo('Bàn việc').click()
  await page.getByRole('link', { name: /Đăng khẩn chờ duyệt$/ }).click()
  await expect(rows).not.toHaveCount(0)
  await stop('ban-viec-dang-khan')
  await goTo('Duyệt').click()
  await queued(changed).click()
  await expect(page.getByText(reason)).toBeVisible()
  await stop('duyet-bai-dang-khan')
  await queued(drill).click()
  await expect(page.getByText('Biên tập viên').first()).toBeVisible()
  await stop('duyet-cap-hai')
}

async function policy(page: Page, stop: Stop): Promise<void> {
  const { goTo } = newsroomScreens(page)
  await goTo('Cài đặt').click()
  await page.getByRole('tab', { name: 'Quy trình duyệt', exact: true }).click()
  await page.getByRole('button', { name: 'Thêm cấp' }).click()
  await page.getByRole('button', { name: 'Thêm quy trình riêng cho loại tin' }).click()
  await expect(page.getByRole('button', { name: 'Bỏ quy trình riêng này' })).toBeVisible()
  await stop('cai-dat-quy-trinh-nhieu-cap')
}
