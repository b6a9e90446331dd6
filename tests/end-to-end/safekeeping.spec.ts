import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

test('an administrator backs up to a stick, checks the store, restores beside it and exports', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const outside = mkdtempSync(join(tmpdir(), 'toa-soan-e2e-usb-'))
  mkdirSync(join(outside, 'usb'))
  const { enterAsWriter, sitDownAs, goTo, dialog, tab } = newsroomScreens(page)
  await enterAsWriter.click()
  await sitDownAs(people.administrator).click()
  await goTo('Cài đặt').click()
  await tab('Kho dữ liệu').click()

  await page.getByRole('button', { name: 'Chọn nơi sao lưu' }).click()
  await dialog.getByRole('textbox', { name: 'Thư mục' }).fill(outside)
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'usb', exact: true }).click()
  await expect(dialog.getByRole('textbox', { name: 'Thư mục' })).toHaveValue(join(outside, 'usb'))
  await dialog.getByRole('button', { name: 'Dùng thư mục này' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click()
  await expect(page.getByText(/^Sao lưu gần nhất: hôm nay \d\d:\d\d, đã kiểm tra\.$/).first()).toBeVisible({
    timeout: 60_000,
  })

  await page.getByRole('button', { name: 'Kiểm tra kho' }).click()
  await expect(page.getByText(/^Kho còn nguyên vẹn/)).toBeVisible({ timeout: 60_000 })

  await page.getByRole('button', { name: 'Xem các bản sao lưu' }).click()
  await page.getByRole('button', { name: /^Khôi phục bản/ }).click()
  await dialog.getByRole('textbox', { name: /^Thư mục mới/ }).fill(join(outside, 'usb'))
  await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click()
  await expect(dialog.getByText(/đã có dữ liệu/)).toBeVisible()
  await dialog.getByRole('textbox', { name: /^Thư mục mới/ }).fill(join(outside, 'máy mới'))
  await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click()
  await expect(dialog.getByText('Đã khôi phục và mở thử')).toBeVisible({ timeout: 60_000 })
  expect(existsSync(join(outside, 'máy mới', 'workspace.json'))).toBe(true)
  await dialog.getByRole('button', { name: 'Đóng' }).last().click()

  await page.getByRole('button', { name: 'Xuất mọi tin bài…' }).click()
  await dialog.getByRole('textbox', { name: 'Thư mục' }).fill(outside)
  await dialog.getByRole('button', { name: 'Xuất vào đây' }).click()
  await expect(page.getByText(/^Đã xuất \d+ tin bài/)).toBeVisible({ timeout: 60_000 })
  expect(readdirSync(outside).some(name => /^tin-bai-[\d-]+$/.test(name))).toBe(true)
  rmSync(outside, { recursive: true, force: true })
})

test('a damaged store says so and never asks to be set up anew', async ({ page, workstation }) => {
  test.setTimeout(150_000)
  await page.close()
  const { workspace, end } = workstation.host()
  await end()
  // Bytes that rot: the checkpoint and the journal it could be built from again.
  const archive = join(workspace, 'journal', 'archive')
  const [first] = readdirSync(archive)
  writeFileSync(join(archive, first ?? ''), 'hỏng')
  for (const name of readdirSync(join(workspace, 'collections')))
    if (name.startsWith('settings.')) writeFileSync(join(workspace, 'collections', name), 'hỏng')
  await workstation.restart()
  const window = await workstation.openWindow()
  // Not even the organisation can be read, so nobody is asked to set the newsroom up anew.
  await expect(window.getByText('Một phần kho bị hỏng, kho tạm chỉ đọc').first()).toBeVisible({
    timeout: 60_000,
  })
  await expect(window.getByRole('heading', { name: 'Lập tòa soạn mới' })).toHaveCount(0)
})
