// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { findPassage } from '#renderer/ui/page-passage.ts'

const piece = (text: string, hit = false) => ({ text, hit })

function pageOf(body: string): Document {
  const page = document.implementation.createHTMLDocument('')
  page.body.innerHTML = body
  return page
}

describe('a quoted passage in a page', () => {
  it('is found by what stands around it, across marks of the text', () => {
    const page = pageOf('<h1>Họp dân</h1><p>Dân họp.</p><p>Xã <b>mời</b> dân <i>họp</i> bàn việc làng.</p>')
    const range = findPassage(page, [piece('…mời dân '), piece('họp', true), piece(' bàn…')])
    expect(range?.toString()).toBe('họp')
    expect(range?.startContainer.parentElement?.tagName).toBe('I')
  })

  it('is found by its words alone where the page says other things around them', () => {
    const page = pageOf('<p>Giếng <b>khơi</b> cạn.</p>')
    expect(findPassage(page, [piece('nước '), piece('khơi', true)])?.toString()).toBe('khơi')
  })

  it('may begin and end in different parts, be cut off, or be dots itself', () => {
    const page = pageOf('<p>Đường <b>liên</b> <i>thôn</i> dài…</p>')
    expect(findPassage(page, [piece('liên thôn', true)])?.toString()).toBe('liên thôn')
    expect(findPassage(page, [piece('Đường liên…', true)])?.toString()).toBe('Đường liên')
    expect(findPassage(page, [piece('dài'), piece('…', true)])?.toString()).toBe('…')
  })

  it('is none where the page does not have its words', () => {
    expect(findPassage(pageOf('<p>Việc làng.</p>'), [piece('họp', true)])).toBeNull()
    expect(findPassage(pageOf(''), [])).toBeNull()
  })
})
