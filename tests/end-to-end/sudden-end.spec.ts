import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startWithoutPortal } from '#tests/support/browser-host'
import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { readLedger } from '#tests/support/portal-ledger'
import { expect, test } from '#tests/support/workstation'

const draft = 'Tủ sách thôn Chùa mở cửa mỗi tối, thêm góc máy tính cho học sinh'

test('killed while somebody types, everything that said “Đã lưu” is there', async ({ page, workstation }) => {
  const { enterAsWriter, article, text, saved } = newsroomScreens(page)
  await enterAsWriter.click()
  await article(draft).click()
  await text.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Câu này đã lưu.')
  await expect(saved).toBeVisible()
  await page.keyboard.type(' Câu này có thể chưa kịp lưu')
  // One look at both: what the screen calls saved is what it shows at that moment.
  const seen = await page.evaluate(() => ({
    status: document.querySelector('main [role=status]')?.textContent ?? '',
    text: document.querySelector('[role=textbox][contenteditable]')?.textContent ?? '',
  }))
  await workstation.kill()
  const { address } = await workstation.restart()

  await page.goto(address)
  await enterAsWriter.click()
  await article(draft).click()
  await expect(text).toContainText('Câu này đã lưu.')
  if (seen.status.startsWith('Đã lưu')) await expect(text).toContainText('Câu này có thể chưa kịp lưu')
  await expect(text.getByRole('img')).toBeVisible()
})

test('what is typed while the program is dead waits in its window, and is saved when it is back', async ({
  page,
  workstation,
}) => {
  const { enterAsWriter, article, text, saved } = newsroomScreens(page)
  await enterAsWriter.click()
  await article(draft).click()
  await text.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Câu trước.')
  await expect(saved).toBeVisible()
  await workstation.kill()
  await page.keyboard.type(' Câu gõ khi chương trình đã tắt.')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('đã dừng hoặc không trả lời', { timeout: 15_000 })
  const { address } = await workstation.restart({ samePort: true })
  await expect(alert).toContainText('Mở địa chỉ mới', { timeout: 15_000 })

  const other = await page.context().newPage()
  await other.goto(address)
  await enterAsWriter.click({ timeout: 15_000 })
  await article(draft).click()
  await expect(text).toContainText('Câu trước. Câu gõ khi chương trình đã tắt.')
  await expect(saved).toBeVisible()
  await expect(alert).toHaveCount(0)
})

test('killed while pushing, everything arrives once', async ({ page, workstation }) => {
  const { enterAsWriter, sitDownAs, pushAll, finished, active, rowOf } = newsroomScreens(page)
  const { workspace } = workstation.host()
  await enterAsWriter.click()
  await sitDownAs(people.operator).click()
  const { ready } = await workstation.ask('tuan', 'publishing.read', {})
  expect(ready.length).toBeGreaterThan(1)
  const before = readLedger(workspace).length
  await pushAll.click()
  await expect.poll(() => readLedger(workspace).length, { intervals: [5] }).toBeGreaterThan(before)
  await workstation.kill()
  const { address } = await workstation.restart()

  await page.goto(address)
  await enterAsWriter.click()
  await sitDownAs(people.operator).click()
  for (const { headline } of ready) {
    await expect(rowOf(finished, headline)).toContainText('Đã thấy trên cổng lúc', { timeout: 45_000 })
    await expect(rowOf(active, headline)).toHaveCount(0)
  }
  const ledger = readLedger(workspace)
  expect(ledger.length - before, 'messages the portal took in').toBe(ready.length)
  expect(new Set(ledger.map(({ article, sequence }) => `${article} ${sequence}`)).size).toBe(ledger.length)
})

test('where the embedded portal cannot start, the newsroom says so and goes on', async ({
  page,
  workstation,
}) => {
  const { workspace } = workstation.host()
  // A window whose host goes while it is still opening would complain.
  await page.goto('about:blank')
  await workstation.end()
  rmSync(join(workspace, 'portal'), { recursive: true })
  writeFileSync(join(workspace, 'portal'), 'no folder')
  const { address, end } = await startWithoutPortal(workspace)
  try {
    const { enterAsWriter, article, text, saved } = newsroomScreens(page)
    await page.goto(address)
    await enterAsWriter.click()
    await article(draft).click()
    await text.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Viết tiếp khi chưa có cổng.')
    await expect(saved).toBeVisible()
    await page.goto('about:blank')
  } finally {
    await end()
  }
})
