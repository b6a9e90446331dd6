import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

const passphrase = 'tre xanh bên bờ sông Trúc'

test.describe('an empty workspace', () => {
  test.use({ workspace: 'empty' })

  test('is set up with a passphrase and a recovery sheet, and signs in again', async ({
    page,
    workstation,
  }) => {
    const { createArticle } = newsroomScreens(page)
    await page.getByLabel('Tên cơ quan').fill('Ủy ban nhân dân xã Yên Hạ')
    await page.getByLabel('Họ tên quản trị').fill('Lý Thị Sen')
    const signInName = await page.getByRole('textbox', { name: 'Tên đăng nhập' }).inputValue()
    await page.getByLabel(/^Mật khẩu/).fill(passphrase)
    await page.getByLabel('Nhập lại mật khẩu').fill(passphrase)
    await page.getByRole('button', { name: 'Lập tòa soạn' }).click()
    await expect(page.getByRole('heading', { name: 'Phiếu khôi phục' })).toBeVisible()
    await expect(page.getByText(/([A-Z0-9]{4}[- ]){7}[A-Z0-9]{4}/)).toBeVisible()
    const enter = page.getByRole('button', { name: 'Vào tòa soạn' })
    await expect(enter).toBeDisabled()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Lưu thành tệp' }).click()
    expect((await download).suggestedFilename()).toBe('toa-soan-khoi-phuc.txt')
    await page.getByRole('checkbox', { name: /^Tôi đã in hoặc cất phiếu/ }).click()
    await enter.click()
    await expect(page.getByRole('navigation', { name: 'Điều hướng' })).toContainText('xã Yên Hạ')
    await expect(createArticle.first()).toBeVisible()

    const again = await workstation.openWindow()
    await again.getByLabel('Tên đăng nhập').fill(signInName)
    await again.getByLabel(/^Mật khẩu/).fill('sai mật khẩu rồi')
    await again.getByRole('button', { name: 'Đăng nhập' }).click()
    await expect(again.getByText(/^Tên đăng nhập hoặc mật khẩu chưa đúng/)).toBeVisible()
    await again.getByLabel(/^Mật khẩu/).fill(passphrase)
    await again.getByRole('button', { name: 'Đăng nhập' }).click()
    await expect(again.getByRole('navigation', { name: 'Điều hướng' })).toContainText('xã Yên Hạ')
  })
})

test('one click, and one question, take the sample away', async ({ page, hand }) => {
  const { enterAsWriter, sitDownAs, goTo, dialog } = newsroomScreens(page)
  await enterAsWriter.click()
  await sitDownAs(people.administrator).click()
  await goTo('Cài đặt').click()
  await page
    .getByRole('tab', { name: 'Máy này' })
    .or(page.getByRole('link', { name: 'Máy này' }))
    .click()
  await hand.click(page.getByRole('button', { name: 'Xóa dữ liệu mẫu' }))
  await hand.click(dialog.getByRole('button', { name: 'Xóa dữ liệu mẫu' }))
  expect(hand.actions()).toBe(2)
  await expect(page.getByRole('heading', { name: 'Lập tòa soạn mới' })).toBeVisible()
})
