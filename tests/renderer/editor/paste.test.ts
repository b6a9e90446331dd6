// @vitest-environment jsdom

import type { Editor } from '@tiptap/core'
import { describe, expect, it, vi } from 'vitest'
import { CleanPaste, type PasteNotice } from '#renderer/features/editor/extensions/clean-paste.ts'
import { cleanHtml } from '#renderer/features/editor/paste/clean-html.ts'
import { block, cursorAt, editorWith, headline, lead, outline, paragraph } from './article-editor'

// jsdom has none, and ProseMirror makes one for a paste without an event.
vi.stubGlobal('ClipboardEvent', class extends Event {})

describe('cleaning', () => {
  it.each([
    ['<script>alert(1)</script><p onclick="x()">a</p>', '<p>a</p>'],
    ['<p>a<a href="javascript:alert(1)">b</a></p>', '<p>a<a>b</a></p>'],
    ['<form><input name="parentNode"><p>a</p></form>', '<p>a</p>'],
    ['<iframe srcdoc="<b>x</b>"></iframe><p>a</p>', '<p>a</p>'],
    ['<p style="color:red" class="MsoNormal" id="x">a</p>', '<p>a</p>'],
    ['<svg onload=alert(1)><text>a</text></svg><p>b</p>', '<p>b</p>'],
  ])('of %s leaves %s', (dirty, clean) => {
    expect(cleanHtml(dirty).html).toBe(clean)
  })

  it('keeps words that look like attributes', () => {
    expect(cleanHtml('<p>dùng style="a" &lt;b style="x"&gt;</p>').html).toContain(
      'style="a" &lt;b style="x"&gt;',
    )
  })

  it('reads bold, italic and raised text from styles, as Google Docs writes them', () => {
    const docs =
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700;color:#000">Đậm</span>' +
      '<span style="font-style:italic">nghiêng</span><span style="vertical-align:super">2</span></p></b>'
    expect(cleanHtml(docs).html).toBe(
      '<p><span><strong>Đậm</strong></span><span><em>nghiêng</em></span><span><sup>2</sup></span></p>',
    )
  })

  it("keeps Word's bold, whose style speaks of another font weight", () => {
    const word = "<p><b style='mso-bidi-font-weight:normal'>Kính gửi:</b></p>"
    expect(cleanHtml(word).html).toBe('<p><b>Kính gửi:</b></p>')
  })

  it("joins Word's paragraphs with typed bullets into nested lists", () => {
    const item = (level: number, bullet: string, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>${bullet}` +
      `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><!--[endif]-->${text}</p>`
    const word = `<p>Trước</p>${item(1, '1.', 'Một')}${item(2, '·', 'Con')}${item(1, '2.', 'Hai')}<p>Sau</p>`
    expect(cleanHtml(word).html).toBe(
      '<p>Trước</p><ol><li><p>Một</p><ul><li><p>Con</p></li></ul></li><li><p>Hai</p></li></ol><p>Sau</p>',
    )
  })

  it('drops pictures of other sites and counts them', () => {
    expect(cleanHtml('<p>a<img src="https://x.vn/a.png"></p><img src="data:image/png;base64,AA">')).toEqual({
      html: '<p>a</p>',
      dropped: { onDisk: 0, elsewhere: 2 },
      fonts: [],
    })
  })

  it("drops Word's empty paragraphs, not those of cells", () => {
    const html = '<p>a</p><p>&nbsp;</p><p>b</p><table><tbody><tr><td><p>&nbsp;</p></td></tr></tbody></table>'
    expect(cleanHtml(html).html).toContain('<p>a</p><p>b</p><table>')
    expect(cleanHtml(html).html).toContain('<td><p>&nbsp;</p></td>')
  })

  it('is done in time for quotes that never close and for hundreds of paragraphs', () => {
    const startedAtMs = performance.now()
    cleanHtml(`<div ${'a="'.repeat(50_000)}`)
    cleanHtml('<p style="color:red">a</p>'.repeat(500))
    expect(performance.now() - startedAtMs).toBeLessThan(5_000)
  })

  it('leaves out what is far too big', () => {
    expect(cleanHtml('x'.repeat(6_000_001)).html).toBe('')
  })
})

describe('pasting', () => {
  it('gives the schema headings, lists, tables and links, and nothing it does not know', () => {
    const { editor } = open()
    paste(
      editor,
      '<h1>Mục</h1><ul><li>một</li></ul><table><tr><th>A</th></tr><tr><td colspan="900">1</td></tr></table>' +
        '<p><a href="https://xa.vn/">xã</a> <a href="//evil.example">xấu</a> <font color=red>đỏ</font></p><h6>Nhỏ</h6>',
    )
    const types = outline(editor)
      .slice(2)
      .map(([type]) => type)
    expect(types).toEqual(['heading', 'bulletList', 'table', 'paragraph', 'heading'])
    expect(editor.state.doc.child(2).attrs.level).toBe(2)
    expect(editor.state.doc.child(6).attrs.level).toBe(4)
    const hrefs: unknown[] = []
    editor.state.doc.descendants(node => {
      for (const mark of node.marks) hrefs.push(mark.attrs.href)
    })
    expect(hrefs).toEqual(['https://xa.vn/'])
    expect(() => editor.state.doc.check()).not.toThrow()
  })

  it('into the headline brings the words only', () => {
    const { editor } = open()
    cursorAt(editor, 0, 0)
    paste(editor, '<p><b>Đậm</b> thường</p>')
    expect(outline(editor)[0]).toEqual(['headline', 'Đậm thường'])
    expect(() => editor.state.doc.check()).not.toThrow()
  })

  it('says that pictures of other sites were left out', () => {
    const { editor, notices } = open()
    paste(editor, '<p>a</p><img src="https://x.vn/a.png">')
    expect(notices).toEqual([{ kind: 'pictures-dropped', count: 1 }])
  })

  it('brings our own picture, file and poll through a copy', () => {
    const figure = block('figure', 'Chú thích', { image: 'a'.repeat(64), alt: 'Mô tả', width: 10 })
    const file = {
      type: 'attachment',
      attrs: {
        file: 'b'.repeat(64),
        fileName: 'a.pdf',
        mediaType: 'application/pdf',
        sizeBytes: 9,
        label: '',
      },
    }
    const poll = {
      type: 'poll',
      attrs: { question: 'Gì?' },
      content: ['a', 'b'].map(choice => block('pollChoice', choice, { choice })),
    }
    const { editor } = open(figure, file, poll, paragraph())
    const copied = editor.view.serializeForClipboard(
      editor.state.doc.slice(editor.state.doc.child(0).nodeSize + 2),
    )
    const target = open()
    paste(target.editor, copied.dom.innerHTML)
    const types = outline(target.editor).map(([type]) => type)
    expect(types).toContain('figure')
    expect(types).toContain('attachment')
    expect(types).toContain('poll')
    const pasted = target.editor.state.doc.children.find(node => node.type.name === 'figure')
    expect(pasted?.attrs).toMatchObject({ image: 'a'.repeat(64), alt: 'Mô tả', width: 10 })
    expect(() => target.editor.state.doc.check()).not.toThrow()
  })
})

function open(...content: readonly Record<string, unknown>[]) {
  const notices: PasteNotice[] = []
  const clean = CleanPaste.configure({ onNotice: notice => notices.push(notice), onFiles: () => undefined })
  const body = content.length === 0 ? [paragraph()] : content
  const editor = editorWith([clean], headline(), lead(), ...body)
  cursorAt(editor, 2, 0)
  return { editor, notices }
}

function paste(editor: Editor, html: string): void {
  editor.view.pasteHTML(html)
}
