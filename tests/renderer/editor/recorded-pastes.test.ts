// @vitest-environment jsdom

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Editor } from '@tiptap/core'
import type { Node } from 'prosemirror-model'
import { describe, expect, it, vi } from 'vitest'
import type { Media } from '#common/api/views'
import { blobHash } from '#common/domain/ids'
import { CleanPaste, type PasteNotice } from '#renderer/features/editor/extensions/clean-paste.ts'
import type { StoredPictures } from '#renderer/features/editor/paste/place-pictures.ts'
import { rtfPictures } from '#renderer/features/editor/paste/rtf-pictures.ts'
import { cursorAt, editorWith, headline, lead, paragraph } from './article-editor'

// jsdom has none, and ProseMirror makes one for a paste without an event.
vi.stubGlobal(
  'ClipboardEvent',
  class extends Event {
    readonly clipboardData = null
  },
)

/** Clipboards as these programs write them; the words are ours. */
describe('a paste from', () => {
  it('Word keeps headings, marks, nested lists, written numbers, merged cells and notes', async () => {
    const { editor, notices } = await pasted('word.html')
    expect(shape(editor)).toEqual([
      'heading2 Kế hoạch tổng vệ sinh môi trường',
      'paragraph Thực hiện Kế hoạch số **45/KH-UBND**^[1]^, _Ủy ban nhân dân xã_ yêu cầu các thôn:',
      'orderedList',
      '  listItem',
      '    paragraph Dọn rác ven kênh',
      '    bulletList',
      '      listItem',
      '        paragraph Thôn Đông',
      '      listItem',
      '        paragraph Thôn Đoài',
      '  listItem',
      '    paragraph Quét vôi gốc cây',
      'paragraph a) Thời gian: sáng thứ Bảy;',
      'paragraph b) Địa điểm: các trục đường.',
      'table',
      '  tableRow',
      '    tableHeader 1×2 Thôn',
      '    tableHeader 2×1 Phân công',
      '  tableRow',
      '    tableHeader Số hộ',
      '    tableHeader Trưởng nhóm',
      '  tableRow',
      '    tableCell Đông',
      '    tableCell 120',
      '    tableCell Bà Hoa',
      'paragraph **_Nơi nhận: Như trên_**',
      'paragraph ^[1]^ Ngày 05/11/2026.',
    ])
    expect(notices).toEqual([])
  })

  it('Word brings its pictures from the RTF beside it, each where it stood', async () => {
    const { editor, notices, files } = await pasted('word-pictures.html', wordRtf())
    expect(shape(editor)).toEqual([
      'paragraph Lễ phát động sáng nay.',
      'figure 000… Bà con trồng cây bên kênh',
      'figure 111… ',
      'paragraph Kết thúc.',
    ])
    expect(files.map(({ type, size }) => [type, size])).toEqual([
      ['image/png', 10],
      ['image/jpeg', 6],
    ])
    expect(notices).toEqual([])
  })

  it.each(['', '{\\rtf1 {\\pict\\pngblip 89504e47}}'])(
    'Word without a picture for each says how many are missing',
    async rtf => {
      const { editor, notices } = await pasted('word-pictures.html', rtf)
      expect(shape(editor)).toEqual(['paragraph Lễ phát động sáng nay.', 'paragraph Kết thúc.'])
      expect(notices).toEqual([{ kind: 'pictures-on-disk', count: 2 }])
    },
  )

  it('Google Docs keeps marks of its styles, nested lists and a table with its head', async () => {
    const { editor, notices } = await pasted('google-docs.html')
    expect(shape(editor)).toEqual([
      'heading2 Lịch tiêm phòng',
      'paragraph Trạm Y tế xã mời **trẻ dưới 5 tuổi** đến tiêm, xem [lịch đầy đủ](https://xa.example.gov.vn/lich).',
      'bulletList',
      '  listItem',
      '    paragraph _Thứ Hai_',
      '    bulletList',
      '      listItem',
      '        paragraph Thôn Đông',
      '  listItem',
      '    paragraph Thứ Ba',
      'table',
      '  tableRow',
      '    tableHeader Vắc-xin',
      '    tableHeader Liều',
      '  tableRow',
      '    tableCell Sởi',
      '    tableCell 0,5 ml',
    ])
    expect(notices).toEqual([{ kind: 'pictures-dropped', count: 1 }])
  })

  it('Excel is a table of what its cells show, with merged heads and without hidden rows', async () => {
    const { editor, files } = await pasted('excel.html')
    expect(shape(editor)).toEqual([
      'table',
      '  tableRow',
      '    tableHeader 1×2 TT',
      '    tableHeader 1×2 Nội dung',
      '    tableHeader 2×1 Dự toán',
      '  tableRow',
      '    tableHeader Số tiền',
      '    tableHeader Ngày giao',
      '  tableRow',
      '    tableCell 1',
      '    tableCell Thu ngân sách xã',
      '    tableCell 1.234.567',
      '    tableCell 31/12/2025',
      '  tableRow',
      '    tableCell 2',
      '    tableCell _Chi thường xuyên_⏎_và đầu tư_',
      '    tableCell -98,7',
      '    tableCell ',
    ])
    expect(files).toEqual([])
  })

  it('LibreOffice brings a picture written into it', async () => {
    const { editor, files } = await pasted('libre-office.html')
    expect(shape(editor)).toEqual([
      'heading2 Danh sách hỗ trợ',
      'paragraph Căn cứ **Quyết định** _số 12_^1^.',
      'orderedList 3',
      '  listItem',
      '    paragraph Hộ nghèo',
      '  listItem',
      '    paragraph Hộ cận nghèo',
      'table',
      '  tableRow',
      '    tableHeader Họ tên',
      '    tableHeader Thôn',
      '  tableRow',
      '    tableCell Nguyễn Thị Hoa',
      '    tableCell ',
      'figure 000… Trao quà cho hộ nghèo',
      'paragraph 1 Ngày 01/07/2025.',
    ])
    expect(files.map(({ type, size }) => [type, size])).toEqual([['image/png', 70]])
  })

  it('Zalo keeps its lines as paragraphs, and pictures that are letters as letters', async () => {
    const { editor, notices } = await pasted('zalo.html')
    expect(shape(editor)).toEqual([
      'paragraph Kính gửi các đồng chí 🙏',
      'paragraph Mời họp lúc 14h00 ngày 25/11',
      'paragraph Địa điểm: hội trường [zalo.me/g/abc](https://zalo.me/g/abc)',
    ])
    expect(notices).toEqual([])
  })

  it('a web page keeps its words, and nothing that runs, hides or lies elsewhere', async () => {
    const { editor, notices } = await pasted('web-page.html')
    expect(shape(editor)).toEqual([
      'heading2 Xã họp chuyên đề',
      'paragraph Thứ hai, 23/11/2026',
      'paragraph **(Cổng TTĐT)** Sáng 23/11, hội nghị diễn ra.',
      'paragraph Chủ tịch xã chủ trì.⏎Có 40 người dự.',
      'paragraph Quang cảnh hội nghị',
      'paragraph **Kết luận:** [xem văn bản](https://xa.example.gov.vn/kl)',
    ])
    expect(notices).toEqual([{ kind: 'pictures-dropped', count: 1 }])
  })
})

describe('a paste with pictures', () => {
  it('goes where the cursor was, as one undo, while others type', async () => {
    const { editor, paste } = open()
    editor.view.dispatch(editor.state.tr.insertText('trước sau', 5))
    cursorAt(editor, 2, 6)
    const done = paste({ 'text/html': '<p>x<img src="data:image/png;base64,AAAA">y</p>' })
    editor.view.dispatch(editor.state.tr.insertText('rất ', 5))
    await done()
    expect(shape(editor)).toEqual(['paragraph rất trước xy', 'figure 000… ', 'paragraph sau'])
    editor.commands.undo()
    expect(shape(editor)).toEqual(['paragraph rất trước sau'])
  })

  it('goes in without those that could not be stored, and does not name them twice', async () => {
    const { editor, notices, paste } = open(async files => files.map(() => null))
    await paste({ 'text/html': '<p>chữ<img src="data:image/png;base64,AAAA"></p>' })()
    expect(shape(editor)).toEqual(['paragraph chữ'])
    expect(notices).toEqual([])
  })

  it('leaves a picture alone that no portal carries', async () => {
    const { notices, files, paste } = open()
    await paste({ 'text/html': '<p>a<img src="data:image/svg+xml;base64,AAAA"></p>' })()
    expect(files).toEqual([])
    expect(notices).toEqual([{ kind: 'pictures-dropped', count: 1 }])
  })

  it('that is only a picture is a file, whatever HTML says of it', async () => {
    const file = new File(['x'], 'image.png', { type: 'image/png' })
    const { dropped, paste } = open()
    await paste({ 'text/html': '<img src="https://x.vn/a.png">' }, [file])()
    expect(dropped).toEqual([file])
  })
})

describe('pictures of an RTF text', () => {
  it('are PNG and JPEG, without bullets, old copies and broken ones', () => {
    const rtf = String.raw`{\rtf1{\*\listpicture{\pict\pngblip 00}}{\*\shppict{\pict{\*\picprop{\sp{\sn a}}}\picw10\pngblip\bliptag5{\*\blipuid 0a0b}
89 50}}{\nonshppict{\pict\wmetafile8 0102}}{\pict\jpegblip ffd8f}{\pict\jpegblip ff d8}{\pictur e}{\pict\pngblip 00`
    expect(rtfPictures(rtf)).toEqual([Uint8Array.of(0x89, 0x50), Uint8Array.of(0xff, 0xd8)])
  })

  it('are looked for in time in a text of braces', () => {
    const startedAtMs = performance.now()
    expect(rtfPictures('{\\pict'.repeat(2_000))).toEqual([])
    expect(performance.now() - startedAtMs).toBeLessThan(5_000)
  })
})

async function pasted(name: string, rtf = '') {
  const html = readFileSync(join(import.meta.dirname, '../../fixtures/paste', name), 'utf8')
  const opened = open()
  // Chromium hands over the part between the marks, with the head before it.
  await opened.paste({ 'text/html': html, 'text/plain': 'chữ', 'text/rtf': rtf })()
  return opened
}

function open(
  store: (files: readonly File[]) => Promise<StoredPictures> = async files =>
    files.map((_file, place) => media(place)),
) {
  const notices: PasteNotice[] = []
  const files: File[] = []
  const dropped: File[] = []
  const clean = CleanPaste.configure({
    onNotice: notice => notices.push(notice),
    onFiles: given => dropped.push(...given),
    onPictures: given => {
      files.push(...given)
      return store(given)
    },
  })
  const editor = editorWith([clean], headline(), lead(), paragraph())
  cursorAt(editor, 2, 0)
  /** The paste as the browser tells of it; the answer waits until the pictures are in. */
  const paste = (data: Record<string, string>, items: readonly File[] = []) => {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    const clipboardData = {
      getData: (type: string) => data[type] ?? '',
      files: items,
      types: Object.keys(data),
    }
    editor.view.dom.dispatchEvent(Object.assign(event, { clipboardData }))
    return () => vi.waitFor(() => new Promise(resolve => setTimeout(resolve, 5)))
  }
  return { editor, notices, files, dropped, paste }
}

function media(place: number): Media {
  const hash = blobHash.parse(String(place).repeat(64))
  return { hash, fileName: 'a.png', mediaType: 'image/webp', sizeBytes: 1, width: 4, height: 3 }
}

/** The body as lines: what each block is and its words with their marks; a trailing empty paragraph left out. */
function shape(editor: Editor): readonly string[] {
  expect(() => editor.state.doc.check()).not.toThrow()
  const lines = editor.state.doc.children.slice(2).flatMap(node => linesOf(node, ''))
  return lines.at(-1) === 'paragraph ' ? lines.slice(0, -1) : lines
}

function linesOf(node: Node, indent: string): readonly string[] {
  const { type, attrs } = node
  if (type.name === 'figure') return [`${indent}figure ${String(attrs.image).slice(0, 3)}… ${attrs.alt}`]
  if (type.name === 'tableCell' || type.name === 'tableHeader') {
    const span = attrs.colspan > 1 || attrs.rowspan > 1 ? ` ${attrs.colspan}×${attrs.rowspan}` : ''
    return [`${indent}${type.name}${span} ${node.children.map(words).join('⏎')}`]
  }
  const number = type.name === 'heading' ? attrs.level : ''
  if (node.isTextblock) return [`${indent}${type.name}${number} ${words(node)}`]
  const start = attrs.start > 1 ? ` ${attrs.start}` : ''
  return [`${indent}${type.name}${start}`, ...node.children.flatMap(child => linesOf(child, `${indent}  `))]
}

const signs: Record<string, string> = { bold: '**', italic: '_', superscript: '^', underline: '~' }

function words(block: Node): string {
  return block.children
    .map(node => {
      if (node.type.name === 'hardBreak') return '⏎'
      const link = node.marks.find(({ type }) => type.name === 'link')
      const marks = node.marks.flatMap(({ type }) => signs[type.name] ?? [])
      const marked = `${marks.join('')}${node.text ?? ''}${marks.toReversed().join('')}`
      return link === undefined ? marked : `[${marked}](${link.attrs.href})`
    })
    .join('')
}

function wordRtf(): string {
  const png = '89504e470d0a1a0a0000'
  return String.raw`{\rtf1\ansi{\*\shppict{\pict{\*\picprop\shplid1025{\sp{\sn fLine}{\sv 0}}}\picscalex100\pngblip\bliptag-1{\*\blipuid 0a1b2c3d}${png}}}{\nonshppict{\pict\wmetafile8 0100}}\par {\*\shppict{\pict\jpegblip\bliptag7 ffd8ffe00010}}}`
}
