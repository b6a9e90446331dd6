import type { Locator, Page } from '@playwright/test'
import { chooseFrom, newsroomScreens } from './newsroom-screens'

/** How a person writes one article of a kind: what is typed where, beyond picture, table and attachment. */
export interface WrittenKind {
  readonly id: string
  /** As the menu of new articles calls it. */
  readonly name: string
  readonly headline: string
  readonly write: (page: Page) => Promise<void>
  /** Words a reader must find, the fields' among them. */
  readonly seen: readonly string[]
}

/** One article of every kind, each from its template. */
export const writtenKinds: readonly WrittenKind[] = [
  {
    id: 'news',
    name: 'Tin tức',
    headline: 'Xã ra quân dọn kênh trước mùa mưa',
    write: page => atEnd(page, 'Hơn 100 người tham gia.'),
    seen: ['Hơn 100 người tham gia.'],
  },
  {
    id: 'announcement',
    name: 'Thông báo',
    headline: 'Thông báo lịch cắt nước khu vực chợ',
    write: async page => {
      await atEnd(page, 'Nước tạm ngưng từ 8 giờ đến 11 giờ.')
      await fill(page, { 'Số, ký hiệu': '12/TB-UBND', 'Liên hệ': 'Bộ phận Một cửa' })
    },
    seen: ['12/TB-UBND', 'Bộ phận Một cửa', 'Nước tạm ngưng'],
  },
  {
    id: 'leadership-schedule',
    name: 'Lịch làm việc',
    headline: 'Lịch làm việc của lãnh đạo xã trong tuần',
    write: async page => {
      await page.getByRole('button', { name: 'Thêm dòng' }).click()
      await page.getByLabel('Giờ, buổi, dòng 1').fill('7h30')
      await page.getByLabel('Nội dung công việc, dòng 1').fill('Giao ban đầu tuần')
      await page.getByLabel('Địa điểm, dòng 1').fill('Phòng họp số 1')
      await page.getByLabel('Chủ trì, thành phần, dòng 1').fill('Chủ tịch xã')
      await page.getByLabel('Chủ trì, thành phần, dòng 1').blur()
    },
    seen: ['Giao ban đầu tuần', '07:30', 'Phòng họp số 1'],
  },
  {
    id: 'budget-disclosure',
    name: 'Công khai ngân sách',
    headline: 'Công khai dự toán ngân sách xã năm 2026',
    write: async page => {
      const { field, text } = newsroomScreens(page)
      await chooseFrom(page, field('Kỳ công khai'), 'Dự toán được quyết định')
      await fill(page, { 'Quyết định công bố số': '45/QĐ-UBND', 'Ngày ban hành': '20/11/2026' })
      const cells = text.getByRole('cell')
      for (const [index, words] of ['Tổng thu', '12.500,0', '12.500,0', '100,0'].entries())
        if (index > 0) await typeInto(page, cells.nth(index), words)
    },
    seen: ['45/QĐ-UBND', '12.500,0'],
  },
  {
    id: 'procedure',
    name: 'Thủ tục hành chính',
    headline: 'Thủ tục xác nhận tình trạng cư trú',
    write: async page => {
      const { text } = newsroomScreens(page)
      for (const title of ['Trình tự thực hiện', 'Cách thức thực hiện', 'Thành phần hồ sơ', 'Kết quả'])
        await typeInto(
          page,
          text.getByRole('region', { name: title, exact: true }).locator('p').first(),
          `Theo quy định tại mục ${title.toLowerCase()}.`,
        )
      await fill(page, { 'Lĩnh vực': 'Cư trú', 'Phí, lệ phí': 'Không thu phí' })
    },
    seen: ['Cư trú', 'Không thu phí', 'Theo quy định tại mục kết quả.'],
  },
  {
    id: 'guide',
    name: 'Hướng dẫn',
    headline: 'Hướng dẫn tra cứu hồ sơ trên điện thoại',
    write: async page => {
      const items = newsroomScreens(page).text.getByRole('listitem')
      for (const [index, words] of ['Mở ứng dụng', 'Chọn “Tra cứu”', 'Nhập mã hồ sơ'].entries())
        await typeInto(page, items.nth(index).getByRole('heading'), words)
      await page.keyboard.press('Tab')
      await page.keyboard.type('Mã in ở góc phải giấy hẹn.')
      await fill(page, { 'Cần chuẩn bị': 'Mã hồ sơ' })
    },
    seen: ['Mở ứng dụng', 'Nhập mã hồ sơ', 'Mã in ở góc phải giấy hẹn.', 'Cần chuẩn bị'],
  },
  {
    id: 'event',
    name: 'Hội nghị, sự kiện',
    headline: 'Mời dự hội nghị đối thoại với thanh niên',
    write: async page => {
      await atEnd(page, 'Hội nghị bàn về việc làm.')
      await fill(page, { 'Địa điểm': 'Hội trường xã', 'Đăng ký tham dự': 'Qua Bí thư chi đoàn' })
    },
    seen: ['Hội trường xã', 'Qua Bí thư chi đoàn'],
  },
  {
    id: 'anniversary',
    name: 'Kỷ niệm',
    headline: 'Kỷ niệm 50 năm ngày thành lập trường tiểu học',
    write: async page => {
      await atEnd(page, 'Trường mở lớp đầu tiên trong một ngôi đình.')
      await fill(page, { 'Ngày thành lập': '20/11/1976', 'Ngày kỷ niệm': '20/11/2026' })
    },
    seen: ['ngôi đình', '20/11/1976'],
  },
  {
    id: 'poll',
    name: 'Thăm dò ý kiến',
    headline: 'Thăm dò giờ mở cửa thư viện',
    write: async page => {
      const choices = newsroomScreens(page).text.locator('[data-choice], .poll-choice')
      await typeInto(page, choices.nth(0), 'Buổi sáng')
      await typeInto(page, choices.nth(1), 'Buổi tối')
      const bar = page.getByRole('group', { name: 'Thăm dò' })
      await bar.getByRole('textbox', { name: 'Câu hỏi' }).fill('Thư viện nên mở lúc nào?')
      await bar.getByRole('textbox', { name: 'Câu hỏi' }).press('Tab')
    },
    seen: ['Thư viện nên mở lúc nào?', 'Buổi sáng', 'Buổi tối'],
  },
  {
    id: 'repost',
    name: 'Đăng lại',
    headline: 'Cả nước phát động tháng an toàn giao thông',
    write: async page => {
      await atEnd(page, 'Lễ phát động diễn ra tại nhiều địa phương.')
      await fill(page, {
        Nguồn: 'Báo Giao thông',
        'Địa chỉ nguồn': 'https://bao.example.vn/an-toan',
        'Tác giả gốc': 'Minh Anh',
      })
    },
    seen: ['Báo Giao thông', 'Minh Anh', 'Lễ phát động'],
  },
]

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  const { field } = newsroomScreens(page)
  for (const [name, value] of Object.entries(fields)) {
    await field(name).fill(value)
    await field(name).press('Tab')
  }
}

async function atEnd(page: Page, words: string): Promise<void> {
  const { text } = newsroomScreens(page)
  await text.focus()
  await text.press('Control+End')
  await page.keyboard.type(words)
}

async function typeInto(page: Page, place: Locator, words: string): Promise<void> {
  await place.click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}
