import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { ArticleId } from '#common/domain/ids'
import { addressOf, read } from '#tests/support/anonymous-reader'
import { callWorkspace, startBrowserHost } from '#tests/support/browser-host'
import { chooseFrom, newsroomScreens, people } from '#tests/support/newsroom-screens'
import { barriersInBothThemes } from '#tests/support/serious-barriers'
import { expect, test, type Workstation } from '#tests/support/workstation'

const headline = 'Tủ sách thôn Chùa mở cửa mỗi tối, thêm góc máy tính cho học sinh'
const kept = ' Tủ sách đóng cửa lúc 21 giờ, trừ ngày lễ.'
const dropped = ' Câu này thừa.'
const mended = ' Ban quản lý thôn giữ chìa khóa.'
const corrected = ' Học sinh mượn tối đa ba cuốn.'

test('a text goes from its writer through suggestions, a return and an approval by file to readers, and one comma voids what was approved', async ({
  page,
  workstation,
  browser,
}, testInfo) => {
  test.setTimeout(420_000)
  const screens = newsroomScreens(page)
  const away = await reviewersMachine(browser)
  const carried = (name: string) => testInfo.outputPath(name)
  try {
    await exchangeKeys(workstation, away.workspace)

    await test.step('the editor suggests twice, the writer takes one', async () => {
      await screens.enterAsWriter.click()
      await screens.sitDownAs(people.editor).click()
      await screens.goTo('Tin bài').click()
      await screens.article(headline).click()
      await screens.tab(/^Góp ý/).click()
      await page.getByRole('switch', { name: 'Chế độ góp ý' }).click()
      await typeAtEnd(page, screens.text.locator('p').first(), dropped)
      await typeAtEnd(page, screens.text.locator('p').last(), kept)
      await expect(screens.text.locator('ins')).toHaveCount(2)
      await expect(screens.saved).toBeVisible()
      await screens.sitDownAs(people.writer).click()
      await screens.article(headline).click()
      await screens.tab(/^Góp ý/).click()
      await page.getByRole('button', { name: 'Bỏ đề xuất', exact: true }).first().click()
      await expect(screens.text).not.toContainText(dropped.trim())
      await expect(page.getByRole('button', { name: 'Nhận đề xuất', exact: true })).toHaveCount(1)
      await page.getByRole('button', { name: 'Nhận đề xuất', exact: true }).click()
      await expect(screens.text.locator('ins, del')).toHaveCount(0)
      await expect(screens.text).toContainText(kept.trim())
      await screens.submit.click()
      await expect(screens.toast(/^Đã chuyển duyệt/)).toBeVisible()
    })

    await test.step('the reviewer returns it with reasons, and it is submitted again', async () => {
      await screens.sitDownAs(people.reviewer).click()
      await screens.queued(headline).click()
      await screens.giveBack.click()
      await screens.dialog.getByRole('radio', { name: 'Sai hoặc thiếu thông tin' }).check()
      await screens.dialog.getByLabel('Lời nhắn cho người viết').fill('Ghi rõ ai giữ chìa khóa.')
      await screens.dialog.getByRole('button', { name: 'Trả lại', exact: true }).click()
      await expect(screens.queued(headline)).toHaveCount(0)
      await screens.sitDownAs(people.writer).click()
      await screens.article(headline).click()
      await expect(page.getByText('Ghi rõ ai giữ chìa khóa.')).toBeVisible()
      await typeAtEnd(page, screens.text.locator('p').last(), mended)
      await screens.submit.click()
      await expect(screens.toast(/^Đã chuyển duyệt/)).toBeVisible()
    })

    await test.step('the editor sends it to the reviewer as a file', async () => {
      await screens.sitDownAs(people.editor).click()
      await screens.goTo('Duyệt').click()
      await screens.queued(headline).click()
      await screens.moreOfReview('Gửi người duyệt ở máy khác…')
      await chooseFrom(page, screens.dialog.getByRole('combobox', { name: 'Người duyệt' }), people.reviewer)
      const download = page.waitForEvent('download')
      await screens.dialog.getByRole('button', { name: 'Xuất tệp' }).click()
      await (await download).saveAs(carried('bai.duyet.html'))
    })

    await test.step('on another machine the reviewer approves it and remarks on it', async () => {
      const theirs = newsroomScreens(away.page)
      await theirs.enterAsWriter.click()
      await theirs.sitDownAs(people.reviewer).click()
      await theirs.queue.getByRole('link', { name: 'Tệp duyệt' }).click()
      await away.page.locator('input[type=file][accept=".html"]').setInputFiles(carried('bai.duyet.html'))
      const asked = away.page.getByRole('region', { name: headline })
      const readers = asked.frameLocator('iframe')
      await expect(readers.getByText(mended.trim())).toBeVisible()
      await asked.getByRole('radio', { name: 'Phê duyệt đúng văn bản này' }).check()
      await asked.getByLabel('Góp ý (không bắt buộc khi phê duyệt)').fill('Kỳ sau thêm ảnh góc máy tính.')
      expect(await barriersInBothThemes(away.page)).toEqual([])
      const download = away.page.waitForEvent('download')
      await away.page.getByRole('button', { name: 'Ký và xuất trả lời (1/1)' }).click()
      await (await download).saveAs(carried('tra-loi.duyet.html'))
    })

    await test.step('the answer is taken back, once, and readers get the text', async () => {
      await screens.queue.getByRole('link', { name: 'Tệp duyệt' }).click()
      const file = page.locator('input[type=file][accept=".html"]')
      await file.setInputFiles(carried('tra-loi.duyet.html'))
      const outcome = page.getByRole('region', { name: 'Kết quả' })
      await expect(outcome.getByRole('listitem').filter({ hasText: headline })).toContainText('Phê duyệt')
      await page.getByRole('link', { name: '← Mọi tệp duyệt' }).click()
      await file.setInputFiles(carried('tra-loi.duyet.html'))
      await expect(screens.toast(/đã nhập/)).toBeVisible()
      await screens.sitDownAs(people.operator).click()
      await screens.pushAll.click()
      const link = screens.rowOf(screens.finished, headline).getByRole('link', { name: /^Đã thấy trên cổng/ })
      await expect(link).toBeVisible()
      const reader = await read(addressOf(await link.getAttribute('href')))
      expect(reader.text).toContain(kept.trim())
      expect(reader.text).toContain(mended.trim())
      expect(reader.text).not.toContain(dropped.trim())
    })

    await test.step('a correction is approved and waits for the line', async () => {
      await screens.offlineSwitch.click()
      await screens.sitDownAs(people.writer).click()
      await screens.article(headline).click()
      await screens.tab(/^Góp ý/).click()
      const thread = page.getByRole('article').filter({ hasText: 'Kỳ sau thêm ảnh góc máy tính.' })
      await expect(thread).toContainText(people.reviewer)
      await reopen(page)
      await typeAtEnd(page, screens.text.locator('p').last(), corrected)
      await screens.submit.click()
      await expect(screens.toast(/^Đã chuyển duyệt/)).toBeVisible()
      await screens.sitDownAs(people.reviewerAndOperator).click()
      await screens.queued(headline).click()
      await expect(page.getByRole('button', { name: 'Thay đổi (7 chữ)' })).toBeVisible()
      await screens.approve.click()
      await expect(screens.queued(headline)).toHaveCount(0)
      await screens.goTo('Xuất bản').click()
      await screens
        .rowOf(screens.ready, headline)
        .getByRole('button', { name: /^Thao tác/ })
        .click()
      await screens.menuItem('Đính chính…').click()
      await screens.dialog.getByLabel('Lời đính chính').fill('Bổ sung số sách được mượn.')
      await screens.dialog.getByRole('button', { name: 'Đẩy bản đính chính' }).click()
      await expect(screens.rowOf(screens.active, headline)).toContainText('Chờ mạng')
    })

    await test.step('one comma of the approved bytes changes: void, shown, and nothing is sent', async () => {
      const article = await idOf(workstation)
      const { article: card } = await workstation.ask('mai', 'articles.read', { article })
      await workstation.end()
      alterComma(workstation.host().workspace, card.revision ?? '')
      const { address } = await workstation.restart()
      await page.goto(address)
      await screens.enterAsWriter.click()
      await screens.sitDownAs(people.reviewerAndOperator).click()
      if (await screens.offlineSwitch.isChecked()) await screens.offlineSwitch.click()
      await screens.goTo('Xuất bản').click()
      await expect(screens.rowOf(screens.active, headline)).toContainText('Dấu phê duyệt không hợp lệ')
      await page.evaluate(id => {
        location.hash = `#/duyet/${id}`
      }, article)
      await expect(page.getByText('Dấu phê duyệt không hợp lệ').first()).toBeVisible()
      await expect(page.locator('.seal-damage del').first()).toHaveText(',')
      await expect(page.locator('.seal-damage ins').first()).toHaveText(';')
    })

    await test.step('one comma of the draft changes: the approval ends and the waiting correction is held', async () => {
      await screens.sitDownAs(people.writer).click()
      await screens.goTo('Tin bài').click()
      await screens.article(headline).click()
      await reopen(page)
      await typeAtEnd(page, screens.text.locator('p').last(), ',')
      await expect(screens.saved).toBeVisible()
      await page.getByRole('button', { name: /^Khác bản trên cổng: 7 chữ/ }).click()
      await expect(screens.dialog.locator('ins').last()).toContainText(',')
      await page.keyboard.press('Escape')
      await screens.sitDownAs(people.operator).click()
      await expect(screens.rowOf(screens.active, headline)).toHaveCount(0)
      await expect(screens.rowOf(screens.finished, headline).filter({ hasText: 'Đính chính' })).toContainText(
        'Đã hủy. ',
      )
      const { finished } = await workstation.ask('tuan', 'publishing.read', {})
      const link = finished.find(job => job.headline === headline && job.url !== null)
      expect((await read(link?.url ?? '')).text).not.toContain(corrected.trim())
    })
  } finally {
    await away.end()
  }
})

/** A second host on a folder of its own: the reviewer's machine, with the same people but other keys. */
async function reviewersMachine(browser: Browser) {
  const workspace = mkdtempSync(join(tmpdir(), 'toa-soan-e2e-away-'))
  const host = await startBrowserHost(workspace)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(host.address)
  return {
    workspace,
    page,
    end: async () => {
      await context.close()
      await host.end()
      rmSync(workspace, { recursive: true, force: true })
    },
  }
}

/** Each machine learns the other's key; the portal learns the reviewer's. */
async function exchangeKeys({ ask, host }: Workstation, away: string): Promise<void> {
  const { accounts } = await ask('thang', 'accounts.list', {})
  const reviewer = accounts.find(({ name }) => name === people.reviewer)?.id ?? null
  const { text: reviewerCard } = await callWorkspace(away, 'binh', 'keys.card', {})
  const { text: editorCard } = await ask('huong', 'keys.card', {})
  const atOffice = { kind: 'register', account: reviewer, card: reviewerCard } as const
  const atReviewer = { kind: 'register', account: null, card: editorCard } as const
  const office = await ask('thang', 'keys.propose', { change: atOffice })
  await ask('mai', 'keys.confirm', {
    change: office.changes.find(({ settled }) => settled === null)?.id ?? '',
  })
  const other = await callWorkspace(away, 'thang', 'keys.propose', { change: atReviewer })
  const change = other.changes.find(({ settled }) => settled === null)?.id ?? ''
  await callWorkspace(away, 'mai', 'keys.confirm', { change })
  const { workspace } = host()
  const { adminToken } = JSON.parse(readFileSync(join(workspace, 'portal', 'credentials.json'), 'utf8'))
  const { portals } = await ask('thang', 'portals.list', {})
  for (const { id, keysToSend } of portals)
    if (keysToSend > 0) await ask('thang', 'portals.sendKeys', { portal: id, adminToken })
}

/** End leads to the end of one line only, so the last line is clicked; a click may still be settling at the next key. */
async function typeAtEnd(page: Page, paragraph: ReturnType<Page['locator']>, words: string): Promise<void> {
  await expect(async () => {
    const box = await paragraph.boundingBox()
    await paragraph.click({ position: { x: (box?.width ?? 2) - 2, y: (box?.height ?? 8) - 8 } })
    await page.keyboard.press('End')
    const atEnd = await page.evaluate(() => {
      const selection = getSelection()
      return selection?.focusNode?.textContent?.length === selection?.focusOffset
    })
    expect(atEnd).toBe(true)
  }).toPass({ timeout: 20_000 })
  await page.keyboard.type(words)
  await expect(paragraph).toContainText(words.trim())
}

async function reopen(page: Page): Promise<void> {
  const { dialog, tool } = newsroomScreens(page)
  await page.getByRole('button', { name: 'Sửa lại' }).click()
  await dialog.getByRole('button', { name: 'Sửa lại' }).click()
  await expect(tool('Ảnh')).toBeVisible()
}

async function idOf({ ask }: Workstation): Promise<ArticleId> {
  const { active } = await ask('tuan', 'publishing.read', {})
  const job = active.find(job => job.headline === headline)
  if (job === undefined) throw new Error('no correction waits')
  return job.article
}

/** What an intruder on the disk would do: the stored revision says `;` where a comma was approved. */
function alterComma(workspace: string, hash: string): void {
  const file = join(workspace, 'blobs', hash.slice(0, 2), hash.slice(2))
  const stored = readFileSync(file, 'utf8')
  const comma = stored.indexOf(',', stored.indexOf(kept.trim()))
  writeFileSync(file, `${stored.slice(0, comma)};${stored.slice(comma + 1)}`)
}
