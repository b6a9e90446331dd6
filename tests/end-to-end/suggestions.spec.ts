import type { CDPSession, Page } from '@playwright/test'
import { newsroomScreens, people } from '#tests/support/newsroom-screens'
import { expect, test } from '#tests/support/workstation'

const headline = 'Tủ sách thôn Chùa mở cửa mỗi tối, thêm góc máy tính cho học sinh'
const sentence = 'Đẩy mạnh chuyển đổi số ở thôn Chùa, bà con hưởng lợi.'

/** What a typing tool does to get one word on the screen: how many characters it takes back, and what it puts there. */
type Edit = readonly [takenBack: number, put: string]

/** A small Telex tool for one sentence: letters as they come, then the word rewritten with its marks, then a space. */
function edits(text: string): readonly Edit[] {
  return text.split(/(?= )|(?<= )/).flatMap((word): Edit[] => {
    const bare = word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
    const letters = [...bare].map((letter): Edit => [0, letter])
    return bare === word ? letters : [...letters, [bare.length, word]]
  })
}

const ways: Readonly<Record<string, (cdp: CDPSession, edit: Edit) => Promise<void>>> = {
  /** Unikey, EVKey, OpenKey: fake backspaces and VK_PACKET characters, as fast as they go. */
  'backspace and retype': async (cdp, [takenBack, put]) => {
    const sent: Promise<unknown>[] = []
    for (let count = 0; count < takenBack; count += 1) {
      const key = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 }
      sent.push(cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }))
      sent.push(cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }))
    }
    for (const text of put) {
      sent.push(cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 231 }))
      sent.push(cdp.send('Input.dispatchKeyEvent', { type: 'char', text }))
      sent.push(cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode: 231 }))
    }
    await Promise.all(sent)
  },
  /** ibus and fcitx: the word is composed under the cursor, then put in at once. */
  'a composed word': async (cdp, [takenBack, put]) => {
    if (takenBack === 0 && put !== ' ') {
      composed += put
      await cdp.send('Input.imeSetComposition', {
        text: composed,
        selectionStart: composed.length,
        selectionEnd: composed.length,
      })
    } else {
      await cdp.send('Input.insertText', { text: takenBack === 0 ? `${composed}${put}` : put })
      composed = ''
    }
  },
}
let composed = ''

async function type(page: Page, way: string, text: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  composed = ''
  for (const edit of edits(text)) await ways[way]?.(cdp, edit)
  if (composed !== '') await cdp.send('Input.insertText', { text: composed })
}

for (const way of Object.keys(ways)) {
  test(`Vietnamese typed as a suggestion by ${way} arrives letter by letter`, async ({ page }) => {
    const { enterAsWriter, article, text, tab, saved } = newsroomScreens(page)
    await enterAsWriter.click()
    await article(headline).click()
    await tab(/^Góp ý/).click()
    await page.getByRole('switch', { name: 'Chế độ góp ý' }).click()
    await text.locator('p').last().click()
    await page.keyboard.press('End')
    await type(page, way, sentence)
    await expect.poll(() => inserted(page)).toContain(sentence)
    await expect(saved).toBeVisible()
    await page.reload()
    await expect.poll(() => inserted(page)).toContain(sentence)
    await tab(/^Góp ý/).click()
    await page.getByRole('button', { name: 'Bỏ tất cả' }).click()
    await expect(text).not.toContainText(sentence)
    await expect(text.locator('ins, del')).toHaveCount(0)
  })
}

/** What all suggestions in the text add, together. */
async function inserted(page: Page): Promise<string> {
  return page
    .getByRole('textbox', { name: 'Nội dung bài viết' })
    .evaluate(text => [...text.querySelectorAll('ins')].map(part => part.textContent).join(''))
}

/** A click may still be settling when a machine presses the next key. */
async function toLineEnd(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('End')
    const atEnd = await page.evaluate(() => {
      const selection = getSelection()
      return selection?.focusNode?.textContent?.length === selection?.focusOffset
    })
    expect(atEnd).toBe(true)
  }).toPass()
}

test('a word that stands there is corrected as a suggestion, and accepted', async ({ page, workstation }) => {
  const { enterAsWriter, article, text, tab, submit } = newsroomScreens(page)
  await enterAsWriter.click()
  await article(headline).click()
  const before = (await text.locator('p').last().textContent()) ?? ''
  await tab(/^Góp ý/).click()
  await page.getByRole('switch', { name: 'Chế độ góp ý' }).click()
  await text.locator('p').last().click()
  await toLineEnd(page)
  for (let count = 0; count < 3; count += 1) await page.keyboard.press('Backspace')
  await page.keyboard.type('xyz')
  await expect(text.locator('ins')).toHaveText('xyz')
  await expect(text.locator('del')).toHaveText(before.slice(-3))

  // The other window sees it at once, and submission waits for an answer.
  const other = newsroomScreens(await workstation.openWindow())
  await other.enterAsWriter.click()
  await other.article(headline).click()
  await expect(other.text.locator('ins')).toHaveText('xyz')
  await submit.click()
  await expect(page.getByText(/^Còn 1 đề xuất sửa chưa xử lý/).first()).toBeVisible()

  await page.getByRole('tab', { name: /^Góp ý/ }).click()
  await page.getByRole('button', { name: 'Nhận đề xuất', exact: true }).click()
  await expect(text.locator('ins, del')).toHaveCount(0)
  await expect(other.text.locator('ins, del')).toHaveCount(0)
  expect((await text.innerText()).trimEnd().endsWith('xyz')).toBe(true)

  // One at each end of the text: what is selected is answered, the rest stays.
  for (const [paragraph, letters] of [
    [text.locator('p').first(), 'abc'],
    [text.locator('p').last(), 'def'],
  ] as const) {
    await paragraph.click()
    await toLineEnd(page)
    await page.keyboard.type(letters)
    await expect(paragraph.locator('ins')).toHaveText(letters)
  }
  await text.locator('p').first().click({ clickCount: 3 })
  await page.getByRole('button', { name: 'Bỏ trong vùng chọn' }).click()
  await expect(text.locator('ins')).toHaveText('def')
  await text.locator('p').last().click({ clickCount: 3 })
  await page.getByRole('button', { name: 'Nhận trong vùng chọn' }).click()
  await expect(text.locator('ins, del')).toHaveCount(0)
  await expect(text.locator('p').last()).toContainText('def')
  await expect(text).not.toContainText('abc')
})

test('a comment on words, answered by another person, closed, and shown with its quote when the words go', async ({
  page,
  workstation,
}) => {
  const mine = newsroomScreens(page)
  await mine.enterAsWriter.click()
  await mine.article(headline).click()
  await mine.text.locator('p').last().click({ clickCount: 3 })
  await page.keyboard.press('Control+Alt+m')
  const box = page.getByRole('textbox', { name: 'Viết ý kiến' })
  await expect(box).toBeFocused()
  await page.keyboard.type('Kiểm tra giúp @binh')
  await page.getByRole('button', { name: `@${people.reviewer}` }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article').filter({ hasText: 'Kiểm tra giúp' })).toContainText(people.reviewer)
  await expect(mine.text.locator('.comment-mark').first()).toBeVisible()

  // Who was named finds it on their desk, unread; looking at it makes it read.
  const other = await workstation.openWindow()
  const theirs = newsroomScreens(other)
  await theirs.enterAsWriter.click()
  await theirs.sitDownAs(people.reviewer).click()
  await theirs.goTo('Bàn việc').click()
  const named = other.getByRole('link', { name: /^1 ?Có ý kiến nhắc tên tôi/ })
  await named.click()
  await theirs.article(headline).click()
  await theirs.tab(/^Góp ý 1/).click()
  await other.getByRole('button', { name: 'Trả lời' }).click()
  await other.keyboard.type('Đã xem, đúng rồi.')
  await other.keyboard.press('Control+Enter')
  await expect(page.getByText('Đã xem, đúng rồi.')).toBeVisible()
  await theirs.goTo('Bàn việc').click()
  await expect(theirs.rows).not.toHaveCount(0)
  await expect(named).toHaveCount(0)

  // The writer closes it, the reviewer sees that, and an answer opens it again for both.
  const thread = page.getByRole('article').filter({ hasText: 'Kiểm tra giúp' })
  const quote = (await thread.locator('q').textContent()) ?? ''
  await thread.getByRole('button', { name: 'Đóng', exact: true }).click()
  await theirs.goTo('Tin bài').click()
  await theirs.article(headline).click()
  await theirs.tab(/^Góp ý/).click()
  await other.getByText('Ý kiến đã đóng (1)').click()
  await expect(other.getByText(`${people.writer} đã đóng`)).toBeVisible()
  await other.getByRole('button', { name: 'Trả lời' }).click()
  await other.keyboard.type('Còn một chữ sai.')
  await other.keyboard.press('Control+Enter')
  await expect(page.getByText('Còn một chữ sai.')).toBeVisible()
  await expect(thread.getByRole('button', { name: 'Đóng', exact: true })).toBeVisible()

  // The first click only takes the keyboard back from the comment box.
  await mine.text.locator('p').first().click()
  await mine.text.locator('p').last().click({ clickCount: 3 })
  await page.keyboard.press('Delete')
  await expect(mine.saved).toBeVisible()
  await page.reload()
  await mine.tab(/^Góp ý/).click()
  await expect(page.getByText('Chỗ này không còn trong bài')).toBeVisible()
  expect(quote.length).toBeGreaterThan(20)
  await expect(thread.locator('q')).toHaveText(quote)
  await page.getByRole('button', { name: 'Đóng', exact: true }).click()
  await expect(page.getByText('Ý kiến đã đóng (1)')).toBeVisible()
})

test('two people see where the other one writes', async ({ page, workstation }) => {
  const mine = newsroomScreens(page)
  await mine.enterAsWriter.click()
  await mine.article(headline).click()
  await mine.text.locator('p').last().click()
  const other = await workstation.openWindow()
  const theirs = newsroomScreens(other)
  await theirs.enterAsWriter.click()
  await theirs.sitDownAs(people.editor).click()
  await theirs.goTo('Tin bài').click()
  await theirs.article(headline).click()
  await theirs.text.locator('p').first().click()
  await expect(page.locator(`.caret-of[data-name="${people.editor}"]`)).toHaveCount(1)
  await expect(other.locator(`.caret-of[data-name="${people.writer}"]`)).toHaveCount(1)
  await other.close()
})
