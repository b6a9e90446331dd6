import { addDays, dayFromText } from '#common/domain/day'
import { formatDate } from '#common/domain/vietnam-time'
import { newsroomScreens } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

test('a week’s schedule is begun for its week, filled from the last one, and amended', async ({ page }) => {
  const screens = newsroomScreens(page)
  const headline = screens.text.getByRole('heading', { level: 1 })
  const row = (number: number) =>
    page.getByRole('table', { name: 'Bảng lịch làm việc' }).getByRole('row').nth(number)
  const cell = (column: string, number: number) => page.getByLabel(`${column}, dòng ${number}`)
  await screens.enterAsWriter.click()
  await page.getByRole('button', { name: 'Chọn loại tin khác' }).click()
  await page.getByRole('menuitem', { name: 'Lịch làm việc' }).first().click()

  // Headline, week and category are there; the cursor waits where something has to be written.
  const from = dayFromText(await screens.field('Từ ngày').inputValue()) ?? ''
  await expect(headline).toContainText(`đến ${formatDate(addDays(from, 4))})`)
  await expect(screens.field('Chuyên mục')).not.toHaveText(/^(Chọn|—|)$/)
  await expect(screens.text).toBeFocused()
  await page.keyboard.type('Lịch tiếp công dân ở cuối bảng.')
  await expect(screens.text.locator('p').first()).toContainText('Lịch tiếp công dân')

  // The sample has this week's and next week's.
  await screens.tab(/^Kiểm tra/).click()
  await expect(page.getByText(/^Tuần này đã có lịch: /)).toBeVisible()
  const later = addDays(from, 21)
  await screens.tab('Thông tin').click()
  await screens.field('Từ ngày').fill(formatDate(later))
  await screens.field('Từ ngày').press('Tab')
  await expect(screens.field('Đến ngày')).toHaveValue(formatDate(addDays(later, 4)))
  await expect(headline).toContainText(`đến ${formatDate(addDays(later, 4))})`)
  await screens.tab(/^Kiểm tra/).click()
  await expect(page.getByText(/^Tuần này đã có lịch: /)).toHaveCount(0)
  await screens.tab('Thông tin').click()

  await page.getByRole('button', { name: 'Chép tuần trước' }).click()
  await expect(cell('Ngày', 1)).toContainText(formatDate(later).slice(0, 5))
  await expect(cell('Nội dung công việc', 1)).not.toHaveValue('')
  const work = await cell('Nội dung công việc', 1).inputValue()

  await page.getByRole('button', { name: 'Điều chỉnh lần 1' }).click()
  await expect(screens.field('Điều chỉnh lần')).toHaveValue('1')
  await expect(headline).toContainText(', điều chỉnh lần 1')
  await expect(page.getByTitle('Dòng được điều chỉnh')).toHaveCount(0)
  await cell('Địa điểm', 1).fill('Hội trường lớn')
  await cell('Địa điểm', 1).blur()
  await expect(row(1).getByTitle('Dòng được điều chỉnh')).toBeVisible()
  await expect(page.getByTitle('Dòng được điều chỉnh')).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Điều chỉnh lần 2' })).toBeVisible()
  await expect(screens.saved).toBeVisible()

  // A headline somebody wrote stays, whatever becomes of the week.
  await headline.selectText()
  await page.keyboard.type('Lịch tuần của xã')
  await screens.field('Từ ngày').fill(formatDate(addDays(later, 7)))
  await screens.field('Từ ngày').press('Tab')
  await expect(screens.field('Đến ngày')).toHaveValue(formatDate(addDays(later, 11)))
  await expect(headline).toHaveText('Lịch tuần của xã')
  await expect(cell('Nội dung công việc', 1)).toHaveValue(work)
})
