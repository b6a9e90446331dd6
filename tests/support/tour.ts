import { expect, type Page } from '@playwright/test'
import { newsroomScreens, people } from './newsroom-screens'

type Stop = (name: string) => Promise<void>

/** Walks from the welcome through every screen of the workstation and stops at each when it is whole. */
export async function tour(page: Page, stop: Stop): Promise<void> {
  const screens = newsroomScreens(page)
  await expect(screens.enterAsWriter).toBeVisible()
  await stop('chao')
  await screens.enterAsWriter.click()
  await expect(screens.rows).not.toHaveCount(0)
  await stop('ban-viec')
  await screens.goTo('Tin bài').click()
  await expect(screens.rows).not.toHaveCount(0)
  await stop('tin-bai')
  await pictures(page, stop)
  await writing(page, stop)
  await screens.sitDownAs(people.reviewer).click()
  await reviewing(page, stop)
  await screens.sitDownAs(people.operator).click()
  await expect(screens.finished.getByRole('row')).not.toHaveCount(0)
  await stop('xuat-ban')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('tap huan')
  await expect(screens.dialog.getByRole('option').first()).toBeVisible()
  await stop('tim')
  await page.keyboard.press('Escape')
  await expect(screens.dialog).toHaveCount(0)
  await screens.sitDownAs(people.administrator).click()
  await governing(page, stop)
}

async function pictures(page: Page, stop: Stop): Promise<void> {
  const { goTo } = newsroomScreens(page)
  await goTo('Kho ảnh').click()
  const grid = page.getByRole('list', { name: 'Kho ảnh' })
  await grid.getByRole('button').first().click()
  await expect(page.getByRole('complementary', { name: 'Chi tiết ảnh' })).toContainText('Đang dùng trong')
  await stop('kho-anh')
  await goTo('Tin bài').click()
}

async function writing(page: Page, stop: Stop): Promise<void> {
  const { article, text, tab, preview } = newsroomScreens(page)
  await article('Tủ sách thôn Chùa mở cửa mỗi tối, thêm góc máy tính cho học sinh').click()
  await expect(text.getByRole('img')).toBeVisible()
  await text.getByRole('paragraph').nth(1).click()
  await stop('soan-tin')
  await text.getByRole('img').click()
  await stop('soan-anh')
  await tab(/^Kiểm tra/).click()
  await stop('soan-kiem-tra')
  await tab('Xem trước').click()
  await expect(preview.getByRole('heading', { level: 1 })).toBeVisible()
  await stop('soan-xem-truoc')
}

async function reviewing(page: Page, stop: Stop): Promise<void> {
  const { queue, queued, reviewedPage, giveBack, moreOfReview, dialog, tab } = newsroomScreens(page)
  const changed = 'Đài Truyền thanh xã đổi giờ phát, thêm bản tin ngắn buổi trưa'
  await queued('Diễn tập chữa cháy, cứu người tại khu dân cư thôn Đình').click()
  await expect(reviewedPage.getByRole('heading', { level: 1, name: /^Diễn tập/ })).toBeVisible()
  await stop('duyet')
  await giveBack.click()
  await expect(dialog).toBeVisible()
  await stop('duyet-tra-lai')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await moreOfReview(/^Đăng khẩn/)
  await expect(dialog).toBeVisible()
  await stop('duyet-dang-khan')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await queued(changed).click()
  await expect(page.getByRole('heading', { level: 2, name: changed })).toBeVisible()
  await page.getByRole('button', { name: /^Thay đổi \(/ }).click()
  await tab('Lịch sử').click()
  await stop('duyet-thay-doi')
  await queue.getByRole('link', { name: 'Tệp duyệt' }).click()
  await expect(page.getByRole('region', { name: 'Sổ khóa' })).toBeVisible()
  await stop('duyet-tep')
}

async function governing(page: Page, stop: Stop): Promise<void> {
  const { goTo } = newsroomScreens(page)
  await goTo('Sổ sách').click()
  await expect(page.getByRole('row')).not.toHaveCount(0)
  await stop('so-sach')
  await page.getByRole('button', { name: 'Lập hồ sơ kiểm tra…' }).click()
  await expect(page.getByRole('button', { name: 'Chọn nơi lưu và lập hồ sơ' })).toBeVisible()
  await stop('so-sach-ho-so')
  const pages = [
    ['Cổng', 'cai-dat-cong', page.getByText('Cổng mẫu', { exact: true })],
    ['Tài khoản', 'cai-dat-tai-khoan', page.getByRole('cell', { name: people.reviewer })],
    ['Quy trình duyệt', 'cai-dat-quy-trinh', page.getByRole('heading', { name: 'Mọi tin bài' })],
    ['Tên riêng, cơ quan', 'cai-dat-ten-rieng', page.getByRole('cell', { name: 'Trúc Lâm' })],
    ['Mẫu tin', 'cai-dat-mau', page.getByRole('heading', { name: 'Lịch soạn tự động' })],
    ['Kho dữ liệu', 'cai-dat-kho', page.getByRole('heading', { name: 'Kiểm tra kho' })],
    ['Máy này', 'cai-dat-may', page.getByRole('heading', { name: 'Ngôn ngữ và giao diện' })],
  ] as const
  await goTo('Cài đặt').click()
  for (const [tab, name, sign] of pages) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    await expect(sign.first()).toBeVisible()
    await stop(name)
  }
}
