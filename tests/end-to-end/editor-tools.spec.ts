import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { look, lookElsewhere } from '#tests/support/looks'
import { newsroomScreens } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

const pictures = join(import.meta.dirname, '../../resources/sample/pictures')
const picture = (name: string) => join(pictures, `${name}.webp`)

test.use({ viewport: { width: 1366, height: 768 } })

test.beforeEach(async ({ page }) => {
  await newsroomScreens(page).beginArticle()
  await write(page, 'Chợ quê họp phiên đầu\nMột câu tóm tắt.\n')
})

test('marks of Markdown make headings, lists and quotes; "/" opens its menu on an empty line only', async ({
  page,
}, testInfo) => {
  const { text } = newsroomScreens(page)
  await write(page, '## Mục lớn\n')
  await write(page, '- một\nhai\n\n')
  await write(page, '1. đầu\n\n')
  await write(page, '> lời dẫn\n\n')
  await expect(text.getByRole('heading', { level: 2 })).toHaveText('Mục lớn')
  await expect(text.locator('ul > li')).toHaveText(['một', 'hai'])
  await expect(text.locator('ol > li')).toHaveText(['đầu'])
  await expect(text.getByRole('blockquote')).toHaveText('lời dẫn')

  const menu = page.getByRole('listbox', { name: 'Chèn vào dòng này' })
  await write(page, 'Ngày 15/11 ')
  await expect(menu).toHaveCount(0)
  await write(page, '/ba')
  await expect(menu).toHaveCount(0)
  await page.keyboard.press('Enter')
  await write(page, '/')
  await expect(menu.getByRole('option', { name: 'Các bước' })).toBeVisible()
  await look(page, testInfo, 'slash')
  await write(page, 'khung')
  await expect(menu.getByRole('option')).toHaveText(['Khung lưu ý'])
  await page.keyboard.press('Enter')
  await write(page, 'Mang theo căn cước.')
  const callout = text.locator('.callout-view')
  await expect(callout).toContainText('Mang theo căn cước.')
  await part(page, 'Khung').getByRole('button', { name: 'Nguy hiểm' }).click()
  await expect(callout).toContainText('Nguy hiểm')
  // A button of the bar leaves the cursor where it was.
  await write(page, ' Và ảnh.')
  await expect(callout).toContainText('Mang theo căn cước. Và ảnh.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await write(page, '/trich dan noi')
  await expect(menu).toHaveCount(0)
  for (const _ of '/trich dan noi') await page.keyboard.press('Backspace')
  await write(page, '/cau trich')
  await page.keyboard.press('Enter')
  await write(page, 'Chợ đông là vui')
  await part(page, 'Câu trích').getByRole('textbox', { name: 'Lời của ai' }).fill('Bà Tư')
  await page.keyboard.press('Tab')
  await expect(text.locator('.pull-quote-view')).toHaveText('Chợ đông là vuiBà Tư')
  await look(page, testInfo, 'blocks')
})

test('a table is merged, split, given heads and widths, by mouse and by keyboard', async ({
  page,
}, testInfo) => {
  const { text, tool } = newsroomScreens(page)
  await tool('Bảng').click()
  for (const word of ['Thôn', 'Hộ', 'Người', 'Đình', '40', '160']) {
    await write(page, word)
    await page.keyboard.press('Tab')
  }
  const table = text.getByRole('table')
  await expect(table.getByRole('columnheader')).toHaveText(['Thôn', 'Hộ', 'Người'])

  const cells = table.locator('td')
  await dragBetween(page, cells.nth(1), cells.nth(2))
  await expect(table.locator('.selectedCell')).toHaveCount(2)
  await choose(page, 'Ô', 'Gộp ô')
  await expect(table.locator('td[colspan="2"]')).toHaveText('40160')
  await look(page, testInfo, 'table')
  await choose(page, 'Ô', 'Tách ô')
  await expect(table.locator('td[colspan="2"]')).toHaveCount(0)
  await cells.first().click()
  await choose(page, 'Cột', 'Cột đầu là tiêu đề')
  await expect(table.locator('tr').nth(1).locator('th')).toHaveText('Đình')
  await choose(page, 'Hàng', 'Thêm hàng phía dưới')
  await expect(table.getByRole('row')).toHaveCount(4)
  // The keyboard is back in the cell after each menu.
  await write(page, '!')
  await expect(table.locator('tr').nth(1).locator('th')).toHaveText('Đình!')
  await choose(page, 'Hàng', 'Xóa hàng')
  await expect(table.getByRole('row')).toHaveCount(3)

  const head = table.getByRole('columnheader').first()
  const before = (await head.boundingBox()) ?? fail()
  await page.mouse.move(before.x + before.width - 1, before.y + before.height / 2)
  await page.mouse.move(before.x + before.width, before.y + before.height / 2)
  await expect(page.locator('.column-resize-handle').first()).toBeAttached()
  await page.mouse.down()
  await page.mouse.move(before.x + before.width + 90, before.y + before.height / 2, { steps: 6 })
  await page.mouse.up()
  await expect.poll(async () => (await head.boundingBox())?.width ?? 0).toBeGreaterThan(before.width + 60)
  await look(page, testInfo, 'table-wide')
})

test('blocks are dragged by their handles, a file and a rule as well as text', async ({ page }, testInfo) => {
  const { text } = newsroomScreens(page)
  await write(page, 'Đoạn một\nĐoạn hai\n---\nĐoạn ba')
  const blocks = () =>
    text
      .locator(':scope > :not([data-part])')
      .evaluateAll(all => all.map(one => one.textContent || one.tagName))
  await expect.poll(blocks).toEqual(['Đoạn một', 'Đoạn hai', 'HR', 'Đoạn ba'])
  await dragBlock(page, text.getByText('Đoạn ba'), text.getByText('Đoạn một'))
  await expect.poll(blocks).toEqual(['Đoạn ba', 'Đoạn một', 'Đoạn hai', 'HR'])
  await dragBlock(page, text.locator('hr'), text.getByText('Đoạn một'))
  await expect.poll(blocks).toEqual(['Đoạn ba', 'HR', 'Đoạn một', 'Đoạn hai'])
  await text.getByText('Đoạn hai').hover()
  await look(page, testInfo, 'handle')
  await page.keyboard.press('Control+z')
  await expect.poll(blocks).toEqual(['Đoạn ba', 'Đoạn một', 'Đoạn hai', 'HR'])
})

test('steps are written by keyboard and carried by mouse and bar', async ({ page }, testInfo) => {
  const { text } = newsroomScreens(page)
  await write(page, '/cac buoc')
  await page.keyboard.press('Enter')
  await write(page, 'Mở ứng dụng\nĐăng nhập')
  await page.keyboard.press('Tab')
  await write(page, 'Dùng số điện thoại của mình.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await write(page, 'Bấm Gửi')
  const titles = text.locator('li[data-step] > h3')
  await expect(titles).toHaveText(['Mở ứng dụng', 'Đăng nhập', 'Bấm Gửi'])
  await part(page, 'Bước').getByRole('button', { name: 'Chuyển lên' }).click()
  await expect(titles).toHaveText(['Mở ứng dụng', 'Bấm Gửi', 'Đăng nhập'])
  await write(page, '!')
  await expect(titles.nth(1)).toHaveText('Bấm Gửi!')
  await look(page, testInfo, 'steps')
  await lookElsewhere(page, testInfo, 'steps')
  await dragBlock(page, titles.nth(2), titles.nth(0))
  await expect(titles).toHaveText(['Đăng nhập', 'Mở ứng dụng', 'Bấm Gửi!'])
  await expect(text.locator('li[data-step]').first()).toContainText('Dùng số điện thoại của mình.')
  await page.getByRole('button', { name: 'Dàn bài' }).click()
  await page.getByRole('menuitem', { name: 'Bấm Gửi!' }).click()
  await expect(text).toBeFocused()
  await page.keyboard.press('End')
  await write(page, ' Xong')
  await expect(titles.nth(2)).toHaveText('Bấm Gửi! Xong')
})

test('outline, focus mode, bubble and find do what they say and give the keyboard back', async ({
  page,
}, testInfo) => {
  const { text } = newsroomScreens(page)
  await write(page, '## Đầu\nHòa bình và hoà bình.\n## Cuối\nHết.')
  await page.keyboard.press('Control+Alt+o')
  const outline = page.getByRole('menu')
  await expect(outline.getByRole('menuitem')).toHaveText(['Đầu', 'Cuối'])
  await look(page, testInfo, 'outline')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(outline).toHaveCount(0)
  await expect(text).toBeFocused()
  await page.keyboard.press('End')
  await write(page, ' cùng')
  await expect(text.getByRole('heading', { level: 2 }).last()).toHaveText('Cuối cùng')

  await page.keyboard.press('F11')
  await expect(page.getByRole('toolbar', { name: 'Định dạng' })).toHaveCount(0)
  await write(page, '!')
  await expect(text.getByRole('heading', { level: 2 }).last()).toHaveText('Cuối cùng!')
  await look(page, testInfo, 'focus')
  await page.keyboard.press('F11')
  await expect(page.getByRole('toolbar', { name: 'Định dạng' })).toBeVisible()

  await text.getByText('Hết.').dblclick({ position: { x: 12, y: 12 } })
  const bubble = page.getByRole('toolbar', { name: 'Định dạng chữ đã chọn' })
  await bubble.getByRole('button', { name: 'Đậm', exact: true }).click()
  await expect(text.locator('strong')).toHaveText('Hết')
  await look(page, testInfo, 'bubble')

  await page.keyboard.press('Control+h')
  const bar = page.getByRole('search', { name: 'Tìm trong bài' })
  await bar.getByRole('textbox', { name: 'Tìm chữ' }).fill('hoa binh')
  await expect(bar).toContainText('Không thấy')
  await bar.getByRole('button', { name: /^Đúng dấu/ }).click()
  await expect(bar).toContainText('2 chỗ')
  await bar.getByRole('textbox', { name: 'Thay bằng' }).fill('hòa hợp')
  await look(page, testInfo, 'find')
  await bar.getByRole('button', { name: 'Thay tất cả' }).click()
  await expect(text).toContainText('hòa hợp và hòa hợp.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(text).toContainText('Hòa bình và hoà bình.')
})

test('the width of a picture and a gallery, by the bar and the keyboard', async ({ page }, testInfo) => {
  const { text, tool } = newsroomScreens(page)
  await pick(page, tool('Ảnh'), [picture('cho-que')])
  // A new picture asks for its description at once.
  await expect(part(page, 'Ảnh').getByRole('textbox', { name: 'Mô tả ảnh' })).toBeFocused()
  await write(page, 'Bà con chọn rau')
  await page.keyboard.press('Tab')
  const single = text.locator('figure').first()
  await single.getByRole('img').click()
  await part(page, 'Ảnh').getByRole('button', { name: 'Nhỏ' }).click()
  await expect(single).toHaveAttribute('data-display', 'small')
  await part(page, 'Ảnh').getByRole('button', { name: 'Tràn rộng' }).click()
  await expect(single).toHaveAttribute('data-display', 'wide')
  await look(page, testInfo, 'wide')
  await text.press('Control+End')
  await tool('Chèn thêm').click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: 'Bộ ảnh' }).click()
  await (await chooser).setFiles([picture('cho-que'), picture('hoi-nghi'), picture('mot-cua')])
  const shown = text.locator('.gallery-view figure')
  await expect(shown).toHaveCount(3)
  const sources = () => shown.locator('img').evaluateAll(all => all.map(one => one.getAttribute('src')))
  const [first, second, third] = await sources()
  await shown.first().locator('img').click()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(sources).toEqual([second, first, third])
  await look(page, testInfo, 'gallery')
  await lookElsewhere(page, testInfo, 'gallery')
})

test('a poll is asked where it is pressed, and no letter ever takes a selected block away', async ({
  page,
}) => {
  const { text, goTo, menuItem } = newsroomScreens(page)
  await goTo('Bàn việc').click()
  await page.getByRole('button', { name: 'Chọn loại tin khác' }).click()
  await menuItem('Thăm dò ý kiến').first().click()
  await expect(text).toBeFocused()
  const poll = text.locator('.poll-view')
  const asked = poll.locator('.poll-question')
  await asked.click()
  const question = part(page, 'Thăm dò').getByRole('textbox', { name: 'Câu hỏi' })
  await expect(question).toBeFocused()
  await write(page, 'Họp buổi nào?')
  await poll.locator('li').first().click()
  await expect(asked).toHaveText('Họp buổi nào?')
  await write(page, 'Tối\nSáng')
  await expect(poll.locator('li')).toHaveText(['Tối', 'Sáng'])

  await asked.click()
  await expect(question).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
  await write(page, 'Mời bà con chọn.')
  await expect(poll.locator('li')).toHaveText(['Tối', 'Sáng'])
  await expect(text.locator('p:not(.poll-question)').last()).toHaveText('Mời bà con chọn.')
})

test('letters stand where they are typed, right after Enter and marks of Markdown', async ({ page }) => {
  const { text } = newsroomScreens(page)
  const lines = Array.from({ length: 6 }, (_, round) => [
    { typed: `## Mục ${round}\n`, shown: `Mục ${round}` },
    { typed: `Hết mục ${round}.\n`, shown: `Hết mục ${round}.` },
    { typed: `- một ${round}\n`, shown: `một ${round}` },
    { typed: `hai ${round}\n\n`, shown: `hai ${round}` },
    { typed: `> lời ${round}\n\n`, shown: `lời ${round}` },
  ]).flat()
  await write(page, lines.map(({ typed }) => typed).join(''))
  const written = text.locator('h2, p:not([data-part])')
  await expect(written).toHaveText([...lines.map(({ shown }) => shown), ''])
})

/** Without a pause between keys. */
async function write(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words)
}

function part(page: Page, name: string): Locator {
  return page.getByRole('group', { name, exact: true })
}

async function choose(page: Page, menu: string, item: string): Promise<void> {
  await part(page, 'Bảng').getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
}

async function dragBetween(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await middle(from), await middle(to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 8 })
  await page.mouse.up()
}

/** By the handle that appears beside it, to above another block. */
async function dragBlock(page: Page, block: Locator, above: Locator): Promise<void> {
  const place = (await block.boundingBox()) ?? fail()
  await page.mouse.move(place.x + 40, place.y + place.height / 2)
  await page.mouse.move(place.x + 30, place.y + place.height / 2)
  const handle = await middle(page.locator('.block-handle'))
  const target = (await above.boundingBox()) ?? fail()
  await page.mouse.move(handle.x, handle.y)
  await page.mouse.down()
  await page.mouse.move(handle.x + 5, handle.y - 5, { steps: 3 })
  await page.mouse.move(target.x + 40, target.y + 1, { steps: 8 })
  await page.mouse.up()
}

async function middle(of: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = (await of.boundingBox()) ?? fail()
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function pick(page: Page, button: Locator, paths: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles([...paths])
}

function fail(): never {
  throw new Error('not on the screen')
}
