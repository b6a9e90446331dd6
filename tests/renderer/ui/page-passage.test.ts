// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { findPassage } from '#renderer/ui/page-passage.ts'

function pageOf(body: string): Document {
  const page = document.implementation.createHTMLDocument('')
  page.body.innerHTML = `<nav>họp dân, tin nhanh</nav><main>${body}</main>`
  return page
}

/** The words of a block, which is the `nth` of its text. */
function find(body: string, text: string, words: string, nth = 0): Range | null {
  const from = text.indexOf(words)
  return findPassage(pageOf(body), { text, from, to: from + words.length, nth })
}

describe('a passage of a text in its page', () => {
  it('is found in its own block, across marks', () => {
    const body = '<h1>Họp dân</h1><p>Dân họp.</p><p>Xã <b>mời</b> dân <i>họp</i> bàn việc.</p>'
    const range = find(body, 'Xã mời dân họp bàn việc.', 'họp')
    expect(range?.toString()).toBe('họp')
    expect(range?.startContainer.parentElement?.tagName).toBe('I')
    expect(find(body, 'Xã mời dân họp bàn việc.', 'mời dân')?.toString()).toBe('mời dân')
  })

  it('is the one that was meant where blocks read alike', () => {
    const body = '<p id="one">Lê Văn Thuân</p><table><tr><td id="two">Lê Văn Thuân</td></tr></table>'
    const idOf = (nth: number) => find(body, 'Lê Văn Thuân', 'Thuân', nth)?.startContainer.parentElement?.id
    expect([idOf(0), idOf(1), idOf(2)]).toEqual(['one', 'two', undefined])
  })

  it('counts a line break as one letter, and takes dots for dots', () => {
    const text = 'Điện thoại\nĐịa chỉ , thôn… Hết'
    expect(find('<p>Điện thoại<br>Địa chỉ , thôn… Hết</p>', text, ' ,')?.toString()).toBe(' ,')
    expect(find('<p>Điện thoại<br>Địa chỉ , thôn… Hết</p>', text, '…')?.toString()).toBe('…')
  })

  it('is found where its block stands beside others in a larger one', () => {
    const range = find('<figcaption>Bà con họp dân. Ảnh: Minh</figcaption>', 'Bà con họp dân.', 'họp')
    expect(range?.toString()).toBe('họp')
  })

  it('is none where the page does not show its block', () => {
    expect(find('<p>Việc làng.</p>', 'họp dân', 'họp')).toBeNull()
    expect(findPassage(pageOf('<p>Việc</p>'), { text: '', from: 0, to: 0, nth: 0 })).toBeNull()
  })
})
