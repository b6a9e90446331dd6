import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { newsroomScreens } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

test('pictures of a camera’s card go into the library, and from there with their words into articles', async ({
  page,
  workstation,
}) => {
  test.setTimeout(120_000)
  const card = mkdtempSync(join(tmpdir(), 'toa-soan-card-'))
  for (const [name, background] of [
    ['IMG_0001.jpg', 'teal'],
    ['IMG_0002.jpg', 'brown'],
  ] as const)
    await sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .jpeg()
      .toFile(join(card, name))
  writeFileSync(join(card, 'IMG_0003.HEIC'), 'x')
  const { enterAsWriter, goTo, dialog, toast, text, submit, tool, menuItem } = newsroomScreens(page)
  await enterAsWriter.click()
  await goTo('Kho ảnh').click()
  const library = page.getByRole('list', { name: 'Kho ảnh' })
  await expect(library.getByRole('button').first()).toBeVisible()

  await page.locator('[data-picker="picture-folder"]').setInputFiles(card)
  await expect(dialog).toContainText('1 ảnh HEIC không đọc được')
  await expect(dialog.getByRole('checkbox')).toHaveCount(2)
  await dialog.getByRole('checkbox', { name: /IMG_0001/ }).check()
  await dialog.getByRole('checkbox', { name: /IMG_0002/ }).check()
  await dialog.getByRole('button', { name: 'Thêm 2 ảnh' }).click()
  await expect(toast('Đã thêm 2 ảnh vào kho.')).toBeVisible()
  rmSync(card, { recursive: true })

  await page.getByRole('button', { name: 'Chưa dùng' }).click()
  await expect(library.getByRole('button')).toHaveCount(2)
  await library.getByRole('button', { name: /IMG_0001/ }).click()
  await expect(page.getByText('Chưa có bài nào dùng ảnh này.')).toBeVisible()
  await page.getByRole('button', { name: 'Soạn tin với ảnh này' }).click()

  await submit.click()
  await expect(page.getByText(/chưa có mô tả cho người khiếm thị/).first()).toBeVisible()
  await text.getByRole('figure').locator('img').click()
  const bar = page.getByRole('group', { name: 'Ảnh', exact: true })
  await bar.getByLabel('Mô tả ảnh').fill('Cánh cổng màu xanh')
  await bar.getByLabel('Mô tả ảnh').press('Tab')
  await bar.getByRole('button', { name: 'Tâm ảnh…' }).click()
  const place = page.getByRole('button', { name: /^Tâm ảnh ở/ })
  const { width = 0, height = 0 } = (await place.boundingBox()) ?? {}
  await place.click({ position: { x: width * 0.2, y: height * 0.8 } })
  await place.press('ArrowRight')
  await expect(page.getByLabel('Từ trái (%)')).toHaveValue('25')
  await expect(page.getByLabel('Từ trên (%)')).toHaveValue('80')
  await page.keyboard.press('Escape')
  await text.getByRole('heading', { level: 1 }).click()
  await page.keyboard.type('Sửa cổng làng')

  await expect
    .poll(async () => (await workstation.ask('hanh', 'media.list', { text: 'canh cong mau xanh' })).rows)
    .toMatchObject([{ uses: 1, focus: { x: 25, y: 80 } }])

  await goTo('Tin bài').click()
  await page.getByRole('button', { name: /^Soạn tin mới/ }).click()
  await text.press('Control+End')
  await tool('Chèn thêm').click()
  await menuItem('Ảnh trong kho…').click()
  await dialog.getByRole('searchbox').fill('canh cong')
  await dialog.getByRole('button', { name: /Cánh cổng màu xanh/ }).click()
  await dialog.getByRole('button', { name: 'Chèn 1 ảnh' }).click()
  await expect(text.getByRole('img', { name: 'Cánh cổng màu xanh' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(text.getByRole('figure')).toHaveCount(0)
})
